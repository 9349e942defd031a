import { sql } from 'kysely'
import { actorId } from '../entities/person/actor.ts'
import { newId } from '../server/ids.server.ts'
import type { Change } from './desk.server.ts'
import type { EventRef, Happened } from './happened.ts'

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
export async function record(change: Change, fact: Fact): Promise<EventRef> {
  const id = newId()
  const { position } = await change.db
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
    .executeTakeFirstOrThrow()
  const ref: EventRef = { ticket: fact.ticket, event: id, happened: fact.happened, position }
  const tellings = change.desk.listeners(fact.happened).map((interaction) => ({
    interaction,
    ticket: ref.ticket,
    event: ref.event,
  }))
  if (tellings.length > 0) await change.desk.enqueue(change.db, tellings)
  change.recorded.push(ref)
  return ref
}
