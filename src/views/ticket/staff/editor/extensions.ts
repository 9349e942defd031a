// What the box understands: Markdown while one types, people by @, kept answers by /.
import { Extension } from '@tiptap/core'
import type { AnyExtension, MarkdownToken } from '@tiptap/core'
import { Mention } from '@tiptap/extension-mention'
import { Placeholder } from '@tiptap/extension-placeholder'
import { Markdown, MarkdownManager } from '@tiptap/markdown'
import { PluginKey } from '@tiptap/pm/state'
import { StrictKit } from './strict-signs.ts'
import { Suggestion } from '@tiptap/suggestion'
import type { SuggestionOptions } from '@tiptap/suggestion'
import { TypedMarkdown } from './typed-markdown.ts'

export type Suggested = { readonly id: string; readonly label: string; readonly hint?: string; readonly text?: string }
type Options = Omit<SuggestionOptions<Suggested>, 'editor' | 'char' | 'pluginKey' | 'command'>

export type Asked = {
  readonly placeholder: () => string
  readonly people: Options
  readonly answers: Options
}

/** A person in the text: `[@Omar Siddiqui](mention:<id>)`, which reads well wherever it is not understood. */
const person = /^\[@([^\]\n]{1,200})\]\(mention:([0-9a-f-]{36})\)/u

const MentionOfPerson = Mention.extend({
  markdownTokenName: 'mention',
  markdownTokenizer: {
    name: 'mention',
    level: 'inline',
    start: (source: string) => source.indexOf('[@'),
    tokenize: (source: string) => {
      const found = person.exec(source)
      if (!found) return undefined
      return { type: 'mention', raw: found[0], label: found[1], id: found[2] }
    },
  },
  parseMarkdown: (token: MarkdownToken) => ({ type: 'mention', attrs: { id: token['id'], label: token['label'] } }),
  renderMarkdown: ({ attrs }) =>
    `[@${String(attrs?.['label'] ?? '').replace(/[[\]()]/gu, '')}](mention:${String(attrs?.['id'])})`,
})

const KeptAnswers = Extension.create<{ suggestion: Options }>({
  name: 'keptAnswers',
  addProseMirrorPlugins() {
    return [
      Suggestion<Suggested>({
        ...this.options.suggestion,
        editor: this.editor,
        char: '/',
        pluginKey: new PluginKey('keptAnswers'),
        command: ({ editor, range, props }) => {
          editor
            .chain()
            .focus()
            .deleteRange(range)
            .insertContent(props.text ?? '', { contentType: 'markdown' })
            .run()
        },
      }),
    ]
  },
})

// a sign like <number> is text here as it is for everybody who reads it; as HTML the box would drop it, and with it the word
new MarkdownManager({ extensions: [] }).instance.use({ tokenizer: { html: () => undefined, tag: () => undefined } })

/** Arabic joins its short words to what follows: «و@Omar» calls Omar. */
const beforePeople = [' ', '(', '[', '«', '“', '"', '،', '/', 'و', 'ف', 'ب', 'ل', 'ك', 'ـ']

export const extensionsFor = ({ placeholder, people, answers }: Asked): AnyExtension[] => [
  StrictKit.configure({
    // no sign for it that everybody reads, and none that the readers' side draws
    underline: false,
    strike: false,
    heading: { levels: [1, 2, 3] },
    link: { openOnClick: false, autolink: false, protocols: ['http', 'https', 'mailto'] },
  }),
  Markdown,
  TypedMarkdown,
  Placeholder.configure({ placeholder }),
  MentionOfPerson.configure({ suggestion: { ...people, char: '@', allowedPrefixes: beforePeople } }),
  KeptAnswers.configure({ suggestion: answers }),
]
