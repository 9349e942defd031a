import type { Person } from '../entities/person/actor.ts'
import type { FormatReader } from '../words/format.ts'
import type { Settings } from '../settings/settings.ts'

type Shown = Pick<Settings, 'organisation' | 'numberPrefix'> &
  Partial<Pick<Settings, 'numberPadding' | 'labels' | 'digits' | 'accent'>>

/** Whoever reads a telling: their language and zone, and how the organisation writes numbers and calls statuses. */
export type TellingReader = FormatReader & { settings: Shown }

type Told = Pick<Person, 'language' | 'timeZone' | 'digits' | 'calendar'>

export const readerFor = ({ language, timeZone, digits, calendar }: Told, settings: Shown): TellingReader => ({
  language,
  timeZone,
  digits: digits ?? settings.digits ?? undefined,
  calendar,
  settings,
})
