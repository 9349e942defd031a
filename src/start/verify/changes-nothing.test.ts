import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, emptyDatabase, type ClonedDatabase } from '../../testing/postgres.server.ts'
import { runScript } from '../../testing/run-script.server.ts'

const scratch = mkdtempSync(join(tmpdir(), 'sanad-look-'))
let full: ClonedDatabase
let older: ClonedDatabase
let empty: ClonedDatabase
beforeAll(async () => {
  full = await cloneDatabase()
  older = await cloneDatabase()
  empty = await emptyDatabase()
})
afterAll(async () => {
  await full.drop()
  await older.drop()
  await empty.drop()
  rmSync(scratch, { recursive: true, force: true })
})

const verify = (url: string) => runScript('verify', [], { DATABASE_URL: url, SANAD_DATA: join(scratch, 'data') })

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
    .query<Record<string, unknown>>(text)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

test('verify of a new version migrated the database under the running old one', async () => {
  await ask(older.url, `delete from schema_migration where name like '0133%'`)
  const { status, said } = await verify(older.url)
  expect([status, said]).toEqual([1, expect.stringContaining('migrations did not run yet, from 0133_')])
  expect(await ask(older.url, `select name from schema_migration where name like '0133%'`)).toEqual([])
  expect((await verify(empty.url)).status).toBe(1)
  expect(await ask(empty.url, `select relname from pg_class where relnamespace = 'public'::regnamespace`)).toEqual([])
})

test('verify wrote the built-in roles down as its own version knows them', async () => {
  const { url } = full
  await ask(url, `update role set permissions = '{ticket.submit}' where key = 'representative'`)
  expect(await verify(url)).toMatchObject({ status: 0 })
  expect(await ask(url, `select permissions from role where key = 'representative'`)).toEqual([
    { permissions: ['ticket.submit'] },
  ])
})
