import { sql } from 'kysely'
import type { Desk } from '../../events/desk.server.ts'
import type { TicketFacts } from '../../permissions/ticket-facts.ts'

/**
 * What decides who sees each ticket, as it is now and as it was before its last events: who just lost sight of a ticket
 * hears of it once more, so that it leaves their list.
 */
export async function sightsOf(desk: Desk, tickets: readonly number[]): Promise<Map<number, TicketFacts[]>> {
  const sights = new Map<number, TicketFacts[]>()
  if (tickets.length === 0) return sights
  const rows = await desk
    .read()
    .selectFrom('ticket')
    .selectAll()
    .select(lastAssignees.as('assignees'))
    .where('number', 'in', [...tickets])
    .execute()
  for (const row of rows) {
    const now: TicketFacts = { ...row, author_id: null }
    const before = (row.assignees ?? []).map((past) => ({
      ...now,
      ...(past.group_id ? { group_id: past.group_id } : {}),
      ...('member_id' in past ? { member_id: past.member_id ?? null } : {}),
    }))
    sights.set(row.number, [now, ...before])
  }
  return sights
}

/** Groups and members that the last five events took the ticket from. */
const lastAssignees = sql<{ group_id?: string; member_id?: string | null }[] | null>`(
  select json_agg(last.before)
  from (
    select before
    from ticket_event
    where ticket_event.ticket_number = ticket.number
    order by seq desc
    limit 5
  ) as last
  where last.before ?| array['group_id', 'member_id'])`
