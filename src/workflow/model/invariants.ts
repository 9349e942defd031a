import type { Status } from './world.ts'

/** The ways that a status may go, whoever goes them. */
const ways: Record<Status, Status[]> = {
  open: ['inProgress', 'closed', 'duplicate'],
  inProgress: ['responded', 'closed', 'duplicate'],
  responded: ['inProgress', 'closed', 'duplicate'],
  closed: ['open', 'inProgress'],
  duplicate: ['open', 'inProgress'],
}

const closers: Record<string, string> = {
  requestCancelled: 'cancelled',
  solutionAccepted: 'accepted',
  ticketClosed: 'desk',
  ticketClosedBySilence: 'silence',
  ticketMarkedDuplicate: 'duplicate',
}

/** What its customer alone does. */
const ofCustomer = ['requestCancelled', 'solutionAccepted', 'solutionDeclined', 'originalAnswerAccepted', 'ticketRated']
const bySystem = ['ticketClosedBySilence', 'solutionReminded', 'ticketReleased']

type Event = {
  seq: number
  happened: string
  actor_id: string | null
  after: Record<string, unknown>
  details: Record<string, unknown>
}

/** What must hold of any ticket's story, whatever the model says. Returns what does not. */
export function broken(events: readonly Event[]): string[] {
  const faults: string[] = []
  let status = events[0]?.after.status as Status
  let score: unknown = null
  let author: unknown = null
  const customer = events[0]?.after.customer_id
  for (const [index, { seq, happened, actor_id, after, details }] of events.entries()) {
    if (seq !== index + 1) faults.push(`event ${index + 1} has seq ${seq}`)
    const next = after.status as Status | undefined
    if (index > 0 && next && !ways[status].includes(next)) faults.push(`${status} became ${next} by ${happened}`)
    if (next === 'closed' || next === 'duplicate')
      if (!closers[happened] || closers[happened] !== after.ended)
        faults.push(`${happened} ended it as ${String(after.ended)}`)
    if (happened === 'ticketClosed' && !details.reason) faults.push('the desk closed without a reason')
    if ('score' in after && after.score !== score && happened !== 'ticketRated' && index > 0)
      faults.push(`${happened} rated`)
    if (happened === 'ticketRated' && status !== 'closed') faults.push(`rated while ${status}`)
    if (after.score != null && ![1, 2, 3, 4, 5].includes(Number(after.score)))
      faults.push(`rated ${JSON.stringify(after.score)}`)
    if (ofCustomer.includes(happened) && actor_id !== customer) faults.push(`${happened} by another than its customer`)
    if (bySystem.includes(happened) !== (actor_id === null)) faults.push(`${happened} by ${String(actor_id)}`)
    if (happened === 'solutionProposed' || happened === 'solutionOffered') author = actor_id
    if (happened === 'solutionApproved' && (actor_id === author) !== (details.selfReviewed === true))
      faults.push('who reviewed themselves is not marked, or another is')
    score = after.score ?? score
    status = next ?? status
  }
  return faults
}
