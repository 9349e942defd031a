import type { WaitingFor } from '../entities/ticket/ticket.ts'
import { supportDeskId } from '../entities/group/support-desk.ts'

type Row = {
  status: string
  group_id: string
  member_id: string | null
  solution_state: string | null
  answered: boolean
}

/** Who has the ball. Derived from the row alone; since when is the moment at which this answer last changed hands. */
export function waitingOf(row: Row): WaitingFor {
  switch (row.status) {
    case 'open':
      return 'desk'
    case 'responded':
      return row.answered ? worker(row) : 'customer'
    case 'inProgress':
      return row.solution_state === 'inReview' ? 'review' : worker(row)
    default:
      return 'nobody'
  }
}

/** Work that lies with the Support Desk as a group is the desk's to hand out; elsewhere the representatives have it. */
function worker(row: Row): WaitingFor {
  return row.member_id === null && row.group_id === supportDeskId ? 'desk' : 'representative'
}
