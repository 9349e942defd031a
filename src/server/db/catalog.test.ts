import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from '../../testing/desk.server.ts'

// The ticket family is designed to be distributed by the ticket's number over several machines (docs/operating.md); the
// catalog is asked whether that still holds, so that no migration loses it unnoticed.

let box: TestDesk
beforeAll(async () => {
  box = await openTestDesk()
})
afterAll(() => box.close())

const rows = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  (await query.execute(box.database.primary)).rows

/** Every table that has a ticket's number as part of what it is. */
const family = sql`
  select attrelid from pg_attribute
  join pg_class on pg_class.oid = attrelid
  where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
    and (attname = 'ticket_number' or (relname = 'ticket' and attname = 'number'))
    -- mails are there without a ticket, before it or after
    and relname not in ('mail', 'inbound_mail')`

test('the tables that have a ticket’s number are found', async () => {
  const found = await rows(
    sql<{ name: string }>`select relname as name from pg_class where oid in (${family}) order by 1`,
  )
  expect(found.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['message', 'notice', 'solution_round', 'ticket', 'ticket_event', 'ticket_words']),
  )
})

test('every unique key of a ticket’s table begins with the ticket’s number', async () => {
  const offending = await rows(sql<{ name: string }>`
    select indexrelid::regclass::text as name
    from pg_index
    where indrelid in (${family}) and indisunique
      and (select attname from pg_attribute where attrelid = indrelid and attnum = indkey[0]) not in ('ticket_number', 'number')`)
  expect(offending).toEqual([])
})

test('every foreign key between tables of the family goes by the ticket’s number', async () => {
  const offending = await rows(sql<{ name: string }>`
    select conrelid::regclass || '.' || conname as name
    from pg_constraint
    where contype = 'f' and conrelid in (${family}) and confrelid in (${family})
      and (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) <> 'ticket_number'`)
  expect(offending).toEqual([])
})

test('each has a primary key, and the ticket’s number is a bigint that comes from nowhere but the change', async () => {
  const offending = await rows(sql<{ what: string }>`
    select relname::text as what from pg_class
    where oid in (${family}) and not exists (select from pg_index where indrelid = pg_class.oid and indisprimary)
    -- shards lie beside each other only where their keys are of one type
    union all select attrelid::regclass || '.' || attname from pg_attribute
    where attrelid in (${family}) and attname in ('ticket_number', 'number') and atttypid <> 'bigint'::regtype
    -- what a table counts by itself it would count on each shard anew
    union all select adrelid::regclass || ': ' || pg_get_expr(adbin, adrelid) from pg_attrdef
    where adrelid in (${family}) and pg_get_expr(adbin, adrelid) like '%nextval%'`)
  expect(offending).toEqual([])
})

test('no table outside of the family leans on one of it, and those that it leans on itself are small', async () => {
  const leaning = await rows(sql<{ name: string }>`
    select conrelid::regclass || '.' || conname as name
    from pg_constraint
    where contype = 'f' and conrelid not in (${family}) and confrelid in (${family})`)
  expect(leaning).toEqual([])
  const references = await rows(sql<{ name: string }>`
    select distinct confrelid::regclass::text as name
    from pg_constraint
    where contype = 'f' and conrelid in (${family}) and confrelid not in (${family})
    order by 1`)
  // copied to every machine: tables of people and of what administrators shape, never of what happens every minute
  const small = ['user_group', 'users']
  expect(references.map(({ name }) => name).filter((name) => !small.includes(name))).toEqual([])
})

test('no trigger, no identity, no exclusion, no row level security, no materialized view', async () => {
  const offending = await rows(sql<{ what: string }>`
    select tgname::text as what from pg_trigger where tgrelid in (${family}) and not tgisinternal
    union all select attname::text from pg_attribute where attrelid in (${family}) and attidentity <> ''
    union all select conname::text from pg_constraint where conrelid in (${family}) and contype = 'x'
    union all select relname::text from pg_class where oid in (${family}) and relrowsecurity
    union all select relname::text from pg_class where relkind = 'm'`)
  expect(offending).toEqual([])
})

test('the application may add to what happened and not rewrite it', async () => {
  const number = await box.submitted()
  const { primary } = box.database
  const rewrite = primary.updateTable('ticket_event').set({ happened: 'noteAdded' }).where('ticket_number', '=', number)
  await expect(rewrite.execute()).rejects.toThrow(/permission denied/)
  await expect(primary.deleteFrom('ticket_event').execute()).rejects.toThrow(/permission denied/)
  await expect(primary.deleteFrom('ticket').execute()).rejects.toThrow(/permission denied/)
})

test('the table itself refuses a closed ticket without a closing date', async () => {
  const number = await box.submitted()
  const closing = box.database.primary.updateTable('ticket').set({ status: 'closed' }).where('number', '=', number)
  await expect(closing.execute()).rejects.toThrow(/check constraint/)
})
