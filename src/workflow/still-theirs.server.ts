import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import type { Change } from '../events/desk.server.ts'
import { holdMember } from './hold-member.server.ts'

/** Tickets that have ended are not released when their member leaves: who had it may be gone by the time it is reopened. */
export async function stillTheirs(change: Change, { group_id, member_id }: Ticket): Promise<Partial<Ticket>> {
  if (member_id === null || (await holdMember(change, member_id, group_id))) return {}
  return { member_id: null }
}
