import type { ButtonAction, Paragraph } from '../../words/template.ts'

/** A value in a letter; people's own texts say their language and direction. */
export type LetterValue = { text: string; language?: string; dir?: 'ltr' | 'rtl' | 'auto' }

/** A step of the path: the four bars of a customer's mail. */
export type Step = { label: string; state: 'done' | 'now' | 'ahead' }

export type Star = { score: string; word: string; href: string }

/** A mail in its reader's words, before it is set as text and as HTML. */
export type Letter = {
  language: string
  dir: 'ltr' | 'rtl'
  organisation: string
  /** #rrggbb, on which white can be read: that was checked when it was saved; null: ours. */
  accent: string | null
  subject: string
  /** Shown by mail programs beside the subject. */
  preview: string
  headline: Paragraph | undefined
  /** Where the subject is the ticket's, the text begins with the headline. */
  headlineInText?: boolean
  greeting: string | undefined
  path: readonly Step[]
  body: readonly Paragraph[]
  /** Below the card, small: who writes, whether replies are read, why this came. */
  foot: readonly Paragraph[]
  values: Readonly<Record<string, LetterValue>>
  stars: readonly Star[]
  /** Where a button leads; a button without a place is left out. A link never acts by itself. */
  hrefs: Readonly<Partial<Record<ButtonAction, string>>>
}

export const starsVariable = 'stars'

/** Of a line, also where it is all of it: nothing in the name of a file is a form. */
const ofLines = new Set(['files'])

/** The variable that is the whole paragraph, such as {{solution}}: set apart, in its own direction. */
export function loneVariable({ pieces }: Paragraph): string | undefined {
  const said = pieces.filter((piece) => 'variable' in piece || piece.text.trim() !== '')
  const [only] = said
  return said.length === 1 && only && 'variable' in only && !ofLines.has(only.variable) ? only.variable : undefined
}
