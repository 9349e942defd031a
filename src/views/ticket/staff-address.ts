// Where the address that stands in everybody's mails leads one of the staff: to the desk's own page of the ticket.
import type { PresentedTicket } from '../../queries/one-ticket/one-ticket.ts'
import { pageAddress } from '../../web/page-address.ts'
import type { AskedFirst } from './customer/asked-first.tsx'

/** What a button of a mail was about (`?do=`) goes along, as far as it is possible now. */
export const staffAddressOf = (
  { number, may }: Pick<PresentedTicket, 'number' | 'may'>,
  { verb: asked, score, of }: Partial<AskedFirst> = {},
): string => {
  const isReviewed = may.includes('approve-solution') || may.includes('return-solution')
  if (isReviewed && (asked === 'review' || asked === 'approve-solution'))
    return pageAddress('/review', { ticket: number })
  return pageAddress(`/incoming/${number}`, { do: may.find((verb) => verb === asked), score, of })
}
