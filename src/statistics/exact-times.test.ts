import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../server/db/database.server.ts'
import { cloneDatabase } from '../testing/postgres.server.ts'
import { exactTimes, timesOfAll } from './exact-times.server.ts'

let clone: Awaited<ReturnType<typeof cloneDatabase>>
let database: ReturnType<typeof openDatabase<unknown>>

beforeAll(async () => {
  clone = await cloneDatabase()
  database = openDatabase<unknown>({ url: clone.url })
})
afterAll(async () => {
  await database?.close()
  await clone?.drop()
})

const facts = (count: number, seconds: string) => sql`
  select moment as at, moment - (${sql.raw(seconds)}) * interval '1 second' as opened_at
  from generate_series(1, ${count}::integer) as n
  cross join (select timestamptz '2026-03-29 01:00+00' as moment) as now`

const spread = (count: number, seconds: string) => sql`
  select took_bucket(opened_at, at) as bucket, count(*)::integer as facts
  from (${facts(count, seconds)}) as fact group by 1`

const shapes: [what: string, seconds: string][] = [
  ['all alike', `3600`],
  ['on the edges of buckets', `power(2, n % 20) * (1 + (n % 128) / 128.0)`],
  ['spread over years', `power(1.7, n % 37) + n / 1000.0`],
  ['two heaps far apart', `case when n % 2 = 0 then 60 + n / 7.0 else 4000000 + n / 3.0 end`],
  ['within one second', `n / 100000.0`],
  ['by a clock that was set back', `n % 100 - 50`],
]

test.each(shapes)('few facts tell the same as all of them: %s', async (_what, seconds) => {
  for (const count of [1, 2, 3, 10, 11, 12, 101, 5_000]) {
    const all = await sql`${timesOfAll(facts(count, seconds))}`.execute(database.primary)
    const few = await sql`${exactTimes({ facts: facts(count, seconds), spread: spread(count, seconds) })}`.execute(
      database.primary,
    )
    expect({ count, rows: few.rows }).toEqual({ count, rows: [{ ...(all.rows[0] as object), sound: true }] })
  }
})

test('of no facts there are no times', async () => {
  const exact = exactTimes({ facts: facts(0, '1'), spread: spread(0, '1') })
  expect((await sql`${exact}`.execute(database.primary)).rows).toEqual([{ found: null, sound: true }])
})

test('a spread that tells more of a bucket than it holds is not sound', async () => {
  const exact = exactTimes({ facts: facts(10, '60'), spread: spread(11, '60') })
  expect((await sql`${exact}`.execute(database.primary)).rows).toMatchObject([{ sound: false }])
})

test('the buckets rise with the time', async () => {
  const { rows } = await sql`
    select took, bucket
    from (
      select took(opened_at, at) as took, took_bucket(opened_at, at) as bucket,
        max(took_bucket(opened_at, at)) over (order by took(opened_at, at) rows between unbounded preceding and 1 preceding) as before
      from (${facts(20_000, 'power(1.0012, n) / 1000.0 - 0.001')}) as fact
    ) as stepped
    where bucket < before`.execute(database.primary)
  expect(rows).toEqual([])
})
