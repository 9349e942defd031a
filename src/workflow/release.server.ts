import { sql, type SqlBool } from 'kysely'
import { ticketColumns } from '../entities/ticket/columns.ts'
import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import { lockTicket } from '../entities/ticket/ticket.write.server.ts'
import { system } from '../entities/person/actor.ts'
import type { Change, Desk } from '../events/desk.server.ts'
import { loadPerson } from '../users/sign-in/session.server.ts'
import { canHold } from './can-hold.ts'
import { changeTicket } from './change-ticket.server.ts'
import { transitions } from './transitions.ts'

/**
 * The system gives all of a member's tickets back to their groups: the member was deactivated. Joins the change that causes it;
 * the system is the actor. Returns the numbers released.
 */
export const releaseTickets = (change: Change, member: string): Promise<number[]> =>
  releaseThose(change, member, () => true)

/**
 * The same of somebody who stays, but left a group or lost a role: the tickets of that group, and those that they can hold no
 * longer. With them such a ticket would lie: nobody else can take it, and what its customer writes reaches no one.
 */
export async function releaseLost(change: Change, member: string, left?: string): Promise<number[]> {
  const person = await loadPerson(change.db, member)
  return releaseThose(
    change,
    member,
    (ticket) => ticket.group_id === left || !person || !canHold(person, { ...ticket, author_id: null }),
  )
}

/** The same of many, of whom most hold nothing: an import took a role from them, or their role allows less. */
export async function releaseLostOfMany(change: Change, members: readonly string[]): Promise<void> {
  if (members.length === 0) return
  const holders = await change.db
    .selectFrom('ticket')
    .select('member_id')
    .distinct()
    .where(sql<SqlBool>`member_id = any (${[...members]}::uuid[])`)
    .where('closed_at', 'is', null)
    .orderBy('member_id')
    .execute()
  for (const { member_id: member } of holders) await releaseLost(change, member!)
}

/**
 * Nobody keeps what they cannot hold, however they came to it: a version before this one left such tickets lying, and who is given
 * one in the moment in which they lose the right to it is past every look. Returns the numbers released.
 */
export async function releaseLostOfAll(desk: Desk): Promise<number[]> {
  const holders = await desk
    .read()
    .selectFrom('ticket')
    .select('member_id')
    .distinct()
    .where('member_id', 'is not', null)
    .where('closed_at', 'is', null)
    .orderBy('member_id')
    .execute()
  const numbers: number[] = []
  for (const { member_id: member } of holders)
    numbers.push(...(await desk.change(system, (change) => releaseLost(change, member!))))
  return numbers
}

type Held = Pick<Ticket, (typeof heldColumns)[number]>
const heldColumns = ticketColumns.filter((column) => !isText(column))
type Text = 'title' | 'description' | 'custom' | 'comment'
function isText(column: keyof Ticket): column is Text {
  return ['title', 'description', 'custom', 'comment'].includes(column)
}

async function releaseThose(change: Change, member: string, goes: (ticket: Held) => boolean): Promise<number[]> {
  const held = await change.db
    .selectFrom('ticket')
    .select(heldColumns)
    .where('member_id', '=', member)
    .where('closed_at', 'is', null)
    .orderBy('number')
    .execute()
  const numbers = held.filter(goes).map(({ number }) => number)
  const bySystem: Change = { ...change, actor: system }
  for (const number of numbers) await releaseOne(bySystem, number, member)
  return numbers
}

async function releaseOne(change: Change, number: number, member: string): Promise<void> {
  const ticket = await lockTicket(change.db, number)
  if (!ticket || ticket.member_id !== member || ticket.closed_at) return
  await changeTicket(change, ticket, transitions.release, {
    set: { member_id: null },
    details: { from: { group: ticket.group_id, member } },
  })
}
