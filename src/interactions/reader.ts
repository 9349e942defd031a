import type { FormatReader } from '../words/format.ts'
import type { Settings } from '../settings/settings.ts'

type Shown = Pick<Settings, 'organisation' | 'numberPrefix'> & Partial<Pick<Settings, 'numberPadding' | 'labels'>>

/** Whoever reads a telling: their language and zone, and how the organisation writes numbers and calls statuses. */
export type TellingReader = FormatReader & { settings: Shown }

export const readerFor = (person: { language: string; timeZone: string }, settings: Shown): TellingReader => ({
  language: person.language,
  timeZone: person.timeZone,
  settings,
})
