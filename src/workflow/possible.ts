import type { TicketFacts } from '../permissions/ticket-facts.ts'
import { transitionOf, type transitions } from './transitions.ts'
import { after, type WorkflowSettings } from './workflow-settings.ts'
import { overSince } from './over-since.ts'
import type { PersonsVerb } from '../permissions/may.ts'

/** Yes, or what stands against it now. The windows of time bind whoever acts `asCustomer`, never the desk. */
export type Possible = true | { code: 'notPossibleNow' } | { code: 'alreadyTaken' } | { code: 'tooLate'; endedOn: Date }

export type Moment = { at: Date; settings: WorkflowSettings; asCustomer: boolean }

const no = { code: 'notPossibleNow' } as const

/** Whether the ticket's state and the time allow it. Whether the person may is `may`'s to say. */
export function possible(
  verb: PersonsVerb | 'release' | 'close-by-silence',
  ticket: TicketFacts,
  now: Moment,
): Possible {
  const transition = transitionOf(verb, ticket)
  if (!transition.from.includes(ticket.status)) return no
  if (transition.solution && !(ticket.solution_state && transition.solution.includes(ticket.solution_state))) return no
  if (transition.asked && !isAsked[transition.asked](ticket)) return no
  if (ticket.solution_state && transition.solutionNot?.includes(ticket.solution_state)) return no
  return extra[verb]?.(ticket, now) ?? true
}

/** What the table cannot say: conditions on the assignee and on time. */
const extra: Partial<Record<keyof typeof transitions, (ticket: TicketFacts, now: Moment) => Possible>> = {
  take: (ticket) => (ticket.member_id === null ? true : { code: 'alreadyTaken' }),
  'give-back': (ticket) => (ticket.member_id === null ? no : true),
  release: (ticket) => (ticket.member_id === null ? no : true),
  reopen: (ticket, now) => (now.asCustomer ? within(ticket, now, now.settings.reopenDays) : true),
  rate: (ticket, now) => within(ticket, now, now.settings.ratingDays),
}

function within(ticket: TicketFacts, now: Moment, days: number): Possible {
  const endedOn = after(overSince(ticket) ?? now.at, days)
  return now.at <= endedOn ? true : { code: 'tooLate', endedOn }
}

/** An offered solution can always be answered where customers confirm; the offer itself remembers that they did. */
const isAsked: Record<'here' | 'byOriginal', (ticket: TicketFacts) => boolean> = {
  here: (ticket) => ticket.asks_verdict !== false,
  byOriginal: (ticket) => ticket.answer_state === 'offered',
}
