import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type ClonedDatabase } from '../../testing/postgres.server.ts'
import { openDatabase, type Database } from './database.server.ts'

let clone: ClonedDatabase
let database: Database<object>

beforeAll(async () => {
  clone = await cloneDatabase()
  database = openDatabase({ url: clone.url, replicaUrl: 'postgres://127.0.0.1:1/away', connections: 2 })
})
afterAll(async () => {
  await database?.close()
  await clone?.drop()
})

test('a replica whose name was gone failed every page that reads there', async () => {
  const nameless = openDatabase<object>({
    url: clone.url,
    replicaUrl: 'postgres://replica.invalid/away',
    connections: 1,
  })
  expect((await sql`select 1 as one`.execute(nameless.read('eventual'))).rows).toEqual([{ one: 1 }])
  expect(nameless.read('eventual')).toBe(nameless.primary)
  await nameless.close()
})

test('a statement of the replica’s was mistaken for one of the primary’s that had the same name', async () => {
  const both = openDatabase<object>({ url: clone.url, replicaUrl: 'postgres://127.0.0.1:1/away', connections: 1 })
  const replica = both.read('eventual')
  for (let turn = 0; turn < 8; turn++) {
    expect((await sql`select ${'read'}::text as said`.execute(replica)).rows).toEqual([{ said: 'read' }])
    expect((await sql`select ${1}::int as one`.execute(both.primary)).rows).toEqual([{ one: 1 }])
  }
  await both.close()
})

test('while a replica is away, what is asked of one handle is asked of the primary, also in the moment when it returns', async () => {
  const first = database.read('eventual')
  expect(first).not.toBe(database.primary)
  expect((await sql`select 1 as one`.execute(first)).rows).toEqual([{ one: 1 }])
  expect(database.read('eventual')).toBe(database.primary)
})
