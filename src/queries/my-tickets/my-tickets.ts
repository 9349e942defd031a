import type { Status, WaitingFor } from '../../entities/ticket/ticket.ts'
import type { PresentedText } from '../../fields/multilingual-text/multilingual-text.ts'
import { listForm, words } from '../list-form.ts'

export const myTicketsForm = { ...listForm, words }

export type MyTicket = {
  number: number
  title: PresentedText
  status: Status
  waiting: { for: WaitingFor; since: string }
  openedAt: string
  closedAt: string | null
  activityAt: string
  rated: boolean
}
