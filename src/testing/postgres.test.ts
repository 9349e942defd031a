import pg from 'pg'
import { expect, test } from 'vitest'
import { cloneDatabase } from './postgres.server.ts'

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

test('each clone has the newest schema and nothing of another', async () => {
  const [one, other] = await Promise.all([cloneDatabase(), cloneDatabase()])
  expect(one.url).not.toBe(other.url)
  expect((await query(one.url, 'select name from schema_migration')).length).toBeGreaterThan(0)
  await query(one.url, 'create table only_here ()')
  expect(await query(other.url, `select from pg_class where relname = 'only_here'`)).toEqual([])
  await Promise.all([one.drop(), other.drop()])
})

test('a dropped clone is gone, even while somebody is connected', async () => {
  const clone = await cloneDatabase()
  const client = new pg.Client({ connectionString: clone.url })
  client.on('error', () => {})
  await client.connect()
  await clone.drop()
  await expect(query(clone.url, 'select 1')).rejects.toMatchObject({ code: '3D000' })
  await client.end().catch(() => {})
})
