import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from '../../testing/desk.server.ts'
import { erasable, type Fate } from './testing/what-is-personal.ts'

// Every column that can hold something personal, as the catalog has them, against a list that is written by hand: whoever adds
// one says here what becomes of it when its person is erased, and lets the function of the migrations do it.

let box: TestDesk
beforeAll(async () => {
  box = await openTestDesk()
})
afterAll(() => box.close())

/** Text of any kind, and whatever points at a person. A list of values that a check allows can hold nobody's words. */
const columns = sql<{ name: string }>`
  select relname || '.' || attname as name
  from pg_attribute
  join pg_class on pg_class.oid = attrelid and relkind = 'r'
  where relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped and relname <> 'schema_migration'
    and (
      format_type(atttypid, atttypmod) in ('text', 'text[]', 'jsonb', 'json', 'bytea', 'tsvector', 'inet', 'citext')
      or format_type(atttypid, atttypmod) like 'character%'
      or exists (
        select from pg_constraint
        where contype = 'f' and conrelid = attrelid and confrelid = 'users'::regclass and attnum = any (conkey)
      )
    )
    and not exists (
      select from pg_constraint
      where contype = 'c' and conrelid = attrelid and conkey = array[attnum]
        and pg_get_constraintdef(oid) like '%= ANY (%ARRAY[%'
    )
  order by name`

test('of every column that can hold something personal it is written what erasing does to it', async () => {
  const { rows } = await columns.execute(box.database.primary)
  const there = rows.map(({ name }) => name)
  const listed = Object.entries(erasable).flatMap(([table, fates]) =>
    Object.keys(fates).map((name) => `${table}.${name}`),
  )
  expect(there.filter((name) => !listed.includes(name))).toEqual([])
  expect(listed.filter((name) => !there.includes(name))).toEqual([])
})

test('what is said to be deleted or rewritten is named by the functions that do it', async () => {
  const { rows } = await sql<{ body: string }>`
    select string_agg(prosrc, ' ') as body from pg_proc
    where pronamespace = 'public'::regnamespace and proname like 'erase%'`.execute(box.database.primary)
  const body = rows[0]!.body.replace(/\s+/g, ' ')
  const missing = Object.entries(erasable).flatMap(([table, fates]) => {
    const said = new Set(Object.values(fates))
    const isDone = (fate: Fate, words: RegExp) => !said.has(fate) || words.test(body)
    return [
      ...(isDone('deleted', new RegExp(`delete from ${table}\\b`)) ? [] : [`delete from ${table}`]),
      ...(isDone('rewritten', new RegExp(`update ${table}\\b`)) ? [] : [`update ${table}`]),
    ]
  })
  expect(missing).toEqual([])
})
