import { day } from '../fields/date-time/spans.ts'

/** The settings that bend the workflow, as a verb reads them at its moment. Days are whole days of 24 hours. */
export type WorkflowSettings = {
  /** Solutions are reviewed before they go out. */
  review: boolean
  /** Ids of people whose solutions go out without a review. */
  reviewExempt?: readonly string[]
  /** Customers confirm solutions. */
  confirmation: boolean
  /** From a solution that went out to the closing without an answer; the reminder goes after half of them. */
  silenceDays: number
  /** From the closing: how long its customer may reopen. The desk always may. */
  reopenDays: number
  /** From the closing: how long it may be rated. */
  ratingDays: number
}

/** Whether a solution of theirs waits for the support desk before it goes out. */
export const isReviewed = ({ review, reviewExempt = [] }: WorkflowSettings, author: string): boolean =>
  review && !reviewExempt.includes(author)

/** In milliseconds. */

/** Days of 24 hours, whatever the clocks do in between. */
export const after = (moment: Date, days: number): Date => new Date(moment.getTime() + days * day)
