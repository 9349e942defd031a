import type { WorkflowSettings } from '../workflow/workflow-settings.ts'

/** What administrators shape. One row a key in the table; what is absent there stands as here. */
export type Settings = {
  organisation: string
  /** The organisation's language: mails and pages of people who chose none. */
  language: string
  timeZone: string
  /** Where a week begins in the statistics: 1 Monday … 7 Sunday. */
  firstDayOfWeek: number
  /** T-1042 */
  numberPrefix: string
  workflow: WorkflowSettings
  /** Working days until a customer hears from the desk, promised in the confirmation of receipt. */
  answerWithinDays: number
}

export const defaultSettings: Settings = {
  organisation: 'Sanad',
  language: 'en',
  timeZone: 'UTC',
  firstDayOfWeek: 1,
  numberPrefix: 'T-',
  workflow: { review: true, confirmation: true, silenceDays: 7, reopenDays: 14, ratingDays: 30 },
  answerWithinDays: 2,
}
