import type { Desk } from '../../events/desk.server.ts'
import { unseenByCustomers } from '../../events/among-staff.ts'

/** Of what happened, the tickets whose customers' pages show it: that staff write notes, when and how often, is not told to them. */
export async function seenByCustomers(
  desk: Desk,
  events: readonly (readonly [ticket: number, position: number])[],
): Promise<number[]> {
  if (events.length === 0) return []
  const positions = events.map(([, position]) => position)
  const rows = await desk
    .read()
    .selectFrom('ticket_event')
    .select('ticket_number')
    .distinct()
    .where('position', 'in', positions)
    .where('happened', 'not in', unseenByCustomers)
    .execute()
  return rows.map(({ ticket_number: number }) => number)
}
