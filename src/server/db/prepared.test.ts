import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type ClonedDatabase } from '../../testing/postgres.server.ts'
import { openDatabase, type Database } from './database.server.ts'
import { namer } from './prepared.server.ts'

let clone: ClonedDatabase
let database: Database<{ thing: { id: number; said: string } }>

beforeAll(async () => {
  clone = await cloneDatabase()
  database = openDatabase({ url: clone.url, connections: 1 })
  await sql`create table thing (id int primary key, said text)`.execute(database.primary)
  await sql`insert into thing values (1, 'one'), (2, 'two')`.execute(database.primary)
})

afterAll(async () => {
  await database?.close()
  await clone?.drop()
})

const byId = (id: number) => database.primary.selectFrom('thing').select(['id', 'said']).where('id', '=', id).execute()

async function prepared(): Promise<string[]> {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
    database.primary,
  )
  return rows.map(({ statement }) => statement)
}

test('a statement that comes again and again is prepared, and goes on answering for each of its values', async () => {
  for (let time = 0; time < 12; time++) expect(await byId(1 + (time % 2))).toHaveLength(1)
  expect(await byId(2)).toEqual([{ id: 2, said: 'two' }])
  expect((await prepared()).filter((text) => text.includes('from "thing"'))).toHaveLength(1)
})

test('a column that is added meanwhile disturbs nobody, not even who asks for all', async () => {
  const all = () => database.primary.selectFrom('thing').selectAll().where('id', '=', 1).execute()
  for (let time = 0; time < 12; time++) await all()
  await sql`alter table thing add column more int`.execute(database.primary)
  expect(await all()).toEqual([{ id: 1, said: 'one', more: null }])
  expect(await byId(1)).toEqual([{ id: 1, said: 'one' }])
  expect((await prepared()).filter((text) => text.includes('*'))).toEqual([])
})

test('only what comes often gets a name; searches, statements without values and those that ask for all never do', () => {
  const named = namer()
  const nameAfter = (times: number, text: string, values: unknown[] = [1]) => {
    for (let time = 1; time < times; time++) named(text, values)
    return named(text, values).name
  }
  expect(nameAfter(5, 'select a from t where b = $1')).toBeUndefined()
  expect(nameAfter(1, 'select a from t where b = $1')).toBe('often-0')
  expect(nameAfter(9, 'select a from t where words @@ plainto_tsquery($1)')).toBeUndefined()
  expect(nameAfter(9, 'select "t".* from t where b = $1')).toBeUndefined()
  expect(nameAfter(9, 'insert into t values ($1) returning *')).toBeUndefined()
  expect(nameAfter(9, 'begin', [])).toBeUndefined()
  expect(nameAfter(9, `select a * $1 * interval '1s' from t`)).toBe('often-1')
})

test('texts without end take neither names nor memory without end', () => {
  const named = namer()
  for (let text = 0; text < 5_000; text++)
    for (let time = 0; time < 6; time++) named(`select ${text} where 1 = $1`, [1])
  const names = Array.from({ length: 5_000 }, (_, text) => named(`select ${text} where 1 = $1`, [1]).name)
  expect(names.filter((name) => name !== undefined).length).toBeLessThanOrEqual(300)
})
