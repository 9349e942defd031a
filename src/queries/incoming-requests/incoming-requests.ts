import { waitingFor, type SolutionState, type Status, type WaitingFor } from '../../entities/ticket/ticket.ts'
import { classification } from '../../fields/classification/classification.ts'
import type { PresentedText } from '../../fields/multilingual-text/multilingual-text.ts'
import { id } from '../../fields/user/user.ts'
import { listForm, words } from '../list-form.ts'
import type { Named } from '../named.ts'
import { queues } from './queues.ts'
import { ticketNumbers } from './ticket-numbers.ts'

/** The filters of the incoming view; all but the last also validate its address. */
export const incomingForm = {
  ...listForm,
  queue: classification({ required: false, values: queues }),
  words,
  group: id({ required: false }),
  member: id({ required: false }),
  waiting: classification({ required: false, values: waitingFor }),
  /** For a page that shows them already: which of them are still there? */
  numbers: ticketNumbers,
}

export type IncomingItem = {
  number: number
  title: PresentedText
  status: Status
  solution: SolutionState | null
  customer: Named
  assignee: { group: Named; member: Named | null }
  waiting: { for: WaitingFor; since: string }
  answered: boolean
  openedAt: string
  version: number
}
