import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type ClonedDatabase } from '../../testing/postgres.server.ts'
import { openDatabase, type Database } from '../db/database.server.ts'
import { migrationsFolder } from '../db/migrate.server.ts'
import { queueDefaults, watching } from './queue-defaults.ts'
import { openQueue, type Queue } from './queue.server.ts'

let clone: ClonedDatabase
let database: Database<never>
let queue: Queue
const troubles: unknown[] = []

beforeAll(async () => {
  clone = await cloneDatabase()
  database = openDatabase<never>({ url: clone.url })
  queue = await openQueue({ url: clone.url, worker: true, onTrouble: (error) => troubles.push(error) })
})

afterAll(async () => {
  await queue?.stop()
  await database?.close()
  await clone?.drop()
})

async function rows(text: string, ...values: unknown[]) {
  const answer = await database.primary.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values))
  return answer.rows
}

test('jobs exist exactly when their change does', async () => {
  await queue.declare('change')
  const broken = database.primary.transaction().execute(async (db) => {
    await queue.enqueue(db, 'change', [{ key: 'lost', data: { n: 1 } }])
    throw new Error('the change failed')
  })
  await expect(broken).rejects.toThrow('the change failed')
  await database.primary.transaction().execute((db) => queue.enqueue(db, 'change', [{ key: 'kept', data: { n: 2 } }]))
  expect(await rows(`select data from pgboss.job where name = 'change'`)).toEqual([{ data: { n: 2 } }])
})

test('the same key put in twice is one job, several jobs are one statement', async () => {
  const two = [1, 2].map((n) => ({ key: `same-${n}`, data: { n } }))
  await database.primary.transaction().execute((db) => queue.enqueue(db, 'twice', two))
  await database.primary.transaction().execute((db) => queue.enqueue(db, 'twice', two))
  expect(await rows(`select count(*)::int as jobs from pgboss.job where name = 'twice'`)).toEqual([{ jobs: 2 }])
})

test('a job is written as pg-boss itself would write it, column by column', async () => {
  const boss = new PgBoss({ connectionString: clone.url, options: '-c role=sanad_app', ...watching(false) })
  await boss.start()
  await queue.declare('columns')
  await database.primary
    .transaction()
    .execute((db) => queue.enqueue(db, 'columns', [{ key: 'ours', data: { by: 'us' } }]))
  await boss.insert('columns', [{ data: { by: 'pg-boss' } }])
  await boss.stop({ graceful: false })
  const [ours, theirs] = await rows(
    `select *, keep_until - start_after as kept, null as id, null as data, null as created_on, null as start_after,
       null as keep_until, null as by
     from pgboss.job_common where name = 'columns' order by data->>'by' desc`,
  )
  expect(ours).toBeDefined()
  expect(ours).toEqual(theirs)
  expect(ours!['heartbeat_seconds']).toBe(queueDefaults.heartbeatSeconds)
  expect(ours!['dead_letter']).toBe('columns-dead')
})

test.each([
  ['a wake starts a job that the next poll would find in an hour', 'woken', { pollSeconds: 3_600 }, true],
  ['a job of which no wake tells is found by the next poll', 'polled', {}, false],
])('%s', async (_, name, options, tell) => {
  const seen: number[] = []
  const put = (n: number) =>
    database.primary.transaction().execute((db) => queue.enqueue(db, name, [{ key: `${n}`, data: { n } }]))
  // there before the first look, so that this look is known to be over
  await put(1)
  const work = async (jobs: { data: { n: number } }[]) => (seen.push(...jobs.map(({ data }) => data.n)), [])
  await queue.work<{ n: number }>(name, work, options)
  await expect.poll(() => seen).toEqual([1])
  await put(2)
  if (tell) queue.wake(name)
  await expect.poll(() => seen).toEqual([1, 2])
})

test('what fails is tried again alone, and at last lies in the dead letter queue with its error', async () => {
  const tries: string[] = []
  await queue.work<{ name: string }>('failing', async (jobs) => {
    tries.push(...jobs.map(({ data, tries: nth }) => `${data.name} ${nth}`))
    return jobs.filter(({ data }) => data.name === 'bad').map(({ id }) => ({ id, error: new Error('no such luck') }))
  })
  await database.primary.transaction().execute((db) =>
    queue.enqueue(db, 'failing', [
      { key: 'bad', data: { name: 'bad' } },
      { key: 'good', data: { name: 'good' } },
    ]),
  )
  queue.wake()
  await expect.poll(() => tries.filter((each) => each.startsWith('bad')).length).toBeGreaterThan(1)
  expect(tries.filter((each) => each.startsWith('good'))).toEqual(['good 1'])
  const lastTry = `update pgboss.job set retry_limit = retry_count, start_after = now() where name = 'failing' and state = 'retry'`
  await expect
    .poll(async () => {
      // while it is being tried it waits for no other
      await rows(lastTry)
      return queue.dead('failing')
    })
    .toMatchObject([{ data: { name: 'bad' } }])
  expect(troubles).toEqual([])
})

/** As an installation of an earlier version has it: two weeks. */
const asBefore = `
  update pgboss.queue set retention_seconds = 1209600 where name like 'away%';
  update pgboss.job set keep_until = start_after + interval '14 days' where name like 'away%'`

test.each([
  ['a new queue', 'away', ''],
  ['one of an earlier version', 'away-before', asBefore],
])(
  'what had waited for longer than two weeks while no worker was there was told nobody: %s',
  async (_, name, before) => {
    const put = (key: string) =>
      database.primary.transaction().execute((db) => queue.enqueue(db, name, [{ key, data: { key } }]))
    const owner = new pg.Client({ connectionString: clone.url })
    await owner.connect()
    await put('waits')
    await owner.query(before)
    if (before) await owner.query(readFileSync(join(migrationsFolder, '0129_duties_wait_for_years.sql'), 'utf8'))
    await put('later')
    await owner.query(
      `update pgboss.job set created_on = created_on - interval '700 days', start_after = start_after - interval '700 days',
       keep_until = keep_until - interval '700 days' where name = $1`,
      [name],
    )
    await owner.end()
    const boss = new PgBoss({ connectionString: clone.url, options: '-c role=sanad_app', ...watching(false) })
    await boss.start()
    await boss.supervise(name)
    await boss.stop({ graceful: false })
    expect(await rows('select data from pgboss.job where name = $1 order by created_on', name)).toEqual([
      { data: { key: 'waits' } },
      { data: { key: 'later' } },
    ])
  },
)
