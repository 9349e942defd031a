import { setTimeout as pause } from 'node:timers/promises'
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import { refuse, refuseTries } from '../../server/errors/refusal.ts'
import { newId } from '../../server/ids.server.ts'
import { answerTo, strictest, underWay, type Answer, type Limit } from './tries.ts'

export type BegunTry = { failed(): Promise<void>; succeeded(): Promise<void> }

/** Begins a try under these limits, or refuses with 429. Whoever begins one says how it ended. */
export async function beginTry(db: Kysely<Tables>, limits: readonly Limit[], now: Date): Promise<BegunTry> {
  const ids = limits.map(() => newId())
  const answer = await untilDecided(() => tryToBegin(db, limits, ids, now))
  if (answer.may === 'not yet') refuseTries(answer.seconds, now)
  if (answer.may === 'wait') refuse('busy', { retryAfterSeconds: 5 })
  return {
    succeeded: async () => void (await db.deleteFrom('failed_try').where('id', 'in', ids).execute()),
    failed: () => keep(db, ids, limits, now),
  }
}

/** Counts something that is limited however it ends. False when there were too many. */
export async function countTry(db: Kysely<Tables>, limit: Limit, now: Date): Promise<boolean> {
  return db.transaction().execute(async (inside) => {
    const answer = await ask(inside, [limit], now)
    if (answer.may !== 'go') return false
    await inside.insertInto('failed_try').values({ id: newId(), bucket: limit.bucket, at: now }).execute()
    return true
  })
}

/** What failed until now counts no longer. */
export const forgetFailed = (db: Kysely<Tables>, bucket: string) =>
  db.deleteFrom('failed_try').where('bucket', '=', bucket).execute()

/** Tries under way end within moments: look again until they did. */
async function untilDecided(look: () => Promise<Answer>): Promise<Answer> {
  const deadline = performance.now() + 15_000
  for (;;) {
    const answer = await look()
    if (answer.may !== 'wait' || performance.now() > deadline) return answer
    await pause(30 + Math.random() * 30)
  }
}

function tryToBegin(db: Kysely<Tables>, limits: readonly Limit[], ids: string[], now: Date): Promise<Answer> {
  return db.transaction().execute(async (inside) => {
    const answer = await ask(inside, limits, now)
    if (answer.may !== 'go') return answer
    const rows = limits.map(({ bucket }, index) => ({ id: ids[index]!, bucket: underWay(bucket), at: now }))
    await inside.insertInto('failed_try').values(rows).execute()
    return answer
  })
}

/** One at a time per bucket, or two would each see room for the last try. */
async function ask(inside: Transaction<Tables>, limits: readonly Limit[], now: Date): Promise<Answer> {
  for (const { bucket } of limits)
    await sql`select pg_advisory_xact_lock(hashtextextended(${bucket}, 0))`.execute(inside)
  const longest = Math.max(...limits.map(({ minutes }) => minutes))
  const tries = await inside
    .selectFrom('failed_try')
    .select(['bucket', 'at'])
    .where(
      'bucket',
      'in',
      limits.flatMap(({ bucket }) => [bucket, underWay(bucket)]),
    )
    .where('at', '>', new Date(now.getTime() - longest * 60_000))
    .execute()
  return strictest(
    limits.map((limit) =>
      answerTo(
        limit,
        tries.filter(({ bucket }) => bucket === limit.bucket || bucket === underWay(limit.bucket)),
        now,
      ),
    ),
  )
}

/** The tries stay, as failed ones; what is too old to count goes in passing. */
async function keep(db: Kysely<Tables>, ids: string[], limits: readonly Limit[], now: Date): Promise<void> {
  const buckets = limits.map(({ bucket }) => bucket)
  await sql`
    with old as (
      delete from failed_try
      where bucket = any (${buckets})
        and at < ${new Date(now.getTime() - 60 * 60_000)}
    )
    update failed_try
    set bucket = substr(bucket, ${underWay('').length + 1})
    where id = any (${ids}::uuid[])`.execute(db)
}
