import type { Change } from '../events/desk.server.ts'
import { behind } from '../server/db/sending.server.ts'
import { deltasOf, handsOf, isWordToCustomer, type Delta, type Step } from './figures.ts'

/**
 * Writes what a change means to the figures, in the change's own transaction: the closing as a fact, the first response, and
 * what is added to the cells. The ticket is locked by the change, so its facts have one writer.
 */
export async function countFigures(change: Change, step: Step): Promise<void> {
  const deltas: DeltaAt[] = deltasOf(step).map((delta) => ({ ...delta, at: change.at }))
  if (isWordToCustomer(step) && (await keepFirstResponse(change, step)))
    deltas.push({ ...handsOf(step.after), at: change.at, first_responses: 1 })
  if (step.before?.ended === null && step.after.ended) await keepClosing(change, step)
  if (step.happened === 'ticketReopened') await markReopened(change, step)
  if (step.happened === 'ticketRated') deltas.push(...(await rateClosing(change, step)))
  await keepDeltas(change, step, deltas)
}

type DeltaAt = Delta & { at: Date }

async function keepFirstResponse(change: Change, { after }: Step): Promise<boolean> {
  const kept = await change.db
    .insertInto('first_response')
    .values({
      ticket_number: after.number,
      seq: after.seq,
      at: change.at,
      opened_at: after.opened_at,
      ...handsOf(after),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('seq')
    .executeTakeFirst()
  return kept !== undefined
}

async function keepClosing(change: Change, { after }: Step): Promise<void> {
  await change.db
    .insertInto('closing')
    .values({
      ticket_number: after.number,
      seq: after.seq,
      closed_at: change.at,
      ended: after.ended!,
      ...handsOf(after),
      customer_id: after.customer_id,
      opened_at: after.opened_at,
      score: null,
      reopened_at: null,
    })
    .execute()
}

async function markReopened(change: Change, { after }: Step): Promise<void> {
  await change.db
    .updateTable('closing')
    .set({ reopened_at: change.at })
    .where('ticket_number', '=', after.number)
    .where('reopened_at', 'is', null)
    .execute()
}

/** A rating counts on its closing's day, for those who had the ticket then; a changed one takes the place of the former. */
async function rateClosing(change: Change, { after }: Step): Promise<DeltaAt[]> {
  const closing = await change.db
    .selectFrom('closing')
    .select(['seq', 'score', 'closed_at', 'group_id', 'member_id'])
    .where('ticket_number', '=', after.number)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  if (closing.score === after.score) return []
  await change.db
    .updateTable('closing')
    .set({ score: after.score })
    .where('ticket_number', '=', after.number)
    .where('seq', '=', closing.seq)
    .execute()
  return [rated(closing, closing.score, -1), rated(closing, after.score, 1)].filter((delta) => delta !== null)
}

type Rated = { closed_at: Date; group_id: string; member_id: string | null }

const rated = (closing: Rated, score: number | null, by: number): DeltaAt | null =>
  score === null ? null : { ...handsOf(closing), at: closing.closed_at, [`rated_${score}`]: by }

async function keepDeltas(change: Change, { after }: Step, deltas: readonly DeltaAt[]): Promise<void> {
  if (deltas.length === 0) return
  const rows = deltas.map((delta, part) => ({ ticket_number: after.number, seq: after.seq, part, ...delta }))
  await behind(change.db, change.db.insertInto('figure_delta').values(rows))
}
