import { sql, type SqlBool } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from '../../testing/desk.server.ts'
import { hasCustom } from './has-custom.server.ts'

let at: TestDesk
let withFile: number

const hasFile = sql<SqlBool>`ticket.custom ? 'permit' and ticket.custom <> '{}'`
const isUrgent = sql<SqlBool>`ticket.custom @> '{"urgent": true}' and ticket.custom <> '{}'`
const compiled = (condition: typeof hasFile) => condition.compile(at.database.primary)

beforeAll(async () => {
  at = await openTestDesk()
  withFile = await at.submitted()
  for (let more = 0; more < 21; more++) await at.submitted()
  await sql`update ticket set custom = '{"urgent": true}'`.execute(at.database.primary)
  await sql`update ticket set custom = custom || '{"permit": {"id": "1"}}' where number = ${withFile}`.execute(
    at.database.primary,
  )
})
afterAll(() => at.close())

test('what few tickets have is looked up first, what many have is met on the way', async () => {
  const few = compiled(await hasCustom(at.database.primary, hasFile))
  expect([few.sql, few.parameters]).toEqual(['closing.ticket_number = any ($1::bigint[])', [[withFile]]])
  expect(await hasCustom(at.database.primary, isUrgent)).toBe(isUrgent)
})

test.each([
  ['a file', hasFile],
  ['a value', isUrgent],
])('%s that few tickets have was looked for in all that ever closed', async (_, condition) => {
  const plan = await at.database.primary.transaction().execute(async (db) => {
    await sql`set local enable_seqscan = off`.execute(db)
    await sql`set local enable_indexscan = off`.execute(db)
    return sql<object>`explain select number from ticket where ${condition}`.execute(db)
  })
  expect(JSON.stringify(plan.rows)).toContain('on ticket_custom')
})
