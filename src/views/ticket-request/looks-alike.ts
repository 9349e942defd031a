// Which of somebody's own requests look like the one they are writing: those that share its telling words.
import type { MyTicket } from '../../queries/my-tickets/my-tickets.ts'

type Candidate = Pick<MyTicket, 'number' | 'title' | 'closedAt'>

export const looksAlike = <T extends Candidate>(written: string, own: readonly T[], most = 2): T[] => {
  const words = tellingWords(written)
  if (words.size < 2) return []
  return own
    .filter(({ closedAt }) => closedAt === null)
    .map((ticket) => ({ ticket, shared: mostShared(words, ticket.title) }))
    .filter(({ shared }) => shared >= enough(words.size))
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, most)
    .map(({ ticket }) => ticket)
}

/** Two words in common, or a third of a long sentence. */
const enough = (words: number): number => Math.max(2, Math.ceil(words / 3))

/** In whichever language the other one was written or translated. */
const mostShared = (words: ReadonlySet<string>, { texts }: Candidate['title']): number =>
  Math.max(
    0,
    ...Object.values(texts).map(({ text }) => [...tellingWords(text)].filter((word) => words.has(word)).length),
  )

/** Short words say nothing; letters count without their marks, and an Arabic word without its article. */
const tellingWords = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .map((word) => word.replace(/^ال(?=..)/u, ''))
      .filter((word) => word.length > 3 || /\d/u.test(word)),
  )
