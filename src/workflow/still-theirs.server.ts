import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import type { Change } from '../events/desk.server.ts'
import { holdAsDesk, holdMember } from './hold-member.server.ts'

/**
 * Tickets that have ended are not released when their member leaves: who had it may be gone by the time it is reopened. Whoever
 * is there keeps it, as one of its group or as the desk, which takes any.
 */
export async function stillTheirs(change: Change, ticket: Ticket): Promise<Partial<Ticket>> {
  const { group_id, member_id } = ticket
  if (member_id === null || (await holdMember(change, member_id, group_id))) return {}
  return (await holdAsDesk(change, member_id, ticket)) ? {} : { member_id: null }
}
