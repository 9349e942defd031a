import type { FormatReader } from '../words/format.ts'
import type { Settings } from '../settings/settings.ts'

/** Whoever reads a telling: their language and zone, and the organisation's way of writing numbers. */
export type TellingReader = FormatReader & { settings: Pick<Settings, 'organisation' | 'numberPrefix'> }

export const readerFor = (
  person: { language: string; timeZone: string },
  settings: Pick<Settings, 'organisation' | 'numberPrefix'>,
): TellingReader => ({ language: person.language, timeZone: person.timeZone, settings })
