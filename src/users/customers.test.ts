import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Character } from '../testing/cast.server.ts'
import { refusalOf } from '../testing/desk.server.ts'
import { customerEndpoints } from './customer-endpoints.server.ts'
import { callsTo } from '../testing/call-endpoint.server.ts'
import { openSignInTest, type SignInTest } from './testing/sign-in-test.server.ts'

let at: SignInTest
let call: ReturnType<typeof callsTo>
beforeAll(async () => {
  at = await openSignInTest()
  call = callsTo(at.desk, customerEndpoints)
})
afterAll(() => at.close())

type Found = { items: { id: string; name: string; email: string }[] }
const find = async (who: Character, search: string) =>
  (await call<Found>(await at.person(who), 'GET /api/v1/customers', { query: { search } })).answer.items

test('the desk finds a customer who calls by the beginning of a name or an address', async () => {
  const salma = { id: at.ids.salma, name: expect.stringContaining('Salma') as string, email: 'salma@example.com' }
  expect(await find('mariam', 'sal')).toEqual([salma])
  expect(await find('mariam', 'salma@ex')).toEqual([salma])
  expect(await find('mariam', 'nobody at all')).toEqual([])
})

test('staff are not offered as customers, nor who was deactivated', async () => {
  expect(await find('mariam', 'omar')).toEqual([])
  await at.database.primary.updateTable('users').set({ active: false }).where('id', '=', at.ids.pierre).execute()
  expect(await find('mariam', 'pierre')).toEqual([])
})

test('one letter is no search; representatives and customers learn of nobody', async () => {
  const short = await refusalOf(find('mariam', 's'))
  expect(short).toMatchObject({ code: 'invalidFields', details: { errors: [{ field: 'search', code: 'tooShort' }] } })
  for (const who of ['omar', 'salma', 'adam'] as const)
    expect(await refusalOf(find(who, 'salma'))).toMatchObject({ code: 'notAllowed' })
})

test('a customer with a role of the organisation’s own instead of the built-in one was found by no name', async () => {
  const db = at.database.primary
  const row = { key: 'premium', name: '{}', permissions: ['ticket.submit', 'ticket.seeOwn'], built_in: false }
  await db
    .insertInto('role')
    .values({ ...row, customised: true, requires_second_factor: false })
    .execute()
  await db.updateTable('user_role').set({ role_key: 'premium' }).where('user_id', '=', at.ids.salma).execute()
  expect(await find('mariam', 'sal')).toMatchObject([{ id: at.ids.salma }])
})
