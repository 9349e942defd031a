import type { Status, WaitingFor } from '../../entities/ticket/ticket.ts'
import type { PresentedText } from '../../fields/multilingual-text/multilingual-text.ts'
import { classification } from '../../fields/classification/classification.ts'
import type { Named } from '../named.ts'
import { listForm, words } from '../list-form.ts'

export const myTicketsForm = {
  ...listForm,
  words,
  /** Whose: one's own, or everybody's of one's organisation as far as one may see them. */
  of: classification({ required: false, values: ['own', 'organisation'] }),
}

export type MyTicket = {
  number: number
  customer: Named
  title: PresentedText
  status: Status
  waiting: { for: WaitingFor; since: string }
  openedAt: string
  closedAt: string | null
  activityAt: string
  /** Whether the reader is asked for a word: an answer waits for their yes, also one that was found under another request. */
  asks: boolean
  /** Whether it has stars that were given since it was closed. */
  rated: boolean
  /** Whether the reader may give it stars now. */
  mayRate: boolean
}
