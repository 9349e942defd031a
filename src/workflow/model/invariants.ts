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

type Event = { seq: number; happened: string; after: Record<string, unknown>; details: Record<string, unknown> }

/** What must hold of any ticket's story, whatever the model says. Returns what does not. */
export function broken(events: readonly Event[]): string[] {
  const faults: string[] = []
  let status = events[0]?.after.status as Status
  let score: unknown = null
  for (const [index, { seq, happened, after, details }] of events.entries()) {
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
    score = after.score ?? score
    status = next ?? status
  }
  return faults
}
