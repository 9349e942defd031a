// The path in the customer's form: they and we, four stations. Of a request that came back only its last way is named.
import type { AnswerState, Ending, Status } from '../entities/ticket/ticket.ts'
import type { PresentedEvent, PresentedTicket } from '../queries/one-ticket/one-ticket.ts'
import type { StepKind } from './path.ts'

export type CustomerLane = 'you' | 'us'
/** The four stations; `answered`: they wrote to us about the answer; `duplicate`: it goes on with another request. */
export type Station = 'writing' | 'open' | 'inProgress' | 'responded' | 'answered' | 'closed' | 'duplicate'
export type CameBack = 'declined' | 'withdrawn' | 'answered' | 'reopened'

export type CustomerStep = {
  readonly lane: CustomerLane
  readonly station: Station
  readonly kind: StepKind
  /** Passed on an earlier way: drawn, but not named. */
  readonly quiet: boolean
  readonly from: string | null
  readonly to: string | null
}

export type CustomerPath = {
  readonly steps: readonly CustomerStep[]
  readonly ball: { readonly lane: CustomerLane; readonly station: Station; readonly since: string } | null
  readonly cameBack: CameBack | null
  readonly ended: Ending | null
}

type Ticket = Pick<PresentedTicket, 'ended'>

/** The path as its customer may see it, made from the events that are presented to them: no names, no rounds, no review. */
export const customerPath = (ticket: Ticket, events: readonly PresentedEvent[]): CustomerPath => {
  const phases = phasesOf(events)
  const turn = phases.findLastIndex(({ cameBack }) => cameBack !== null)
  const now = phases.at(-1)
  const isEnded = ticket.ended !== null
  const passed = phases.map((phase, index) => stepOf(phase, index, turn, phases.length - 1, isEnded))
  const start: CustomerStep = { ...bare('writing', 'done'), from: phases[0]?.from ?? null, to: phases[0]?.from ?? null }
  return {
    steps: now ? [start, ...folded(passed, turn), ...(isEnded ? [] : toCome(now.station))] : [],
    ball: isEnded || !now ? null : { lane: laneOf(now.station), station: now.station, since: now.from },
    cameBack: phases[turn]?.cameBack ?? null,
    ended: ticket.ended,
  }
}

type Joined = { original: NonNullable<PresentedTicket['original']>; offeredByOriginal: { state: AnswerState } | null }

/**
 * The way of the original, for those whose request was joined with it: how far it is, nothing else. They have the ball only while
 * its answer asks for a yes of their own; what its own customer still has to say is not theirs.
 */
export const originalPath = ({ original: { status, since }, offeredByOriginal }: Joined): CustomerPath => {
  const station = stationOf(status)
  const at = way.indexOf(station)
  const isEnded = station === 'closed'
  const isSettled = station === 'responded' && offeredByOriginal?.state !== 'offered'
  const passed = way.slice(0, at).map((each) => bare(each, 'done'))
  return {
    steps: [
      bare('writing', 'done'),
      ...passed,
      bare(station, isEnded ? 'end' : isSettled ? 'done' : 'now'),
      ...(isEnded ? [] : toCome(station)),
    ],
    ball: isEnded || isSettled ? null : { lane: laneOf(station), station, since },
    cameBack: null,
    ended: null,
  }
}

const way: readonly Station[] = ['open', 'inProgress', 'responded', 'closed']

const stationOf = (status: Status): Station => status

const laneOf = (station: Station): CustomerLane =>
  station === 'open' || station === 'inProgress' || station === 'answered' ? 'us' : 'you'

type Phase = { station: Station; from: string; to: string | null; cameBack: CameBack | null }

const phasesOf = (events: readonly PresentedEvent[]): Phase[] => {
  const phases: Phase[] = []
  for (const event of events) {
    const last = phases.at(-1)
    const station = stationAfter(event, last?.station)
    if (!station || station === last?.station) continue
    if (last) phases.splice(-1, 1, { ...last, to: event.at, cameBack: cameBackBy(event, station) })
    phases.push({ station, from: event.at, to: null, cameBack: null })
  }
  return phases
}

/** A message about an offered answer brings the ball to us, ours brings it back; the status stays. */
const stationAfter = ({ after }: PresentedEvent, station: Station | undefined): Station | undefined => {
  if (typeof after['status'] === 'string') return stationOf(after['status'] as Status)
  if (station === 'responded' && isOurs(after['waitingFor'])) return 'answered'
  return station === 'answered' && after['waitingFor'] === 'customer' ? 'responded' : undefined
}

const isOurs = (waitingFor: unknown): boolean => waitingFor === 'representative' || waitingFor === 'desk'

const cameBackBy = ({ happened }: PresentedEvent, next: Station): CameBack | null => {
  if (happened === 'solutionDeclined') return 'declined'
  if (happened === 'solutionWithdrawn') return 'withdrawn'
  if (happened === 'ticketReopened') return 'reopened'
  return next === 'answered' ? 'answered' : null
}

const stepOf = (phase: Phase, index: number, turn: number, last: number, isEnded: boolean): CustomerStep => ({
  lane: laneOf(phase.station),
  station: phase.station,
  kind: index === last ? (isEnded ? 'end' : 'now') : kindOf(phase),
  quiet: index <= turn,
  from: phase.from,
  to: phase.to,
})

const kindOf = ({ cameBack }: Phase): StepKind => (cameBack && cameBack !== 'answered' ? 'returned' : 'done')

/** Of the ways before the last turn only the turn itself is drawn, and that it was received: it fits on a telephone. */
const folded = (steps: readonly CustomerStep[], turn: number): CustomerStep[] =>
  turn < 0 ? [...steps] : [...steps.slice(0, 1), ...steps.slice(Math.max(1, turn))]

const toCome = (station: Station): CustomerStep[] => {
  const next: Station[] = station === 'answered' ? ['responded', 'closed'] : way.slice(way.indexOf(station) + 1)
  return next.map((each) => bare(each, 'todo'))
}

const bare = (station: Station, kind: StepKind): CustomerStep => ({
  lane: laneOf(station),
  station,
  kind,
  quiet: false,
  from: null,
  to: null,
})
