import { statuses, type Status } from '../entities/ticket/ticket.ts'
import type { Language } from '../words/languages.ts'
import type { Colour } from './colours.ts'

/** How the organisation calls the five statuses; the statuses themselves stay. What is absent is called as the words have it. */
export type Labels = { [Name in Status]?: StatusLabels }
export type StatusLabels = { staff?: OfLanguages; customer?: OfLanguages; colour?: Colour }
type OfLanguages = { [Name in Language]?: string }

/** The colour that a status has while nobody gave it another. */
export const builtInColours: Record<Status, Colour> = {
  open: 'blue',
  inProgress: 'violet',
  responded: 'magenta',
  closed: 'green',
  duplicate: 'grey',
}

/** What staff call a status among staff is not told to customers. */
export const customersLabels = (labels: Labels): Labels =>
  Object.fromEntries(Object.entries(labels).map(([status, own]) => [status, { ...own, staff: undefined }]))

/** The words that stand in place of the catalogs' in one language; see `withOwnWords`. */
export const ownWords = (labels: Labels, language: Language) => ({
  glossary: { status: wordsOf(labels, 'staff', language) },
  customerGlossary: { status: wordsOf(labels, 'customer', language) },
})

const wordsOf = (labels: Labels, side: 'staff' | 'customer', language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(
    statuses.flatMap((status) => {
      const own = labels[status]?.[side]?.[language]
      return own === undefined ? [] : [[status, own]]
    }),
  )

/** The organisation's own word for a status, where it has one in this language. */
export function ownLabel(
  labels: Labels | undefined,
  side: 'staff' | 'customer',
  status: string,
  language: Language,
): string | undefined {
  const known = statuses.find((each) => each === status)
  return known && labels?.[known]?.[side]?.[language]
}
