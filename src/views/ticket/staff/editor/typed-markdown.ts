// The two signs of Markdown that the library does not take from whoever types them.
import { Extension, InputRule } from '@tiptap/core'

/** `[our terms](https://marsa.example/terms)` */
const link = /(?<!!)\[([^\]\n]{1,200})\]\(((?:https?:\/\/|mailto:)[^\s()]{1,1000})\)$/u

export const TypedMarkdown = Extension.create({
  name: 'typedMarkdown',
  priority: 200,
  addInputRules() {
    return [
      new InputRule({
        find: link,
        handler: ({ state, range, match }) => {
          const [, text, href] = match
          const mark = state.schema.marks['link']!.create({ href })
          state.tr.replaceWith(range.from, range.to, state.schema.text(text!, [mark])).removeStoredMark(mark)
        },
      }),
    ]
  },
  addKeyboardShortcuts() {
    return {
      /** The three signs that close a block of code, on a line of their own, and Enter. */
      Enter: ({ editor }) => {
        const { $from, empty } = editor.state.selection
        const { parent, parentOffset, pos } = $from
        if (!empty || parent.type.name !== 'codeBlock' || parentOffset !== parent.content.size) return false
        const [close] = /(?:^|\n)(?:```|~~~)$/u.exec(parent.textContent) ?? []
        return close
          ? editor
              .chain()
              .deleteRange({ from: pos - close.length, to: pos })
              .exitCode()
              .run()
          : false
      },
    }
  },
})
