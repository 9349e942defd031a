import type { Transaction } from 'kysely'
import { supportDeskId } from '../entities/group/support-desk.ts'
import type { Tables } from '../entities/tables.ts'
import type { Ask, Audience, Scene } from './interaction.ts'
import { loadPeople } from '../users/people.server.ts'
import type { FileOfMail, SentFile } from './raw.ts'
import { maySee } from './recipients.ts'

type Db = Transaction<Tables>

/** The questions of the interactions, asked of the database as it is when they tell. */
export function askOf(db: Db, { ticket }: Scene): Ask {
  const ask: Ask = {
    async desk() {
      const people = await activeMembers(db, supportDeskId)
      const group = await ask.groupName(supportDeskId)
      if (people.length > 0) return { people, side: 'staff', why: { group } }
      return { people: await activeAdministrators(db), side: 'staff', why: { group, standsIn: true } }
    },
    async membersOf(group) {
      // an empty Support Desk is stood in for, whatever it should have been told of
      if (group === supportDeskId) return ask.desk()
      const people = await activeMembers(db, group)
      return { people, side: 'staff', why: { group: await ask.groupName(group) } }
    },
    async seersIn(group) {
      const members = await ask.membersOf(group)
      return { ...members, people: await seeing(db, ticket, members.people) }
    },
    async groupOrDesk(group, but) {
      const members = await ask.seersIn(group)
      // told late: who does not see it because it went on to another group since lacks nothing
      if (ticket.group_id !== group || members.people.some((id) => id !== but)) return members
      return { ...(await ask.desk()), variant: 'desk' }
    },
    assignee: () => ({ people: ticket.member_id ? [ticket.member_id] : [], side: 'staff', why: 'assignee' }),
    async author(round) {
      const { author_id: author } = await readRound(db, ticket.number, round)
      return { people: [author], side: 'staff', why: author === ticket.member_id ? 'assignee' : 'participant' }
    },
    async acceptedAuthor() {
      const author = await readAcceptedAuthor(db, ticket.number)
      return { people: author ? [author] : [], side: 'staff', why: 'participant' }
    },
    async solvers(round) {
      const author = await ask.author(round)
      return { ...author, people: [...new Set([...author.people, ...ask.assignee().people])] }
    },
    async goesOn(round) {
      const solvers = await ask.solvers(round)
      const isAnyoneHere = (await seeing(db, ticket, solvers.people)).length > 0
      return isAnyoneHere ? ask.assignee() : atWorkOn(db, ask, ticket)
    },
    staffOnTicket: async () => [await atWorkOn(db, ask, ticket), await whoWroteOn(db, ticket)],
    async staffOnOriginal() {
      const original = ticket.duplicate_of === null ? undefined : await readTicket(db, ticket.duplicate_of)
      if (!original) return []
      const [atWork, wrote] = [await atWorkOn(db, ask, original), await whoWroteOn(db, original)]
      return [{ ...wrote, people: [...atWork.people, ...wrote.people] }]
    },
    customer: (variant) => ({
      people: [ticket.customer_id],
      side: 'customer',
      why: 'customer',
      ...(variant ? { variant } : {}),
    }),
    async nameOf(person) {
      if (person === null) return undefined
      const row = await db.selectFrom('users').select('name').where('id', '=', person).executeTakeFirst()
      return row?.name
    },
    async groupName(group) {
      const row = await db.selectFrom('user_group').select('name').where('id', '=', group).executeTakeFirst()
      return row?.name ?? ''
    },
    async groupOfMailbox() {
      const group = await assignedBySystem(db, ticket.number)
      return group && ask.groupName(group)
    },
    message: (id) => readMessage(db, ticket.number, id),
    async round(number) {
      const { text, offered_at: offeredAt } = await readRound(db, ticket.number, number)
      return { text, offeredAt }
    },
    async sharedAnswer(original, round) {
      const row = await selectRound(db, original, round).where('offered_at', 'is not', null).executeTakeFirst()
      return row?.text
    },
    leftOut: (of) => readLeftOut(db, ticket.number, of),
    files: (of, number = ticket.number) => readFiles(db, number, of),
    async isProven(person) {
      const row = await db.selectFrom('users').select('email_verified').where('id', '=', person).executeTakeFirst()
      return row?.email_verified ?? false
    },
  }
  return ask
}

/**
 * Who works on a ticket now: its member, while they are here and see it; else who of its group does. Where there is nobody of
 * either, the Support Desk, so that no word of a customer's is lost with somebody who left.
 */
async function atWorkOn(db: Db, ask: Ask, ticket: Scene['ticket']): Promise<Audience> {
  const { member_id: member, group_id: group } = ticket
  if (member && (await seeing(db, ticket, [member])).length > 0)
    return { people: [member], side: 'staff', why: 'assignee' }
  const members = await ask.seersIn(group)
  return members.people.length > 0 ? members : ask.desk()
}

/** Those of them who are active, no programs, and see the ticket as one of the staff. */
async function seeing(db: Db, ticket: Scene['ticket'], ids: readonly string[]): Promise<string[]> {
  const people = await loadPeople(db, ids)
  const able = ids.filter((id) => people.has(id) && maySee(people.get(id)!, ticket, 'staff'))
  if (able.length === 0) return []
  const rows = await db.selectFrom('users').select('id').where('id', 'in', able).where('service', '=', false).execute()
  const told = new Set(rows.map(({ id }) => id))
  return able.filter((id) => told.has(id))
}

/** Staff who replied, noted or proposed here; whether they still see the ticket is asked of every recipient. */
const whoWroteOn = async (db: Db, { number }: Scene['ticket']): Promise<Audience> => ({
  people: await staffWhoWrote(db, number),
  side: 'staff',
  why: 'participant',
})

async function activeMembers(db: Db, group: string): Promise<string[]> {
  const rows = await db
    .selectFrom('group_member')
    .innerJoin('users', 'users.id', 'group_member.user_id')
    .select('users.id')
    .where('group_member.group_id', '=', group)
    .where('users.active', '=', true)
    .where('users.service', '=', false)
    .orderBy('users.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Holders of the role itself, given to them or to a group of theirs. */
async function activeAdministrators(db: Db): Promise<string[]> {
  const own = db.selectFrom('user_role').select('user_id').where('role_key', '=', 'administrator')
  const byGroup = db
    .selectFrom('group_role')
    .innerJoin('group_member', 'group_member.group_id', 'group_role.group_id')
    .select('group_member.user_id')
    .where('group_role.role_key', '=', 'administrator')
  const rows = await db
    .selectFrom('users')
    .select('id')
    .where('active', '=', true)
    .where('service', '=', false)
    .where((eb) => eb.or([eb('id', 'in', own), eb('id', 'in', byGroup)]))
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

async function staffWhoWrote(db: Db, ticket: number): Promise<string[]> {
  const rows = await db
    .selectFrom('message')
    .select('author_id')
    .where('ticket_number', '=', ticket)
    .where('side', '=', 'staff')
    .union(db.selectFrom('solution_round').select('author_id').where('ticket_number', '=', ticket))
    .orderBy('author_id')
    .execute()
  return rows.map((row) => row.author_id)
}

/** Only a mail that comes by the mailbox of a group is assigned by nobody. */
async function assignedBySystem(db: Db, ticket: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('ticket_event')
    .select('after')
    .where('ticket_number', '=', ticket)
    .where('happened', '=', 'ticketAssigned')
    .where('actor_id', 'is', null)
    .orderBy('seq')
    .executeTakeFirst()
  return row?.after['group_id'] as string | undefined
}

const readTicket = (db: Db, number: number) =>
  db.selectFrom('ticket').selectAll().where('number', '=', number).executeTakeFirst()

const readMessage = (db: Db, ticket: number, id: string) =>
  db
    .selectFrom('message')
    .select('text')
    .where('ticket_number', '=', ticket)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

const readRound = (db: Db, ticket: number, round: number) => selectRound(db, ticket, round).executeTakeFirstOrThrow()

const selectRound = (db: Db, ticket: number, round: number) =>
  db
    .selectFrom('solution_round')
    .select(['author_id', 'text', 'offered_at'])
    .where('ticket_number', '=', ticket)
    .where('round', '=', round)

async function readAcceptedAuthor(db: Db, ticket: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('solution_round')
    .select('author_id')
    .where('ticket_number', '=', ticket)
    .where('state', '=', 'accepted')
    .orderBy('round', 'desc')
    .executeTakeFirst()
  return row?.author_id
}

async function readLeftOut(db: Db, ticket: number, of: string): Promise<FileOfMail[]> {
  const rows = await db
    .selectFrom('ticket_file')
    .select(['name', 'size', 'left_out'])
    .where('ticket_number', '=', ticket)
    .where('text_id', '=', of)
    .where('left_out', 'is not', null)
    .orderBy('at')
    .orderBy('place')
    .execute()
  return rows.flatMap(({ name, size, left_out: why }) => (why ? [{ name, size, why }] : []))
}

const readFiles = (db: Db, ticket: number, of: string): Promise<SentFile[]> =>
  db
    .selectFrom('ticket_file')
    .select(['name', 'size'])
    .where('ticket_number', '=', ticket)
    .where('text_id', '=', of)
    .where('left_out', 'is', null)
    .orderBy('at')
    .orderBy('place')
    .execute()
