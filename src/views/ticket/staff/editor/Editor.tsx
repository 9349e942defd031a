// The box in which staff write: Markdown that looks like what it will be. What it gives and takes is the text itself.
import { Editor as TextEditor, EditorContent } from '@tiptap/react'
import type { EditorOptions } from '@tiptap/react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { PresentedTicket } from '../../../../queries/one-ticket/one-ticket.ts'
import { useWords } from '../../../../words/WordsProvider.tsx'
import { useAnswers } from '../use-answers.tsx'
import { mentionableQuery } from './mentionable-question.tsx'
import type { EditorHandle } from './editor-handle.ts'
import { extensionsFor } from './extensions.ts'
import type { Suggested } from './extensions.ts'
import { pasted, sliceOfText } from './paste.ts'
import { suggestionId, SuggestionList } from './SuggestionList.tsx'
import { useSuggesting } from './use-suggesting.tsx'
import styles from './Editor.module.css'

type Props = {
  readonly ticket: PresentedTicket
  readonly label: string
  readonly placeholder: string
  readonly dir: 'ltr' | 'rtl' | 'auto'
  readonly value: string
  readonly onValue: (markdown: string) => void
  readonly onSend: () => void
  readonly onFiles: (files: File[]) => void
  readonly handle: RefObject<EditorHandle | null>
  /** Whether the focus was in the plain box when the editor came; asked once. */
  readonly takeFocus: () => boolean
}

/** At once: the editor's own command waits for the next picture, and letters typed meanwhile were lost. */
function focusEnd(editor: TextEditor): void {
  editor.commands.setTextSelection(editor.state.doc.content.size)
  editor.commands.scrollIntoView()
  editor.view.focus()
}

export const Editor = ({
  ticket,
  label,
  placeholder,
  dir,
  value,
  onValue,
  onSend,
  onFiles,
  handle,
  takeFocus,
}: Props) => {
  const { t } = useWords()
  const id = useId()
  const client = useQueryClient()
  const answers = useAnswers(ticket)
  const suggesting = useSuggesting()
  const isSuggesting = suggesting.shown !== undefined && suggesting.shown.items.length > 0
  const latest = useRef({ onValue, onSend, onFiles, placeholder, answers, isSuggesting })
  // before the next key: what it does must be what stands there
  useLayoutEffect(() => {
    latest.current = { onValue, onSend, onFiles, placeholder, answers, isSuggesting }
  })
  const given = useRef(value)

  const editor = useTextEditor(() => ({
    extensions: extensionsFor({
      placeholder: () => latest.current.placeholder,
      people: {
        render: suggesting.render,
        items: async ({ query }): Promise<Suggested[]> => {
          const { items } = await client.fetchQuery(mentionableQuery(ticket.number, query))
          return items.map((person) => ({ id: person.id, label: person.name }))
        },
      },
      answers: {
        render: suggesting.render,
        allowSpaces: true,
        items: ({ query }): Suggested[] => latest.current.answers.fitting(query).slice(0, 8),
      },
    }),
    content: value,
    contentType: 'markdown',
    textDirection: 'auto',
    onUpdate: ({ editor: now }) => {
      given.current = now.isEmpty ? '' : now.getMarkdown()
      latest.current.onValue(given.current)
    },
    editorProps: {
      attributes: {
        class: styles['text'] ?? '',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
      },
      handleKeyDown: (view, event) => {
        // out of the text, so that the next key is a key again: an n that was meant for a note must not reach the customer
        if (event.key === 'Escape' && !event.isComposing && !latest.current.isSuggesting) {
          view.dom.blur()
          return true
        }
        if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return false
        event.preventDefault()
        latest.current.onSend()
        return true
      },
      handlePaste: (view, event) => pasted(view, event, latest.current.onFiles),
      clipboardTextParser: (text, _at, _plain, view) => sliceOfText(text, view.state.schema),
    },
  }))

  useImperativeHandle(
    handle,
    () => ({
      focus: () => focusEnd(editor),
      insert: (markdown) => void editor.chain().focus().insertContent(markdown, { contentType: 'markdown' }).run(),
    }),
    [editor],
  )
  useLayoutEffect(() => {
    if (takeFocus()) focusEnd(editor)
  }, [editor, takeFocus])
  // sent, taken back, or written on another device: what stands here is no longer what was given
  useEffect(() => {
    if (value === given.current) return
    given.current = value
    editor.commands.setContent(value, { contentType: 'markdown', emitUpdate: false })
  }, [editor, value])

  useSaidPointed(editor, id, isSuggesting ? suggesting.shown?.at : undefined)

  return (
    <div className={styles['editor']} dir={dir}>
      <EditorContent editor={editor} />
      <p className="sr-only" role="status">
        {isSuggesting && t('staffTicket:composer.suggested', { count: suggesting.shown?.items.length ?? 0 })}
      </p>
      <SuggestionList id={id} label={t('staffTicket:composer.suggestions')} shown={suggesting.shown} />
    </div>
  )
}

/** The focus stays where one writes: which of the list Enter would take is said there. */
function useSaidPointed(editor: TextEditor, list: string, at: number | undefined): void {
  useEffect(() => {
    if (at === undefined) return
    const text = editor.view.dom
    text.setAttribute('aria-controls', list)
    text.setAttribute('aria-activedescendant', suggestionId(list, at))
    return () => {
      text.removeAttribute('aria-controls')
      text.removeAttribute('aria-activedescendant')
    }
  }, [editor, list, at])
}

/**
 * One editor for as long as the box stands. The library's own hook destroys it when it does not stand within a millisecond,
 * and React shows what came late no sooner than 0.3 s after what stood in its place: whoever was in the plain box by then lost
 * the whole page.
 */
function useTextEditor(options: () => Partial<EditorOptions>): TextEditor {
  const [editor] = useState(() => new TextEditor(options()))
  useEffect(() => () => editor.destroy(), [editor])
  return editor
}
