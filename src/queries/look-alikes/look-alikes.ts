import type { Status } from '../../entities/ticket/ticket.ts'
import type { PresentedText } from '../../fields/multilingual-text/multilingual-text.ts'
import type { Named } from '../named.ts'

/** Another ticket that may be about the same, and why it is thought so. */
export type LookAlike = {
  number: number
  title: PresentedText
  status: Status
  customer: Named
  openedAt: string
  /** The telling words that both titles have. */
  words: string[]
  sameCustomer: boolean
}
