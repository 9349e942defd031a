import type { SharedSettings } from '../../session.tsx'
import { parseNumber } from '../../../words/digits.ts'
import type { Language } from '../../../words/languages.ts'

/** The form as it is typed. */
export type Filled = {
  readonly organisation: string
  /** #rrggbb as typed; empty: the built-in one. */
  readonly accent: string
  /** Where the picture is now; a data address: chosen and not saved; null: none. */
  readonly logo: string | null
  readonly languages: readonly Language[]
  readonly language: string
  readonly timeZone: string
  readonly firstDayOfWeek: number
  readonly digits: 'latn' | 'arab' | null
  readonly numberPrefix: string
  readonly numberPadding: string
}

export type PartProps = {
  readonly filled: Filled
  readonly wrong: Readonly<Record<string, string>>
  readonly change: (some: Partial<Filled>) => void
}

export const filledOf = (settings: SharedSettings): Filled => ({
  organisation: settings.organisation,
  accent: settings.accent ?? '',
  logo: settings.logo ?? null,
  languages: settings.languages ?? [],
  language: settings.language,
  timeZone: settings.timeZone ?? 'UTC',
  firstDayOfWeek: settings.firstDayOfWeek ?? 1,
  digits: settings.digits ?? null,
  numberPrefix: settings.numberPrefix,
  numberPadding: String(settings.numberPadding ?? 0),
})

/** As the interface takes it; a number that is none goes as it was typed, and the server says what is wrong with it. */
export const wireOf = ({ accent, numberPrefix, numberPadding, ...rest }: Filled) => ({
  ...rest,
  accent: accent.trim() === '' ? null : accent.trim(),
  numberPrefix: numberPrefix === '' ? null : numberPrefix,
  numberPadding: parseNumber(numberPadding) ?? numberPadding,
})
