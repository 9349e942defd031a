import type { Person } from '../entities/person/actor.ts'
import type { Tables } from '../entities/tables.ts'
import { openDesk, type Desk, type Telling } from '../events/desk.server.ts'
import type { EventRef, Happened } from '../events/happened.ts'
import { writeBuiltInRoles } from '../permissions/built-in-roles.write.server.ts'
import { oneTicket } from '../queries/one-ticket/one-ticket.server.ts'
import { openDatabase } from '../server/db/database.server.ts'
import type { Settings } from '../settings/settings.ts'
import { writeSettings } from '../settings/settings.write.server.ts'
import { submitTicket } from '../workflow/submit-ticket.server.ts'
import { loadPerson } from '../users/sign-in/session.server.ts'
import { engage, type Character } from './cast.server.ts'
import { cloneDatabase } from './postgres.server.ts'

export type TestDesk = Awaited<ReturnType<typeof openTestDesk>>

/**
 * A desk in a box: a database of its own, a clock that stands until it is moved, and the cast. Verbs run for real; what they
 * ask the queue for is kept in `tellings` and done by `tell()` of whoever tests the tellings.
 */
export async function openTestDesk(
  options: {
    listeners?: (happened: Happened) => readonly string[]
    /** A migrated database of somebody else's server, in the place of a clone. */
    url?: string
  } = {},
) {
  const clone = options.url ? { url: options.url, drop: async () => {} } : await cloneDatabase()
  // on a crowded machine a connection may take more than the two seconds of the product
  const database = openDatabase<Tables>({ url: clone.url, connections: 8, waitMs: 60_000 })
  const clock = stoppedClock(new Date('2026-03-02T09:00:00Z'))
  const committed: EventRef[] = []
  const tellings: Telling[] = []
  const desk = openDesk({
    database,
    clock,
    listeners: options.listeners ?? (() => []),
    enqueue: async (_db, some) => void tellings.push(...some),
    committed: (events) => void committed.push(...events),
  })
  await writeBuiltInRoles(database.primary)
  const { ids, groups } = await engage(database.primary, clock.now())
  const person = async (who: Character) => (await loadPerson(database.primary, ids[who])) as Person

  return {
    desk,
    database,
    clock,
    committed,
    tellings,
    ids,
    groups,
    url: clone.url,
    person,
    /** A new request of Salma's, or of somebody else's; returns its number. */
    submitted: async (by: Character = 'salma', text = 'The delivery note cannot be downloaded') =>
      submitTicket(desk, await person(by), { title: text, description: `${text}. Please help.`, language: 'en' }),
    /** The ticket as somebody sees it. */
    seenBy: async (who: Character, number: number) => oneTicket(desk, await person(who), number),
    setSettings: (settings: Partial<Settings>) =>
      database.primary.transaction().execute((db) => writeSettings(db, settings, clock.now())),
    eventsOf: (number: number) =>
      database.primary
        .selectFrom('ticket_event')
        .selectAll()
        .where('ticket_number', '=', number)
        .orderBy('seq')
        .execute(),
    rowOf: (number: number) =>
      database.primary.selectFrom('ticket').selectAll().where('number', '=', number).executeTakeFirstOrThrow(),
    async close() {
      await database.close()
      await clone.drop()
    },
  }
}

/** Time moves only when told to; each reading is a millisecond later, so that nothing falls on the same instant. */
export function stoppedClock(start: Date) {
  let now = start.getTime()
  return {
    now: () => new Date(now++),
    move: (milliseconds: number) => void (now += milliseconds),
    moveDays: (days: number) => void (now += days * 24 * 60 * 60 * 1000),
    set: (to: Date) => void (now = to.getTime()),
  }
}

/** The code of the refusal that a call ends in. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: string; status: number; details: object }> {
  try {
    await call
  } catch (error) {
    const refusal = error as { code: string; status: number; details: object }
    if (typeof refusal.status === 'number') return refusal
    throw error
  }
  throw new Error('Nothing was refused.')
}

export type { Desk }
