import type { Language } from '../words/languages.ts'
import type { Digits } from '../words/locale.ts'
import type { WorkflowSettings } from '../workflow/workflow-settings.ts'
import type { Labels } from './labels.ts'

/** What administrators shape. One row a key in the table; what is absent there stands as here. */
export type Settings = {
  organisation: string
  /** The organisation's language: mails and pages of people who chose none. */
  language: string
  /** Those that people may choose from. */
  languages: readonly Language[]
  timeZone: string
  /** Where a week begins in the statistics: 1 Monday … 7 Sunday. */
  firstDayOfWeek: number
  /** T-1042 */
  numberPrefix: string
  /** T-001042: at least so many digits. */
  numberPadding: number
  /** The digits of whoever reads Arabic and chose none; null: those of their region. */
  digits: Digits | null
  /** #rrggbb in place of ours; null: ours. */
  accent: string | null
  /** Which logo, for its address; null: none. The picture itself lies in a table of its own. */
  logo: string | null
  labels: Labels
  workflow: WorkflowSettings
  /** Whether customers may register themselves; they prove their address either way. */
  registration: boolean
  /** Working days until a customer hears from the desk, promised in the confirmation of receipt. */
  answerWithinDays: number
  /** How long what staff send can be taken back before anybody is told; 0: it goes out at once. */
  undoSeconds: number
  /** How large one file may be, in MB. */
  fileMegabytes: number
}

export const defaultSettings: Settings = {
  organisation: 'Sanad',
  language: 'en',
  languages: ['en', 'ar'],
  timeZone: 'UTC',
  firstDayOfWeek: 1,
  numberPrefix: 'T-',
  numberPadding: 0,
  digits: null,
  accent: null,
  logo: null,
  labels: {},
  workflow: { review: true, confirmation: true, silenceDays: 7, reopenDays: 14, ratingDays: 30 },
  registration: false,
  answerWithinDays: 2,
  undoSeconds: 10,
  fileMegabytes: 25,
}
