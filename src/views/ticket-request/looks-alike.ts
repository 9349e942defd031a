// Which of somebody's own requests look like the one they are writing: those that share its telling words.
import type { MyTicket } from '../../queries/my-tickets/my-tickets.ts'
import { enough, sharedWords, tellingWords } from '../../queries/look-alikes/telling-words.ts'

type Candidate = Pick<MyTicket, 'number' | 'title' | 'closedAt'>

/** Of the customer’s own requests those still going that share most telling words with what they write, closest first. */
export const looksAlike = <T extends Candidate>(written: string, own: readonly T[], most = 2): T[] => {
  const words = tellingWords(written)
  if (words.size < 2) return []
  return own
    .filter(({ closedAt }) => closedAt === null)
    .map((ticket) => ({ ticket, shared: sharedWords(words, ticket.title).length }))
    .filter(({ shared }) => shared >= enough(words.size))
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, most)
    .map(({ ticket }) => ticket)
}
