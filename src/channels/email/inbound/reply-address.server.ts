import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Reach } from './reach.ts'

/** What a mark of ours says. The side stands in the mark itself: some mail programs drop the id of the mail that they answer. */
export type Mark = { ticket: number; reaches: Reach }

const letters = { everyone: 'r', staff: 'n' } as const

/**
 * The address by which an answer finds its ticket: support+r<ticket>-<mark>@example.com, or +n for what stays among staff. The
 * mark is keyed, so nobody can make one from a number; lower case and digits alone, since mail servers on the way may fold the
 * case.
 */
export function replyAddress(secret: string, mailbox: string, ticket: number, reaches: Reach = 'everyone'): string {
  const at = mailbox.lastIndexOf('@')
  const mark = `${letters[reaches]}${ticket.toString(36)}-${markOf(secret, { ticket, reaches })}`
  return `${mailbox.slice(0, at)}+${mark}${mailbox.slice(at)}`
}

/** What the first address says that carries a mark of ours, or another of the same ticket that keeps it among staff. */
export function markIn(secret: string, addresses: readonly string[]): Mark | null {
  const marks = marksIn(secret, addresses)
  const [first] = marks
  return marks.find(({ ticket, reaches }) => ticket === first?.ticket && reaches === 'staff') ?? first ?? null
}

function marksIn(secret: string, addresses: readonly string[]): Mark[] {
  const marks: Mark[] = []
  for (const address of addresses) {
    const [, letter, number, given] = /\+([rn])([0-9a-z]{1,9})-([0-9a-f]{32})@/iu.exec(address) ?? []
    if (!letter || !number || !given) continue
    const mark: Mark = {
      ticket: Number.parseInt(number, 36),
      reaches: letter.toLowerCase() === letters.staff ? 'staff' : 'everyone',
    }
    const expected = markOf(secret, mark)
    if (Number.isSafeInteger(mark.ticket) && timingSafeEqual(Buffer.from(given.toLowerCase()), Buffer.from(expected)))
      marks.push(mark)
  }
  return marks
}

/** A key for each side: nobody makes of one mark the other. */
const markOf = (secret: string, { ticket, reaches }: Mark): string =>
  createHmac('sha256', secret)
    .update(`${reaches === 'staff' ? 'note on' : 'reply to'} ticket ${ticket}`)
    .digest('hex')
    .slice(0, 32)
