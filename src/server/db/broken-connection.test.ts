import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type ClonedDatabase } from '../../testing/postgres.server.ts'
import { openDatabase, type Database } from './database.server.ts'

let clone: ClonedDatabase
let database: Database<object>

beforeAll(async () => {
  clone = await cloneDatabase()
  database = openDatabase({ url: clone.url, connections: 2 })
})
afterAll(async () => {
  await database?.close()
  await clone?.drop()
})

/** The application's own role may end nobody's connection. */
async function asOwner(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: clone.url })
  await client.connect()
  await client.query(text)
  await client.end()
}

test('a connection that breaks between two statements of a transaction fails that transaction and nothing else', async () => {
  const broken = database.primary.transaction().execute(async (change) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(change)
    await asOwner(`select pg_terminate_backend(${rows[0]!.pid})`)
    // nobody waits for an answer while the news arrives
    await new Promise((resolve) => setTimeout(resolve, 200))
    await sql`select 1`.execute(change)
  })
  await expect(broken).rejects.toThrow(/terminat|not queryable/i)
  expect((await sql<{ one: number }>`select 1 as one`.execute(database.primary)).rows).toEqual([{ one: 1 }])
})

test('a start on a machine that was slow to connect ended with “timeout exceeded when trying to connect”', async () => {
  let starting = true
  const slow = openDatabase<object>({ url: clone.url, connections: 1, waitMs: 1_000, isStarting: () => starting })
  const one = () => sql<{ one: number }>`select 1 as one`.execute(slow.primary)
  const held = await slow.pool.connect()
  const waits = one()
  await expect.poll(() => slow.pool.waitingCount).toBe(1)
  // longer than a request waits
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  held.release()
  expect((await waits).rows).toEqual([{ one: 1 }])

  starting = false
  const heldAgain = await slow.pool.connect()
  await expect(one()).rejects.toThrow('timeout exceeded when trying to connect')
  heldAgain.release()
  await slow.close()
})
