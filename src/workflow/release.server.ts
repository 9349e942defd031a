import { lockTicket } from '../entities/ticket/ticket.write.server.ts'
import { system } from '../entities/person/actor.ts'
import type { Change } from '../events/desk.server.ts'
import { changeTicket } from './change-ticket.server.ts'
import { transitions } from './transitions.ts'

/**
 * The system gives a member's tickets back to their groups: the member was deactivated, or left the group (then only the
 * tickets of that group). Joins the change that causes it; the system is the actor. Returns the numbers released.
 */
export async function releaseTickets(change: Change, whose: { member: string; group?: string }): Promise<number[]> {
  const held = await change.db
    .selectFrom('ticket')
    .select('number')
    .where('member_id', '=', whose.member)
    .where('closed_at', 'is', null)
    .$if(whose.group !== undefined, (query) => query.where('group_id', '=', whose.group!))
    .orderBy('number')
    .execute()
  const bySystem: Change = { ...change, actor: system }
  for (const { number } of held) await releaseOne(bySystem, number, whose.member)
  return held.map(({ number }) => number)
}

async function releaseOne(change: Change, number: number, member: string): Promise<void> {
  const ticket = await lockTicket(change.db, number)
  if (!ticket || ticket.member_id !== member || ticket.closed_at) return
  await changeTicket(change, ticket, transitions.release, {
    set: { member_id: null },
    details: { from: { group: ticket.group_id, member } },
  })
}
