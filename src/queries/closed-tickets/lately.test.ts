import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from '../../testing/desk.server.ts'
import { callsTo } from '../../testing/call-endpoint.server.ts'
import { close } from '../../workflow/close.server.ts'
import type { ClosedTicketsPage } from './closed-tickets.server.ts'
import { closedTicketsEndpoints } from './closed-tickets-endpoints.server.ts'

let at: TestDesk
let call: ReturnType<typeof callsTo>
const old: number[] = []
let turn: string

const path = 'GET /api/v1/queries/closed-tickets'
const ask = async <Answer>(query: object, more = '') =>
  (await call<Answer>(await at.person('mariam'), path + more, { query })).answer
const list = (query: object) => ask<ClosedTicketsPage>({ limit: '200', ...query })
const count = (query: object) => ask<{ count: number }>(query, '/count')

async function closed(title: string): Promise<number> {
  const number = await at.submitted('salma', title)
  await close(at.desk, await at.person('mariam'), number, { reason: 'Done.' })
  return number
}

beforeAll(async () => {
  at = await openTestDesk()
  call = callsTo(at.desk, closedTicketsEndpoints)
  old.push(await closed('The shipment is late'))
  at.clock.moveDays(1)
  old.push(await closed('A zirconia ring'))
  at.clock.moveDays(10)
  turn = at.clock.now().toISOString()
  // as if a hundred thousand had come in between
  await sql`select count(nextval('ticket_number')) from generate_series(1, 99990)`.execute(at.database.primary)
  for (let more = 0; more < 22; more += 1) await closed('Another shipment is late')
})
afterAll(() => at.close())

test('a common word is looked for in what closed lately, and the answer says since when', async () => {
  const { items, since, next } = await list({ words: 'shipment' })
  expect(items).toHaveLength(22)
  expect(next).toBeNull()
  expect(since! <= turn).toBe(true)
  expect(items.every(({ closedAt }) => closedAt >= since!)).toBe(true)
  expect((await count({ words: 'shipment' })).count).toBe(22)
})

test('older ones are there for the asking', async () => {
  const { items, since } = await list({ words: 'shipment', older: 'yes' })
  expect([items.length, items.at(-1)!.number, since]).toEqual([23, old[0], null])
  expect((await count({ words: 'shipment', older: 'yes' })).count).toBe(23)
})

test('a rare word is looked for everywhere', async () => {
  const { items, since } = await list({ words: 'zirconia' })
  expect([items.map(({ number }) => number), since]).toEqual([[old[1]], null])
})

test.each([
  ['customer', () => at.ids.salma],
  ['closedFrom', () => '2020-01-01'],
  ['closedTo', () => '2099-01-01'],
])('so is a common one where %s narrows the list already', async (filter, value) => {
  const { items, since } = await list({ words: 'shipment', [filter]: value() })
  expect([items.length, since]).toEqual([23, null])
})

test('an old ticket whose number was typed stood in the list and not in its count', async () => {
  const words = String(old[0])
  for (let more = 0; more < 6; more += 1) await closed(`As in ${words}`)
  const { items, since } = await list({ words })
  expect([items.length, items[0]!.number, since === null]).toEqual([7, old[0], false])
  expect((await count({ words })).count).toBe(7)
})
