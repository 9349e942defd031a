// The history as hands: each time the ball changed hands, who had it before, from when to when and what passed it on.
import { waitingFor } from '../entities/ticket/ticket.ts'
import type { WaitingFor } from '../entities/ticket/ticket.ts'
import type { Happened } from '../events/happened.ts'
import type { Named } from '../queries/named.ts'
import type { PresentedEvent } from '../queries/one-ticket/one-ticket.ts'

export type Lane = 'customer' | 'desk' | 'representative'

export type PassedOn =
  | 'submitted'
  | 'assigned'
  | 'taken'
  | 'givenBack'
  | 'released'
  | 'proposed'
  | 'offered'
  | 'withdrawn'
  | 'approved'
  | 'returned'
  | 'accepted'
  | 'declined'
  | 'answered'
  | 'replied'
  | 'cancelled'
  | 'closed'
  | 'closedBySilence'
  | 'markedDuplicate'
  | 'reopened'

export type Ball = {
  readonly lane: Lane
  /** A person, or a group that has yet to say who. Nobody by name where the desk has it. */
  readonly holder: Named | null
  readonly hand: WaitingFor | 'writing'
  readonly from: string
  readonly to: string | null
  readonly passedOn: PassedOn | null
}

/** `events` in their order. The last ball is the present one: its `to` is null. */
export const ballsOf = (customer: Named, events: readonly PresentedEvent[]): Ball[] => {
  const balls: Ball[] = []
  let group: Named | null = null
  let member: Named | null = null
  for (const event of events) {
    group = namedIn(event, 'group') ?? group
    const changed = namedIn(event, 'member')
    if (changed !== undefined) member = changed
    const last = balls.at(-1)
    const hand = handIn(event) ?? last?.hand
    if (hand === undefined || hand === 'writing') continue
    const next = ballIn(hand, { customer, group, member, at: event.at })
    if (!last) balls.push(written(customer, event), next)
    else if (changesHands(last, next)) balls.splice(-1, 1, passed(last, event), next)
  }
  return balls
}

type Around = { customer: Named; group: Named | null; member: Named | null; at: string }

const ballIn = (hand: WaitingFor, { customer, group, member, at }: Around): Ball => {
  const open = { hand, from: at, to: null, passedOn: null }
  if (hand === 'customer' || hand === 'nobody') return { ...open, lane: 'customer', holder: customer }
  if (hand === 'representative') return { ...open, lane: 'representative', holder: member ?? group }
  return { ...open, lane: 'desk', holder: null }
}

/** Before it was sent, whoever asked had it; how long they wrote is nobody's business. */
const written = (customer: Named, { at }: PresentedEvent): Ball => ({
  lane: 'customer',
  holder: customer,
  hand: 'writing',
  from: at,
  to: at,
  passedOn: 'submitted',
})

const changesHands = (last: Ball, next: Ball): boolean =>
  last.hand !== next.hand || (next.lane === 'representative' && last.holder?.id !== next.holder?.id)

const passed = (ball: Ball, event: PresentedEvent): Ball => ({
  ...ball,
  to: event.at,
  passedOn: passedOnBy(event, ball),
})

/** What an event that moves the ball is called as the end of a stretch. */
const ways: Partial<Record<Happened, PassedOn>> = {
  ticketAssigned: 'assigned',
  ticketTaken: 'taken',
  ticketGivenBack: 'givenBack',
  ticketReleased: 'released',
  solutionProposed: 'proposed',
  solutionOffered: 'offered',
  solutionWithdrawn: 'withdrawn',
  solutionApproved: 'approved',
  solutionReturned: 'returned',
  solutionAccepted: 'accepted',
  solutionDeclined: 'declined',
  requestCancelled: 'cancelled',
  ticketClosed: 'closed',
  ticketClosedBySilence: 'closedBySilence',
  ticketMarkedDuplicate: 'markedDuplicate',
  ticketReopened: 'reopened',
}

/** A message passes the ball to and fro while an answer is with the customer. */
const passedOnBy = ({ happened }: PresentedEvent, { hand }: Ball): PassedOn =>
  ways[happened] ?? (hand === 'customer' ? 'answered' : 'replied')

const hands: ReadonlySet<unknown> = new Set(waitingFor)

const handIn = ({ after }: PresentedEvent): WaitingFor | undefined =>
  hands.has(after['waitingFor']) ? (after['waitingFor'] as WaitingFor) : undefined

/** undefined: the event did not change it. */
const namedIn = ({ after }: PresentedEvent, name: 'group' | 'member'): Named | null | undefined => {
  if (!(name in after)) return undefined
  const value = after[name]
  return typeof value === 'object' && value !== null && 'name' in value ? (value as Named) : null
}
