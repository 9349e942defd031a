import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The address by which an answer finds its ticket: support+r<ticket>-<mark>@example.com. The mark is keyed, so nobody can make
 * one from a number; lower case and digits alone, since mail servers on the way may fold the case.
 */
export function replyAddress(secret: string, mailbox: string, ticket: number): string {
  const at = mailbox.lastIndexOf('@')
  return `${mailbox.slice(0, at)}+r${ticket.toString(36)}-${markOf(secret, ticket)}${mailbox.slice(at)}`
}

/** The ticket of the first address that carries a mark of ours; null when none does. */
export function ticketOfAddresses(secret: string, addresses: readonly string[]): number | null {
  for (const address of addresses) {
    const [, number, mark] = /\+r([0-9a-z]{1,9})-([0-9a-f]{32})@/iu.exec(address) ?? []
    if (!number || !mark) continue
    const ticket = Number.parseInt(number, 36)
    const expected = markOf(secret, ticket)
    if (Number.isSafeInteger(ticket) && timingSafeEqual(Buffer.from(mark.toLowerCase()), Buffer.from(expected)))
      return ticket
  }
  return null
}

const markOf = (secret: string, ticket: number): string =>
  createHmac('sha256', secret).update(`reply to ticket ${ticket}`).digest('hex').slice(0, 32)
