import { roleOf, type Verb } from './people.ts'
import { days, presentRound, type Status, type Ticket, type Who, type World } from './world.ts'

/** From where each action is possible: written down apart from `transitions.ts`, which is held to it. */
const from: Record<Verb, Status[]> = {
  cancel: ['open', 'inProgress'],
  assign: ['open', 'inProgress', 'responded'],
  take: ['open', 'inProgress'],
  'give-back': ['inProgress'],
  'propose-solution': ['inProgress'],
  'withdraw-solution': ['inProgress', 'responded'],
  'approve-solution': ['inProgress'],
  'return-solution': ['inProgress'],
  'accept-solution': ['responded', 'duplicate'],
  'decline-solution': ['responded', 'duplicate'],
  close: ['open', 'inProgress', 'responded'],
  'mark-duplicate': ['open', 'inProgress', 'responded'],
  reopen: ['closed', 'duplicate'],
  rate: ['closed'],
  reply: ['open', 'inProgress', 'responded', 'closed', 'duplicate'],
  note: ['open', 'inProgress', 'responded', 'closed', 'duplicate'],
  translate: ['open', 'inProgress', 'responded', 'closed', 'duplicate'],
  'edit-note': ['open', 'inProgress', 'responded', 'closed', 'duplicate'],
  'set-fields': ['open', 'inProgress', 'responded', 'closed', 'duplicate'],
}

/** Null, or why it cannot be now. */
export function impossible(world: World, who: Who, verb: Verb, ticket: Ticket): string | null {
  const state = presentRound(ticket)?.state
  // on a duplicate the days count anew from its original's end, and from what was said of it
  const over = ticket.original === null ? [] : [world.tickets[ticket.original]!.closed?.at, ticket.toldOfEnd]
  const late = (window: number) =>
    world.now > Math.max(...[ticket.closed?.at, ...over].map((at) => at ?? 0)) + days(window)
  if (!from[verb].includes(ticket.status)) return 'notPossibleNow'
  switch (verb) {
    case 'take':
      return ticket.member === null ? null : 'alreadyTaken'
    case 'propose-solution':
      return state === 'inReview' ? 'notPossibleNow' : null
    case 'withdraw-solution':
      return state === 'inReview' || state === 'offered' ? null : 'notPossibleNow'
    case 'approve-solution':
    case 'return-solution':
      return state === 'inReview' ? null : 'notPossibleNow'
    case 'accept-solution':
    case 'decline-solution':
      if (ticket.status === 'duplicate') return ticket.answer?.state === 'offered' ? null : 'notPossibleNow'
      return state === 'offered' && ticket.asksVerdict ? null : 'notPossibleNow'
    case 'reopen':
      return roleOf[who] === 'customer' && late(world.settings.reopenDays) ? 'tooLate' : null
    case 'rate':
      return late(world.settings.ratingDays) ? 'tooLate' : null
    default:
      return null
  }
}

/** Those that decide on what was seen: they are refused where the ticket has moved on since. */
export const decides: readonly Verb[] = [
  'assign',
  'propose-solution',
  'withdraw-solution',
  'approve-solution',
  'return-solution',
  'accept-solution',
  'decline-solution',
  'close',
  'mark-duplicate',
  'rate',
  'reply',
]
