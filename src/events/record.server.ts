import { sql } from 'kysely'
import { actorId } from '../entities/person/actor.ts'
import { send } from '../server/db/sending.server.ts'
import { newId } from '../server/ids.server.ts'
import type { Change } from './desk.server.ts'
import type { Happened } from './happened.ts'

export type Fact = {
  happened: Happened
  ticket: number
  seq: number
  before: Record<string, unknown>
  after: Record<string, unknown>
  details?: Record<string, unknown>
}

/**
 * Writes what happened and one duty per listening interaction, in the change's own transaction: the change, the fact and the
 * duties exist together or not at all. Nobody is told here.
 */
export async function record(change: Change, fact: Fact): Promise<void> {
  const id = newId()
  const insert = change.db
    .insertInto('ticket_event')
    .values({
      ticket_number: fact.ticket,
      seq: fact.seq,
      id,
      position: sql<number>`nextval('event_position')`,
      happened: fact.happened,
      actor_id: actorId(change.actor),
      at: change.at,
      before: JSON.stringify(fact.before),
      after: JSON.stringify(fact.after),
      details: JSON.stringify(fact.details ?? {}),
    })
    .returning('position')
  const { answer } = send(change.db, insert)
  const tellings = change.desk.listeners(fact.happened).map((interaction) => ({
    interaction,
    ticket: fact.ticket,
    event: id,
  }))
  if (tellings.length > 0) await change.desk.enqueue(change.db, tellings)
  const event = answer.then(([row]) => ({
    ticket: fact.ticket,
    event: id,
    happened: fact.happened,
    position: row!.position,
  }))
  event.catch(() => {})
  change.recorded.push({ event })
}
