import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { findProcess } from './processes.server.ts'
import { startEmbedded } from './start-embedded.server.ts'
import { Place } from './testing/place.server.ts'
import { until } from './waiting.ts'
import { patience } from '../../../testing/patience.ts'

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows[0] as Row
  } finally {
    await client.end()
  }
}

test('a first start makes a durable database on a socket only, in a folder nobody else may enter', async () => {
  await using place = new Place()
  expect(statSync(place.folder).mode & 0o777).toBe(0o700)
  const holder = place.start()
  const { url = '', owned, socketFolder = '' } = await holder.hear('ready')

  expect(owned).toBe(true)
  expect(readdirSync(place.folder).sort()).toEqual(['pg18', 'pg18.logs', 'pg18.run'])
  expect(statSync(socketFolder).mode & 0o777).toBe(0o700)
  const settings =
    'listen_addresses fsync synchronous_commit full_page_writes data_checksums timezone shared_buffers max_connections ' +
    'logging_collector server_encoding'
  const asked = settings
    .split(' ')
    .map((name) => `current_setting('${name}') as ${name}`)
    .join(', ')
  expect(await ask(url, `select current_database() as database, current_user as user, ${asked}`)).toEqual({
    database: 'sanad',
    user: 'postgres',
    listen_addresses: '',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    data_checksums: 'on',
    timezone: 'UTC',
    // by this machine's memory: settings.test.ts
    shared_buffers: expect.stringMatching(/^(\d{3}MB|1GB)$/),
    max_connections: '100',
    logging_collector: 'on',
    server_encoding: 'UTF8',
  })
  expect(readdirSync(path.join(place.folder, 'pg18.logs'))).toEqual([expect.stringMatching(/^postgres-\w{3}\.log$/)])
  // The full-text parser must take Arabic punctuation for punctuation; under the plain C locale it does not.
  expect(
    await ask(url, `select to_tsvector('simple', 'مرحبا، كيف؟') = to_tsvector('simple', 'مرحبا كيف') as same`),
  ).toEqual({ same: true })
  expect(await holder.end('SIGTERM')).toBe(0)
  expect(place.isQuiet()).toBe(true)
})

test('SIGTERM stops PostgreSQL cleanly, and the next start finds everything', async () => {
  await using place = new Place()
  const first = place.start()
  const { url = '' } = await first.hear('ready')
  await ask(url, `create table kept as select 'here' as word`)
  expect(await first.end('SIGTERM')).toBe(0)
  expect(place.isQuiet()).toBe(true)
  expect(existsSync(path.join(place.folder, 'pg18.run/lock'))).toBe(false)

  const second = place.start()
  await second.hear('ready')
  expect(await ask(url, 'select word from kept')).toEqual({ word: 'here' })
  expect(await second.end('SIGTERM')).toBe(0)
})

test('a process that simply exits takes PostgreSQL with it', { tags: 'long' }, async () => {
  await using place = new Place()
  const holder = place.start()
  await holder.hear('ready')
  holder.ask('exit')
  expect(await until(() => place.isQuiet(), patience)).toBe(true)
})

test('a stop after the data folder was removed still ends PostgreSQL', { tags: 'long' }, async () => {
  await using place = new Place()
  const holder = place.start()
  await holder.hear('ready')
  const pid = place.postmasterPid()
  rmSync(path.join(place.folder, 'pg18.run'), { recursive: true })
  rmSync(path.join(place.folder, 'pg18'), { recursive: true })
  expect(await holder.end('SIGTERM')).toBe(0)
  expect(findProcess(pid)?.zombie ?? true).toBe(true)
})

test('a start that was killed while the database was being made leaves nothing half', async () => {
  await using place = new Place()
  const killed = place.start()
  const isHalfMade = () => readdirSync(place.folder).some((name) => name.startsWith('pg18.tmp-'))
  expect(await until(isHalfMade, patience)).toBe(true)
  await killed.end('SIGKILL')
  expect(existsSync(path.join(place.folder, 'pg18'))).toBe(false)

  const holder = place.start()
  const { url = '' } = await holder.hear('ready')
  expect(await ask(url, 'select 1 as one')).toEqual({ one: 1 })
  expect(await holder.end('SIGTERM')).toBe(0)
  expect(await until(() => place.postgresPids().length === 0, patience)).toBe(true)
})

test('a data folder whose path is too long for a socket gets a short folder for it', { tags: 'long' }, async () => {
  const base = mkdtempSync(path.join(tmpdir(), 'sanad-place-'))
  const long = path.join(base, 'a'.repeat(60), 'b'.repeat(60))
  mkdirSync(long, { recursive: true, mode: 0o700 })
  await using place = new Place(undefined, long)
  const holder = place.start()
  const { url = '', socketFolder = '' } = await holder.hear('ready')
  expect(socketFolder.startsWith(place.folder)).toBe(false)
  expect(statSync(socketFolder).mode & 0o777).toBe(0o700)
  expect(await ask(url, 'select 1 as one')).toEqual({ one: 1 })
  expect(await holder.end('SIGTERM')).toBe(0)
  for (const folder of [socketFolder, base]) rmSync(folder, { recursive: true })
})

test('a folder of another major is refused, not covered by an empty database', async () => {
  await using place = new Place()
  mkdirSync(path.join(place.folder, 'pg17'))
  writeFileSync(path.join(place.folder, 'pg17/PG_VERSION'), '17\n')
  await expect(startEmbedded({ folder: place.folder, log: () => {} })).rejects.toThrow(/PostgreSQL 17.*PostgreSQL 18/)
  expect(readdirSync(place.folder)).toEqual(['pg17'])
})

test('where user namespaces are forbidden, root becomes another user in earnest', async () => {
  await using place = new Place()
  // Without a PATH there is no unshare to be found, which is how a container without namespaces looks to us.
  const holder = place.start({ PATH: '' })
  const { url = '' } = await holder.hear('ready')
  const owner = statSync(`/proc/${place.postmasterPid()}`).uid
  expect(owner).not.toBe(0)
  expect(statSync(path.join(place.folder, 'pg18')).uid).toBe(owner)
  expect(await holder.end('SIGTERM')).toBe(0)

  // And back, when they are allowed again.
  const again = place.start()
  await again.hear('ready')
  expect(statSync(path.join(place.folder, 'pg18')).uid).toBe(process.getuid?.())
  expect(await ask(url, 'select 1 as one')).toEqual({ one: 1 })
  expect(await again.end('SIGTERM')).toBe(0)
})
