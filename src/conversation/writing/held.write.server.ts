import { sql, type Kysely } from 'kysely'
import type { Actor, Person } from '../../entities/person/actor.ts'
import { dropDraft, putDraft } from '../../entities/ticket/draft.write.server.ts'
import type { Tables } from '../../entities/tables.ts'
import type { HeldMessageRow } from '../../entities/writing-tables.ts'
import type { Change, Desk } from '../../events/desk.server.ts'
import { refuse, Refusal } from '../../server/errors/refusal.ts'
import { newId } from '../../server/ids.server.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { loadPeople } from '../../users/people.server.ts'
import { proposeSolution } from '../../workflow/propose-solution.server.ts'
import type { TicketVerb } from '../../workflow/ticket-verb.server.ts'
import { note } from '../note.server.ts'
import { reply } from '../reply.server.ts'
import type { WritingKind } from './writing.ts'

type Place = { ticket: number; kind: WritingKind }
type ToSend = { text: string; files?: string[] | undefined; version: number }

const verbs: Record<WritingKind, TicketVerb> = { reply, note, 'propose-solution': proposeSolution }

const send = (desk: Desk, person: Person, { ticket, kind }: Place, { text, files, version }: ToSend): Promise<void> =>
  verbs[kind](desk, person, ticket, {
    [kind === 'propose-solution' ? 'solution' : 'text']: text,
    ...(files?.length ? { files } : {}),
    version,
  })

/**
 * Keeps a message back for the seconds in which its writer may still take it back. It is tried first, so that whatever would
 * refuse it later refuses it now, and nothing of the trial stays. One of a kind is held at a time: the one before goes out.
 */
export async function hold(desk: Desk, person: Person, place: Place, message: ToSend): Promise<void> {
  const before = await heldBy(desk.read(), person.id, place)
  if (before) await sendHeld(desk, before)
  const { undoSeconds } = await readSettings(desk.read())
  const own = before?.version === message.version ? await versionOf(desk.read(), place.ticket) : message.version
  const now = { ...message, version: own ?? message.version }
  if (undoSeconds === 0) return send(desk, person, place, now)
  await attempt(desk, person, place, now)
  await desk.change(person, async ({ db, at }) => {
    const { version, text, files = [] } = now
    const due_at = new Date(at.getTime() + undoSeconds * 1000)
    const row = { ticket_number: place.ticket, person_id: person.id, kind: place.kind, id: newId() }
    await db
      .insertInto('held_message')
      .values({ ...row, text, files, version, due_at })
      .execute()
    await dropDraft(db, { ...place, person: person.id })
  })
}

class Undone extends Error {}

/** Done for real and rolled back: the verb itself says whether it could be done. */
async function attempt(desk: Desk, person: Person, place: Place, message: ToSend): Promise<void> {
  const trial = inSavepoint(desk, person, async (change) => {
    await send(change.desk, person, place, message)
    throw new Undone()
  })
  await trial.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
}

/**
 * All or nothing also inside another change (a request with an Idempotency-Key is one): what fails in here leaves neither rows
 * nor hints behind, and whoever is around may go on.
 */
async function inSavepoint(desk: Desk, actor: Actor, work: (change: Change) => Promise<void>): Promise<void> {
  await desk.change(actor, async (change) => {
    const recorded = change.recorded.length
    await sql`savepoint held`.execute(change.db)
    try {
      await work(change)
    } catch (error) {
      change.recorded.length = recorded
      await sql`rollback to savepoint held`.execute(change.db)
      throw error
    }
    await sql`release savepoint held`.execute(change.db)
  })
}

/** Taken back: it is a draft again, before whatever was begun since. */
export async function takeBack(desk: Desk, person: Person, place: Place): Promise<void> {
  await desk.change(person, async ({ db, at }) => {
    const held = await remove(db, person.id, place)
    if (!held) refuse('notFound')
    await asDraft(db, held, null, at)
  })
}

/** Sends what its writer does not want to wait for. */
export async function sendNow(desk: Desk, person: Person, place: Place): Promise<void> {
  const held = (await heldBy(desk.read(), person.id, place)) ?? refuse('notFound')
  await sendHeld(desk, held)
}

/** Everything whose time has come; a server that stopped meanwhile left it here. */
export async function sendDue(desk: Desk): Promise<void> {
  const due = await desk
    .read()
    .selectFrom('held_message')
    .selectAll()
    .where('due_at', '<=', desk.clock.now())
    .orderBy('due_at')
    .limit(100)
    .execute()
  for (const held of due) await sendHeld(desk, held)
}

/**
 * Removed and said in one transaction, so it goes out once whoever else tries. What can no longer be said (the thread changed,
 * the right was taken away) waits for its writer as a draft, with the reason.
 */
async function sendHeld(desk: Desk, held: HeldMessageRow): Promise<void> {
  const place = { ticket: held.ticket_number, kind: held.kind }
  const person = (await loadPeople(desk.read(), [held.person_id])).get(held.person_id)
  try {
    if (!person) refuse('notAllowed')
    await inSavepoint(desk, person, async (change) => {
      if (!(await remove(change.db, person.id, place, held.id))) return
      await send(change.desk, person, place, held)
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await desk.change(person ?? { kind: 'system' }, async ({ db, at }) => {
      if (await remove(db, held.person_id, place, held.id)) await asDraft(db, held, error.code, at)
    })
  }
}

async function asDraft(db: Kysely<Tables>, held: HeldMessageRow, problem: string | null, at: Date): Promise<void> {
  const { ticket_number: ticket, person_id: person, kind } = held
  const begun = await db
    .selectFrom('draft')
    .select(['text', 'files'])
    .where('ticket_number', '=', ticket)
    .where('person_id', '=', person)
    .where('kind', '=', kind)
    .executeTakeFirst()
  const text = [held.text, begun?.text.trim()].filter(Boolean).join('\n\n')
  const files = [...new Set([...held.files, ...(begun?.files ?? [])])]
  await putDraft(db, { ticket, person, kind }, { text, files, problem, at })
}

const remove = (db: Kysely<Tables>, person: string, { ticket, kind }: Place, id?: string) =>
  db
    .deleteFrom('held_message')
    .where('ticket_number', '=', ticket)
    .where('person_id', '=', person)
    .where('kind', '=', kind)
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .returningAll()
    .executeTakeFirst()

const heldBy = (db: Kysely<Tables>, person: string, { ticket, kind }: Place) =>
  db
    .selectFrom('held_message')
    .selectAll()
    .where('ticket_number', '=', ticket)
    .where('person_id', '=', person)
    .where('kind', '=', kind)
    .executeTakeFirst()

async function versionOf(db: Kysely<Tables>, ticket: number): Promise<number | undefined> {
  return (await db.selectFrom('ticket').select('version').where('number', '=', ticket).executeTakeFirst())?.version
}
