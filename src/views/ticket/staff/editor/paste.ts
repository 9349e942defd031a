import { Fragment, Slice } from '@tiptap/pm/model'
import type { Node, Schema } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { filesPasted, named } from '../../../files/dropped.tsx'

/**
 * What is pasted: files go along, text comes as text. Others' HTML never enters; what was copied in a box like this one keeps
 * its form.
 */
export function pasted(view: EditorView, event: ClipboardEvent, onFiles: (files: File[]) => void): boolean {
  // the text that is pasted from here comes by once more, as an event of its own that carries nothing
  const data = event.clipboardData
  if (!data) return false
  // the place around it takes files too: once is enough
  event.stopPropagation()
  const text = data.getData('text/plain')
  const html = data.getData('text/html')
  const files = filesPasted(data)
  if (files.length === 0 && (!html || /\bdata-pm-slice=/u.test(html))) return text === '' && html === ''
  event.preventDefault()
  if (files.length > 0) onFiles(named(files))
  else if (text) view.pasteText(text)
  return true
}

/** An empty line parts paragraphs; all other lines stay together, as they were. */
export function sliceOfText(text: string, schema: Schema): Slice {
  const paragraphs = text
    .replace(/\r\n?/gu, '\n')
    .replace(/^\n+|\n+$/gu, '')
    .split(/\n{2,}/u)
  return new Slice(Fragment.fromArray(paragraphs.map((each) => paragraphOf(each, schema))), 1, 1)
}

function paragraphOf(text: string, schema: Schema): Node {
  const { paragraph, hardBreak } = schema.nodes
  const inline = text
    .split('\n')
    .flatMap((line, index) => [...(index > 0 ? [hardBreak!.create()] : []), ...(line ? [schema.text(line)] : [])])
  return paragraph!.create(null, inline)
}
