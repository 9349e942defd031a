import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, emptyDatabase, type ClonedDatabase } from '../../testing/postgres.server.ts'
import { mustRun, runScript } from '../../testing/run-script.server.ts'

// A database that restarts in the middle, one that a restore left half-way, and one that keeps no letters.

const scratch = mkdtempSync(join(tmpdir(), 'sanad-broken-'))
const scratched = (name: string): string => join(scratch, name)
let source: ClonedDatabase
let holder: pg.Client
let watcher: pg.Client

const environment = (url = source.url) => ({
  DATABASE_URL: url,
  SANAD_DATA: scratched('data'),
  SANAD_SECRET: 'a secret for tests, long enough to be one',
})

beforeAll(async () => {
  source = await cloneDatabase()
  ;[holder, watcher] = [source.url, source.url].map((url) => new pg.Client({ connectionString: url })) as [
    pg.Client,
    pg.Client,
  ]
  await holder.connect()
  await watcher.connect()
  await mustRun('backup', [scratched('whole')], environment())
})
afterAll(async () => {
  await holder.end()
  await watcher.end()
  await source.drop()
  rmSync(scratch, { recursive: true, force: true })
})

/** Lets a command run until it waits for a table that is held, and ends its connection there as a restart of the database does. */
async function endedWaiting(command: ReturnType<typeof runScript>, name: string) {
  const waiting = `from pg_stat_activity
    where application_name = $1 and datname = current_database() and wait_event_type = 'Lock'`
  const count = async () => (await watcher.query(`select ${waiting}`, [name])).rows.length
  await expect.poll(count).toBe(1)
  await watcher.query(`select pg_terminate_backend(pid) ${waiting}`, [name])
  const ended = await command
  await holder.query('rollback')
  return ended
}

async function hold(): Promise<void> {
  await holder.query('begin')
  await holder.query('lock table ticket in access exclusive mode')
}

test('a backup whose database restarted ended with a stack trace and left its begun folder behind', async () => {
  await hold()
  const { status, said } = await endedWaiting(runScript('backup', [scratched('cut')], environment()), 'sanad-backup')
  expect([status, said]).toEqual([
    1,
    'The database broke off (terminating connection due to administrator command), and nothing of this backup is kept: please make it again.\n',
  ])
  expect(readdirSync(scratch).filter((name) => name.startsWith('cut'))).toEqual([])
})

test(
  'a restore whose database restarted ended with a stack trace, without the word that it must be run again',
  { tags: 'long' },
  async () => {
    const args = [scratched('whole'), '--replace']
    await hold()
    const { status, said } = await endedWaiting(runScript('restore', args, environment()), 'sanad-restore')
    expect([status, said.split('\n').at(-2)]).toEqual([
      1,
      'The restore was broken off (terminating connection due to administrator command): please run npm run restore again, to its end.',
    ])
    const backup = await runScript('backup', [scratched('of half')], environment())
    expect([backup.status, backup.said]).toEqual([1, expect.stringContaining('Run npm run restore again to its end')])
    expect(readdirSync(scratch).filter((name) => name.startsWith('of half'))).toEqual([])
    await mustRun('restore', args, environment())
  },
)

test('the backup of a database that was half restored held almost nothing, and said nothing of it', async () => {
  await holder.query('create schema restore_under_way')
  const { status, said } = await runScript('backup', [scratched('half')], environment())
  await holder.query('drop schema restore_under_way')
  expect([status, said]).toEqual([
    1,
    'A restore of this database is under way or was interrupted. Run npm run restore again to its end.\n',
  ])
  expect(readdirSync(scratch).filter((name) => name.startsWith('half'))).toEqual([])
})

test('a database that knows no letters, as Debian makes it without a locale, was taken', { tags: 'long' }, async () => {
  const empty = await emptyDatabase()
  const name = `${new URL(empty.url).pathname.slice(1)}_ascii`
  const url = new URL(empty.url)
  url.pathname = `/${name}`
  const admin = new pg.Client({ connectionString: empty.url })
  await admin.connect()
  await admin.query(`create database ${name} template template0 encoding 'SQL_ASCII' locale_provider libc locale 'C'`)
  for (const [command, args] of [
    ['verify', []],
    ['restore', [scratched('whole')]],
  ] as const) {
    const { status, said } = await runScript(command, args, environment(url.href))
    expect([status, said]).toEqual([1, expect.stringContaining('keeps its texts as SQL_ASCII, and Sanad needs UTF8')])
    expect(said).toMatch(/create database sanad owner \w+ template template0 encoding 'UTF8'/)
  }
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
  await empty.drop()
})
