import { CompiledQuery, type Kysely, type Transaction } from 'kysely'
import type { Actor } from '../entities/person/actor.ts'
import type { Tables } from '../entities/tables.ts'
import type { Clock } from '../server/clock.ts'
import { inTransaction, unlessZero } from '../server/db/sending.server.ts'
import { Refusal } from '../server/errors/refusal.ts'
import type { Database } from '../server/db/database.server.ts'
import type { EventRef, Happened } from './happened.ts'

/** The running desk, as verbs and queries need it. Built once in start/, per test in testing/. */
export type Desk = {
  database: Database<Tables>
  clock: Clock
  /** The interactions that listen to a kind of event, by their names; handed in by start/, which alone knows them. */
  listeners(happened: Happened): readonly string[]
  /** Puts the duties of an event into the queue, in the change's own transaction. */
  enqueue(db: Transaction<Tables>, telling: readonly Telling[]): Promise<void>
  /** Called after the commit, once per change, with what was recorded. Loses nothing when it is lost itself. */
  committed(events: readonly EventRef[]): void
  /** One change: one transaction, one moment, one named actor. Inside another change it joins that one. */
  change<Result>(actor: Actor, work: (change: Change) => Promise<Result>): Promise<Result>
  /** Outside a change: reads. `fresh` sees what was just written. */
  read(age?: 'fresh' | 'eventual'): Kysely<Tables>
}

/** One duty: this interaction hears of this event. Ids only. */
export type Telling = { interaction: string; ticket: number; event: string }

export type Change = {
  db: Transaction<Tables>
  at: Date
  actor: Actor
  /** The desk as seen from inside: its `change` joins this one. */
  desk: Desk
  /** What this change recorded; known for certain once it is committed. */
  recorded: { event: Promise<EventRef> }[]
}

export type DeskParts = Omit<Desk, 'change' | 'read'>

/** A change that fails leaves nothing behind and fails with its own error; `committed` is then not called. */
export function openDesk(parts: DeskParts): Desk {
  const desk: Desk = {
    ...parts,
    read: (age = 'fresh') => parts.database.read(age),
    async change(actor, work) {
      const recorded: Change['recorded'] = []
      const result = await inTransaction(parts.database.primary, async (db) => {
        const change: Change = { db, at: parts.clock.now(), actor, recorded, desk }
        change.desk = joined(desk, change)
        const done = await work(change)
        refuseErased(db, actor)
        return done
      })
      if (recorded.length > 0) parts.committed(await Promise.all(recorded.map(({ event }) => event)))
      return result
    },
  }
  return desk
}

/** A verb called from inside a change becomes part of it; the actor may differ (the system releasing tickets). */
function joined(desk: Desk, outer: Change): Desk {
  const inner: Desk = {
    ...desk,
    read: () => outer.db,
    async change(actor, work) {
      const done = await work({ ...outer, actor, desk: inner })
      if (actor !== outer.actor) refuseErased(outer.db, actor)
      return done
    },
  }
  return inner
}

/**
 * Who was erased while they acted says nothing any more: what is written in somebody's name waits at their row for the erasing
 * that is under way, and would go on after it. Whatever was written before that, erasing waits for.
 */
function refuseErased(db: Transaction<Tables>, actor: Actor): void {
  if (actor.kind === 'person') unlessZero(db, CompiledQuery.raw(isThere, [actor.id]), new Refusal('notSignedIn'))
}

const isThere = 'select 1 / (erased_at is null)::integer from users where id = $1'
