import type { FigureColumn } from '../entities/figure-tables.ts'
import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import type { Status } from '../entities/ticket/ticket.ts'
import type { Happened } from '../events/happened.ts'

/** What happened to one ticket: the row as it was (null before the first event) and as it is. */
export type Step = {
  before: Ticket | null
  after: Ticket
  happened: Happened
  details: Record<string, unknown>
}

/** What a change adds to the figures of one group and, where there is one, one member. */
export type Delta = { group_id: string; member_id: string | null } & { [Column in FigureColumn]?: number }

/** The counts that follow from the event and the row alone; ratings and first responses also ask what was before. */
export function deltasOf({ before, after, happened }: Step): Delta[] {
  const happening = counted[happened]
  return [...(happening ? [{ ...handsOf(after), [happening]: 1 }] : []), ...standingDeltas(before, after)]
}

/** A ticket that has not ended stands in one status, in somebody's hands: it leaves there and arrives here. */
function standingDeltas(before: Ticket | null, after: Ticket): Delta[] {
  const was = before && columnOf[before.status]
  const is = columnOf[after.status]
  const handed = was && is && !sameHands(before, after) ? 1 : 0
  if (was === is && !handed) return []
  return [
    ...(was ? [{ ...handsOf(before), [was]: -1, moved: -handed }] : []),
    ...(is ? [{ ...handsOf(after), [is]: 1, moved: handed }] : []),
  ]
}

/** The first words of the desk that the customer reads: a reply, a solution that goes out, the reason of an ending. */
export function isWordToCustomer({ happened, details }: Pick<Step, 'happened' | 'details'>): boolean {
  return happened === 'replyAdded' ? details.side === 'staff' : wordsToCustomer.includes(happened)
}

const wordsToCustomer: readonly Happened[] = [
  'solutionApproved',
  'solutionOffered',
  'ticketClosed',
  'ticketMarkedDuplicate',
]

export const handsOf = ({ group_id, member_id }: Pick<Ticket, 'group_id' | 'member_id'>) => ({ group_id, member_id })

function sameHands(one: Ticket, other: Ticket): boolean {
  return one.group_id === other.group_id && one.member_id === other.member_id
}

const columnOf: Partial<Record<Status, FigureColumn>> = {
  open: 'open',
  inProgress: 'in_progress',
  responded: 'responded',
}

const counted: Partial<Record<Happened, FigureColumn>> = {
  ticketSubmitted: 'opened',
  ticketReopened: 'reopened',
  requestCancelled: 'closed',
  solutionAccepted: 'closed',
  ticketClosed: 'closed',
  ticketClosedBySilence: 'closed',
  ticketMarkedDuplicate: 'duplicates',
  solutionApproved: 'offered',
  solutionOffered: 'offered',
  solutionDeclined: 'declined',
}
