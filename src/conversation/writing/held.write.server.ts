import { sql, type Kysely } from 'kysely'
import type { Actor, Person } from '../../entities/person/actor.ts'
import { bringBack, keepDraft } from '../../entities/ticket/draft.write.server.ts'
import type { Tables } from '../../entities/tables.ts'
import type { HeldMessageRow } from '../../entities/writing-tables.ts'
import type { Change, Desk } from '../../events/desk.server.ts'
import { isUnreachable } from '../../server/db/unreachable.server.ts'
import { refuse, Refusal } from '../../server/errors/refusal.ts'
import { newId } from '../../server/ids.server.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { loadPeople } from '../../users/people.server.ts'
import { proposeBesideDraft } from '../../workflow/propose-solution.server.ts'
import type { TicketVerb } from '../../workflow/ticket-verb.server.ts'
import { noteBesideDraft } from '../note.server.ts'
import { replyBesideDraft } from '../reply.server.ts'
import { versionKnown } from './known-version.server.ts'
import type { WritingKind } from './writing.ts'

type Place = { ticket: number; kind: WritingKind }
type ToSend = { text: string; files?: string[] | undefined; version: number; knows?: string[] | undefined }

/** What is held left its draft when it was sent: one that lies there by now was begun since. */
const verbs: Record<WritingKind, TicketVerb> = {
  reply: replyBesideDraft,
  note: noteBesideDraft,
  'propose-solution': proposeBesideDraft,
}

const send = (desk: Desk, person: Person, { ticket, kind }: Place, { text, files, version }: ToSend): Promise<void> =>
  verbs[kind](desk, person, ticket, {
    [kind === 'propose-solution' ? 'solution' : 'text']: text,
    ...(files?.length ? { files } : {}),
    version,
  })

/** The same at the version that its writer knows by now. An act of theirs may come between the look and the verb's lock: looked again. */
async function sendAsKnown(desk: Desk, person: Person, place: Place, message: ToSend): Promise<void> {
  const known = () => versionKnown(desk.read(), { person: person.id, ticket: place.ticket, version: message.version })
  const version = await known()
  try {
    await send(desk, person, place, { ...message, version })
  } catch (error) {
    if (!isChangedMeanwhile(error)) throw error
    const later = await known()
    if (later === version) throw error
    await send(desk, person, place, { ...message, version: later })
  }
}

const isChangedMeanwhile = (error: unknown): boolean => error instanceof Refusal && error.code === 'changedMeanwhile'

/**
 * Keeps a message back for the seconds in which its writer may still take it back. It is tried first, so that whatever would
 * refuse it later refuses it now, and nothing of the trial stays. One of a kind is held at a time: the one before goes out, and
 * where it cannot, this one is refused with it, so that neither takes the other's place.
 */
export async function hold(desk: Desk, person: Person, place: Place, message: ToSend): Promise<void> {
  const before = await heldBy(desk.read(), person.id, place)
  if (before) await sendHeld(desk, person, before)
  const { undoSeconds } = await readSettings(desk.read())
  if (undoSeconds === 0) return sendAtOnce(desk, person, place, message)
  await attempt(desk, person, place, message)
  const isHeld = await desk.change(person, (change) => keepBack(change, person, place, message, undoSeconds))
  // from another window of theirs one was held since we looked: it is the one before
  if (!isHeld) await hold(desk, person, place, message)
}

const sendAtOnce = (desk: Desk, person: Person, place: Place, message: ToSend): Promise<void> =>
  desk.change(person, async (change) => {
    await sendAsKnown(change.desk, person, place, message)
    await leaveDraft(change, person, place, message)
  })

/** False where one of the kind is held already. */
async function keepBack(change: Change, person: Person, place: Place, message: ToSend, seconds: number) {
  const { db, at } = change
  const { version, text, files = [] } = message
  const due_at = new Date(at.getTime() + seconds * 1000)
  const row = { ticket_number: place.ticket, person_id: person.id, kind: place.kind, id: newId() }
  const kept = await db
    .insertInto('held_message')
    .values({ ...row, text, files, version, due_at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (kept) await leaveDraft(change, person, place, message)
  return kept !== undefined
}

/** What a page sent is no draft any more; a program says something else. What came back meanwhile and it did not know of stays. */
async function leaveDraft({ db, at }: Change, person: Person, place: Place, { knows }: ToSend): Promise<void> {
  if (person.key !== undefined) return
  await keepDraft(db, { ...place, person: person.id }, { text: '', files: [], knows, at })
}

class Undone extends Error {}

/** Done for real and rolled back: the verb itself says whether it could be done. */
async function attempt(desk: Desk, person: Person, place: Place, message: ToSend): Promise<void> {
  const trial = inSavepoint(desk, person, async (change) => {
    await sendAsKnown(change.desk, person, place, message)
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
  await sendOrGiveBack(desk, held)
}

/** Everything whose time has come; a server that stopped meanwhile left it here. `told` hears to whom something came back. */
export async function sendDue(desk: Desk, told: (writers: readonly string[]) => void): Promise<void> {
  const due = await desk
    .read()
    .selectFrom('held_message')
    .selectAll()
    .where('due_at', '<=', desk.clock.now())
    .orderBy('due_at')
    .limit(100)
    .execute()
  const writers = new Set<string>()
  const failures: unknown[] = []
  for (const held of due) {
    try {
      if ((await sendOrGiveBack(desk, held)) === 'came back') writers.add(held.person_id)
    } catch (error) {
      // one that cannot go out just now must not keep back everybody's; without a database none can
      failures.push(error)
      if (isUnreachable(error)) break
    }
  }
  told([...writers])
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${due.length} messages could not go out`)
}

/** What can no longer be said (the thread changed, the right was taken away) waits for its writer as a draft, with the reason. */
async function sendOrGiveBack(desk: Desk, held: HeldMessageRow): Promise<'came back' | 'done'> {
  const person = (await loadPeople(desk.read(), [held.person_id])).get(held.person_id)
  try {
    await sendHeld(desk, person ?? refuse('notAllowed'), held)
    return 'done'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return desk.change(person ?? { kind: 'system' }, async ({ db, at }) => {
      if (!(await remove(db, held.person_id, placeOf(held), held.id))) return 'done'
      await asDraft(db, held, error.code, at)
      return 'came back'
    })
  }
}

/** Removed and said in one transaction, so it goes out once whoever else tries. */
async function sendHeld(desk: Desk, person: Person, held: HeldMessageRow): Promise<void> {
  const place = placeOf(held)
  await inSavepoint(desk, person, async ({ desk: inside, db }) => {
    if (await remove(db, person.id, place, held.id)) await sendAsKnown(inside, person, place, held)
  })
}

async function asDraft(db: Kysely<Tables>, held: HeldMessageRow, problem: string | null, at: Date): Promise<void> {
  const { id, text, files } = held
  await bringBack(db, { ...placeOf(held), person: held.person_id }, { id, text, files }, { problem, at })
}

const placeOf = ({ ticket_number: ticket, kind }: HeldMessageRow): Place => ({ ticket, kind })

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
