// The library's own pieces where Markdown is stricter than they are.
import { markInputRule, markPasteRule } from '@tiptap/core'
import type { AnyExtension, Mark, Node } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'

/**
 * Between two signs stands a word, not a gap: `2 * 3 * 4` is a sum. The library made it slanted and ate the signs. `end`: `$`
 * for what is being typed.
 */
function between(sign: string, end: '$' | ''): string {
  const one = sign.at(-1)!
  return String.raw`(?:^|\s)(${sign}(?![\s${one}])([^${one}]*[^\s${one}])${sign}(?![${one}]))${end}`
}

const signsOf: Record<string, readonly string[]> = {
  bold: [String.raw`\*\*`, '__'],
  italic: [String.raw`\*`, '_'],
}

const strict = (mark: Mark): Mark =>
  mark.extend({
    addInputRules() {
      return signsOf[this.name]!.map((sign) =>
        markInputRule({ find: new RegExp(between(sign, '$'), 'u'), type: this.type }),
      )
    },
    addPasteRules() {
      return signsOf[this.name]!.map((sign) =>
        markPasteRule({ find: new RegExp(between(sign, ''), 'gu'), type: this.type }),
      )
    },
  })

/** A fence is longer than what it holds: code that shows a fence came apart when the draft was read again. */
const fenced = (block: Node): Node =>
  block.extend({
    renderMarkdown: (node, h) => {
      const code = node.content ? h.renderChildren(node.content) : ''
      const longest = Math.max(2, ...(code.match(/`+/gu) ?? []).map((ticks) => ticks.length))
      const fence = '`'.repeat(longest + 1)
      return [`${fence}${String(node.attrs?.['language'] ?? '')}`, code, fence].join('\n')
    },
  })

export const StrictKit = StarterKit.extend({
  addExtensions() {
    const all = (this.parent?.() ?? []) as AnyExtension[]
    return all.map((each) => {
      if (each.name in signsOf) return strict(each as Mark)
      return each.name === 'codeBlock' ? fenced(each as Node) : each
    })
  },
})
