import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findProcess } from './processes.server.ts'
import { kill, Place } from './testing/place.server.ts'
import { pause, until } from './waiting.ts'
import { patience } from '../../../testing/patience.ts'

const prepared = new Place()

beforeAll(async () => {
  const holder = prepared.start()
  await holder.hear('ready')
  await holder.end('SIGTERM')
})

afterAll(async () => prepared[Symbol.asyncDispose]())

function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 4, connectionTimeoutMillis: 2_000 })
  pool.on('error', () => {})
  return pool
}

/** As a patient client would: tries again while the database is away. */
async function untilAnswered(pool: pg.Pool, sql: string): Promise<void> {
  const last = performance.now() + patience
  for (;;) {
    const answer = await pool.query(sql).catch((error: unknown) => error)
    if (!(answer instanceof Error)) return
    if (performance.now() > last) throw answer
    await pause(50)
  }
}

test('after kill -9 of node the next start takes the running PostgreSQL over, at once', async () => {
  await using place = new Place(prepared.folder)
  const first = place.start()
  const { url = '' } = await first.hear('ready')
  const before = place.postmasterPid()
  const pool = openPool(url)
  await pool.query('create table written (n int)')
  await first.end('SIGKILL')
  // PostgreSQL and its sessions live on meanwhile.
  await pool.query('insert into written values (1)')

  const second = place.start()
  expect((await second.hear('ready')).owned).toBe(true)
  expect(place.postmasterPid()).toBe(before)
  expect((await pool.query('select n from written')).rows).toEqual([{ n: 1 }])
  await pool.end()
  expect(await second.end('SIGTERM')).toBe(0)
  expect(place.isQuiet()).toBe(true)
})

test('after kill -9 of PostgreSQL it comes back, acknowledged rows are there, and a pool goes on', async () => {
  await using place = new Place(prepared.folder)
  const holder = place.start()
  const { url = '' } = await holder.hear('ready')
  const pool = openPool(url)
  await pool.query('create table written (n int)')
  for (let n = 1; n <= 50; n++) await pool.query('insert into written values ($1)', [n])
  const before = place.postmasterPid()
  kill(before)
  await untilAnswered(pool, 'insert into written values (51)')
  await holder.hear('restart')

  expect(place.postmasterPid()).not.toBe(before)
  expect((await pool.query('select count(*)::int as n, max(n) as last from written')).rows).toEqual([
    { n: 51, last: 51 },
  ])
  await pool.end()
  expect(await holder.end('SIGTERM')).toBe(0)
  expect(place.isQuiet()).toBe(true)
})

test('a PostgreSQL taken over from a killed node is watched like our own', { tags: 'long' }, async () => {
  await using place = new Place(prepared.folder)
  const first = place.start()
  const { url = '' } = await first.hear('ready')
  await first.end('SIGKILL')
  const second = place.start()
  await second.hear('ready')
  const before = place.postmasterPid()
  kill(before)
  await second.hear('restart')
  const pool = openPool(url)
  expect(place.postmasterPid()).not.toBe(before)
  await untilAnswered(pool, 'select 1')
  await pool.end()
  expect(await second.end('SIGTERM')).toBe(0)
})

test('an old backend deep in a query does not keep a dead PostgreSQL from coming back', { tags: 'long' }, async () => {
  await using place = new Place(prepared.folder)
  const holder = place.start()
  const { url = '' } = await holder.hear('ready')
  const pool = openPool(url)
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  const busy = pool.query('select count(*) from generate_series(1, 2000000000)').catch((error: unknown) => error)
  await pause(200)
  kill(place.postmasterPid())
  await holder.hear('restart')
  expect(findProcess(rows[0]?.pid ?? 0)?.zombie ?? true).toBe(true)
  expect(await busy).toBeInstanceOf(Error)
  await pool.end()
  expect(await holder.end('SIGTERM')).toBe(0)
})

test('PostgreSQL killed again and again comes back each time', { tags: 'long' }, async () => {
  await using place = new Place(prepared.folder)
  const holder = place.start()
  const { url = '' } = await holder.hear('ready')
  const pool = openPool(url)
  await pool.query('create table written (n int)')
  for (const n of [1, 2, 3]) {
    kill(place.postmasterPid())
    await holder.hear('restart', n)
    await untilAnswered(pool, `insert into written values (${n})`)
  }
  expect((await pool.query('select n from written order by n')).rows.map(({ n }: { n: number }) => n)).toEqual([
    1, 2, 3,
  ])
  await pool.end()
  expect(await holder.end('SIGTERM')).toBe(0)
})

test.each([
  ['something else that lives now', async () => spawn('sleep', ['60'])],
  ['a zombie nobody reaps', makeZombie],
])('a postmaster.pid that names %s does not keep PostgreSQL from starting', async (_what, make) => {
  await using place = new Place(prepared.folder)
  const first = place.start()
  await first.hear('ready')
  await first.end('SIGKILL')
  const file = path.join(place.folder, 'pg18/postmaster.pid')
  const left = readFileSync(file, 'utf8')
  kill(place.postmasterPid())
  await until(() => place.postgresPids().length === 0, patience)
  const other = await make()
  const stranger = other.pid ?? 0
  writeFileSync(file, left.replace(/^\d+/, String('zombie' in other ? other.zombie : stranger)))

  const second = place.start()
  const { url = '' } = await second.hear('ready')
  const pool = openPool(url)
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await pool.end()
  // Whoever had the number was left alone.
  expect(findProcess(stranger)?.zombie).toBe(false)
  expect(await second.end('SIGTERM')).toBe(0)
  kill(stranger)
})

/** A shell starts a child and turns into a sleep, which never asks after it. */
async function makeZombie(): Promise<{ pid: number; zombie: number }> {
  const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
  let said = ''
  parent.stdout.on('data', (bytes: Buffer) => (said += bytes.toString('utf8')))
  expect(await until(() => findProcess(Number.parseInt(said, 10))?.zombie === true, patience)).toBe(true)
  return { pid: parent.pid ?? 0, zombie: Number.parseInt(said, 10) }
}

test(
  'while PostgreSQL cannot start it is tried again, and it comes back when the cause is mended',
  { tags: 'long' },
  async () => {
    await using place = new Place(prepared.folder)
    const holder = place.start()
    const { url = '' } = await holder.hear('ready')
    const file = path.join(place.folder, 'pg18/postgresql.conf')
    const good = readFileSync(file, 'utf8')
    writeFileSync(file, `${good}\nno_such_setting = on\n`)
    kill(place.postmasterPid())
    const failures = () => holder.said.filter(({ sentence }) => sentence?.includes('could not be started again'))
    expect(await until(() => failures().length >= 2, patience)).toBe(true)
    expect(failures()[0]?.sentence).toContain('no_such_setting')
    writeFileSync(file, good)
    await holder.hear('restart')
    const pool = openPool(url)
    await untilAnswered(pool, 'select 1')
    await pool.end()
    expect(await holder.end('SIGTERM')).toBe(0)
  },
)

test('a first start that cannot work says why and leaves no process', { tags: 'long' }, async () => {
  await using place = new Place(prepared.folder)
  writeFileSync(path.join(place.folder, 'pg18/postgresql.conf'), 'no_such_setting = on\n')
  const holder = place.start()
  await expect(holder.hear('ready')).rejects.toThrow(/no_such_setting/)
  expect(place.postgresPids()).toEqual([])
})
