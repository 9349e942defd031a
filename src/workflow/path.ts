// Where a ticket is on its way: who had the ball and how long, who has it now, what is still to come. Codes only: views put
// them into words. Staff see everybody by name, a customer sees themselves and us.
import type { Ending } from '../entities/ticket/ticket.ts'
import type { Named } from '../queries/named.ts'
import type { PresentedEvent, PresentedTicket } from '../queries/one-ticket/one-ticket.ts'
import { ballsOf } from './path-balls.ts'
import type { Ball, Lane, PassedOn } from './path-balls.ts'

export type { Lane, PassedOn } from './path-balls.ts'

/** What whoever has the ball does with it, and what is still to come. */
export type Doing = 'writing' | 'firstLook' | 'working' | 'reworking' | 'answering' | 'reviewing' | 'deciding' | 'ended'
export type StepKind = 'done' | 'now' | 'todo' | 'returned' | 'end'

export type StaffStep = {
  readonly lane: Lane
  readonly holder: Named | null
  readonly kind: StepKind
  readonly doing: Doing
  /** What ended it; null while it lasts or is still to come. */
  readonly passedOn: PassedOn | null
  readonly from: string | null
  readonly to: string | null
}

export type StaffPath = {
  /** From above: the customer, the desk, whoever works on it (null: nobody yet). */
  readonly lanes: readonly { readonly key: Lane; readonly holder: Named | null }[]
  readonly steps: readonly StaffStep[]
  readonly ball: {
    readonly lane: Lane
    readonly holder: Named | null
    readonly doing: Doing
    readonly since: string
    /** How the ball came to them. */
    readonly after: PassedOn
  } | null
  readonly ended: Ending | null
  /** How often the ball came back: returned, declined, withdrawn or reopened. */
  readonly cameBack: number
}

type Ticket = Pick<PresentedTicket, 'customer' | 'assignee' | 'ended'>
type Options = { readonly review: boolean }

/** `review: false`: where nothing is reviewed, the way ahead shows no review. */
export const staffPath = (
  ticket: Ticket,
  events: readonly PresentedEvent[],
  options: Options = { review: true },
): StaffPath => {
  const balls = ballsOf(ticket.customer, events)
  const steps = balls.map((ball, index) => stepOf(ball, balls[index - 1]))
  const now = balls.at(-1)
  const last = steps.at(-1)
  const isEnded = ticket.ended !== null
  return {
    lanes: lanesOf(ticket, balls),
    steps: isEnded || !last ? steps : [...steps, ...toCome(last.doing, options)],
    ball: isEnded || !now || !last ? null : ballOf(now, last.doing, balls.at(-2)),
    ended: ticket.ended,
    cameBack: balls.filter(({ passedOn }) => passedOn !== null && comesBack.has(passedOn)).length,
  }
}

const comesBack: ReadonlySet<PassedOn> = new Set<PassedOn>(['returned', 'declined', 'withdrawn', 'reopened'])

const stepOf = (ball: Ball, before: Ball | undefined): StaffStep => ({
  lane: ball.lane,
  holder: ball.holder,
  kind: kindOf(ball),
  doing: doingOf(ball, before?.passedOn ?? null),
  passedOn: ball.passedOn,
  from: ball.from,
  to: ball.to,
})

const kindOf = ({ passedOn, hand }: Ball): StepKind => {
  if (passedOn) return comesBack.has(passedOn) ? 'returned' : 'done'
  return hand === 'nobody' ? 'end' : 'now'
}

const doingOf = ({ hand }: Ball, cameBy: PassedOn | null): Doing => {
  if (hand === 'writing') return 'writing'
  if (hand === 'nobody') return 'ended'
  if (hand === 'review') return 'reviewing'
  if (hand === 'customer') return 'deciding'
  if (cameBy === 'answered') return 'answering'
  if (cameBy && comesBack.has(cameBy)) return 'reworking'
  return hand === 'desk' ? 'firstLook' : 'working'
}

const ballOf = ({ lane, holder, from }: Ball, doing: Doing, before: Ball | undefined): StaffPath['ball'] => ({
  lane,
  holder,
  doing,
  since: from,
  after: before?.passedOn ?? 'submitted',
})

const toCome = (doing: Doing, { review }: Options): StaffStep[] => {
  const ahead: [Lane, Doing][] = [
    ['representative', 'working'],
    ...(review ? ([['desk', 'reviewing']] as [Lane, Doing][]) : []),
    ['customer', 'deciding'],
    ['customer', 'ended'],
  ]
  const stage = { firstLook: 'firstLook', reviewing: 'reviewing', deciding: 'deciding' }[doing as string] ?? 'working'
  const at = ahead.findIndex(([, each]) => each === stage)
  return ahead.slice(at + 1).map(([lane, each]) => ({
    lane,
    holder: null,
    kind: 'todo',
    doing: each,
    passedOn: null,
    from: null,
    to: null,
  }))
}

/** The third lane carries the name of whoever works on it now, else of who did last. */
const lanesOf = ({ customer, assignee }: Ticket, balls: readonly Ball[]): StaffPath['lanes'] => [
  { key: 'customer', holder: customer },
  { key: 'desk', holder: null },
  {
    key: 'representative',
    holder: balls.findLast(({ lane }) => lane === 'representative')?.holder ?? assignee.member,
  },
]
