import type { MultilingualText } from '../../fields/multilingual-text/multilingual-text.ts'
import { differingColumns } from '../../events/replay.ts'
import { reasonsIn, roundOfReason } from '../../events/reasons.ts'
import type { TicketCheck, WholeTicket } from './whole-ticket.ts'

type Event = WholeTicket['events'][number]

/** A round's state is what the last event about it made of it, and its reason what was given then, with its translations. */
export const roundsAgree: TicketCheck = {
  name: 'solution rounds agree with the events',
  differences(ticket) {
    const { row, rounds } = ticket
    const expected = statesOf(ticket)
    const wrong = rounds.flatMap(({ round, state }) =>
      expected.get(round) === state
        ? []
        : [`T-${row.number}: round ${round} is ${state} instead of ${expected.get(round)}`],
    )
    const missing = [...expected.keys()].filter((round) => !rounds.some((each) => each.round === round))
    const present = rounds.find(({ round }) => round === row.solution_round)
    if (row.solution_round !== null && present?.state !== row.solution_state)
      wrong.push(
        `T-${row.number} says its solution is ${row.solution_state}, its round ${present?.state ?? 'is missing'}`,
      )
    const told = reasonsOf(ticket)
    const strange = rounds.filter(
      ({ round, reason }) => differingColumns({ reason }, { reason: told.get(round) ?? null })[0],
    )
    wrong.push(...strange.map(({ round }) => `T-${row.number}: the reason of round ${round} is not what was said`))
    return [...wrong, ...missing.map((round) => `T-${row.number}: round ${round} is missing`)]
  },
}

const made: Record<string, string> = {
  solutionProposed: 'inReview',
  solutionOffered: 'offered',
  solutionApproved: 'offered',
  solutionReturned: 'returned',
  solutionWithdrawn: 'withdrawn',
  solutionAccepted: 'accepted',
  solutionDeclined: 'declined',
}

function statesOf({ events }: WholeTicket): Map<number, string> {
  const states = new Map<number, string>()
  let present: number | undefined
  for (const event of events) {
    present = presentRound(event, present)
    const state = made[event.happened] ?? (event.after['solution_state'] === 'withdrawn' ? 'withdrawn' : undefined)
    if (state && present !== undefined) states.set(present, state)
  }
  return states
}

function reasonsOf({ events }: WholeTicket): Map<number, MultilingualText | undefined> {
  const reasons = reasonsIn(events)
  return new Map(
    events.flatMap((event) => {
      const round = roundOfReason(event)
      return round === undefined ? [] : [[round, reasons.get(event.seq)]]
    }),
  )
}

function presentRound({ after }: Event, before: number | undefined): number | undefined {
  if (!Object.hasOwn(after, 'solution_round')) return before
  return (after['solution_round'] as number | null) ?? undefined
}
