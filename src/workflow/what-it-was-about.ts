import type { SolutionState, Status } from '../entities/ticket/ticket.ts'

// A mail may be read when the next answer is out already, or the ticket closed a second time: its buttons name what they were
// about, so that nobody says yes to what they did not read.

/** An answer: the ticket on which it was given, and the round. */
export const answerNamed = (ticket: number, round: number): string => `${ticket}.${round}`

/** One closing of a ticket, by its moment. */
export const closingNamed = (closedAt: Date | string): string => String(new Date(closedAt).getTime())

type Standing = {
  number: number
  status: Status
  closedAt: Date | string | null
  solution: { state: SolutionState; round: number } | null
  /** On a ticket that was joined with another one: the answer of that one. */
  shared: { ticket: number; round: number } | null
}

/** Which round its customer reads as our answer. Joined with another request, it is that one's; what was offered here before is an earlier one. */
export const presentRound = ({ solution, status }: Pick<Standing, 'solution' | 'status'>): number | undefined =>
  solution && status !== 'duplicate' && ['offered', 'accepted'].includes(solution.state) ? solution.round : undefined

/** What buttons can be about as the ticket stands: the answer that its customer has, and how it ended. */
export function nowAbout({ number, status, closedAt, solution, shared }: Standing): string[] {
  const round = presentRound({ solution, status })
  return [
    ...(round === undefined ? [] : [answerNamed(number, round)]),
    ...(status === 'duplicate' && shared ? [answerNamed(shared.ticket, shared.round)] : []),
    ...(closedAt ? [closingNamed(closedAt)] : []),
  ]
}
