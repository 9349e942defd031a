import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Character } from '../../testing/cast.server.ts'
import { refusalOf } from '../../testing/desk.server.ts'
import { meEndpoints } from './me-endpoints.server.ts'
import { myAccountEndpoints } from './my-account-endpoints.server.ts'
import { changeMyPassword } from './my-password.write.server.ts'
import { callsTo, type Given } from '../../testing/call-endpoint.server.ts'
import { openSignInTest, type SignInTest } from '../testing/sign-in-test.server.ts'

let at: SignInTest
let cookie: string
beforeEach(async () => {
  at = await openSignInTest()
  await at.givePassword('salma', 'seven green bottles')
  cookie = await at.cookieOf('salma@example.com', 'seven green bottles')
})
afterEach(() => at.close())

const call = async <Answer = Record<string, unknown>>(who: Character, address: string, given: Given = {}) => {
  const endpoints = [...meEndpoints(at.front), ...myAccountEndpoints(at.front)]
  return (await callsTo(at.desk, endpoints)<Answer>(await at.person(who), address, { headers: { cookie }, ...given }))
    .answer
}

const password = (body: object) => call('salma', 'POST /api/v1/me/password', { body })
type Sessions = { items: { id: string; current: boolean; network: string; browser: string | null }[] }
const sessions = () => call<Sessions>('salma', 'GET /api/v1/me/sessions')

test('digits, calendar, theme and single keys are kept, each by itself, and nothing unknown is', async () => {
  expect(await call('salma', 'GET /api/v1/me')).toMatchObject({
    digits: null,
    calendar: null,
    theme: 'auto',
    singleKeys: true,
  })
  await call('salma', 'PATCH /api/v1/me', { body: { digits: 'arab', theme: 'dark' } })
  expect(
    await call('salma', 'PATCH /api/v1/me', { body: { calendar: 'islamic-umalqura', singleKeys: false } }),
  ).toMatchObject({
    digits: 'arab',
    calendar: 'islamic-umalqura',
    theme: 'dark',
    singleKeys: false,
  })
  expect(await call('salma', 'PATCH /api/v1/me', { body: { digits: null } })).toMatchObject({
    digits: null,
    theme: 'dark',
  })
  for (const wrong of [{ digits: 'roman' }, { theme: null }, { singleKeys: 'yes' }, { preferences: {} }])
    expect(await refusalOf(call('salma', 'PATCH /api/v1/me', { body: wrong }))).toMatchObject({ code: 'invalidFields' })
  expect(await call('pierre', 'GET /api/v1/me')).toMatchObject({ digits: null, theme: 'auto' })
})

test('a new password needs the present one, ends the other sessions, and is told by mail', async () => {
  const other = await at.cookieOf('salma@example.com', 'seven green bottles')
  expect(await refusalOf(password({ current: 'seven blue bottles', new: 'eight green bottles' }))).toMatchObject({
    details: { errors: [{ field: 'current', code: 'wrongPassword' }] },
  })
  expect(await refusalOf(password({ current: 'seven green bottles', new: 'short' }))).toMatchObject({
    details: { errors: [{ field: 'new', code: 'tooShort' }] },
  })
  expect(await at.as(other)).not.toBeNull()
  await password({ current: 'seven green bottles', new: 'eight green bottles' })
  expect(await at.as(other)).toBeNull()
  expect((await at.as(cookie))?.id).toBe(at.ids.salma)
  expect(await refusalOf(at.signIn('salma@example.com', 'seven green bottles'))).toMatchObject({
    code: 'wrongCredentials',
  })
  expect((await at.signIn('salma@example.com', 'eight green bottles')).status).toBe(200)
  expect(await at.mails()).toMatchObject([{ interaction: 'account-password-changed', recipient_id: at.ids.salma }])
})

test('two changes of a password in one moment left two, either of which let in', async () => {
  const salma = await at.person('salma')
  const changes: Promise<void>[] = []
  await at.database.primary.transaction().execute(async (db) => {
    await db.selectFrom('account').select('id').where('user_id', '=', salma.id).forUpdate().execute()
    for (const password of ['eight green bottles', 'nine green bottles'])
      changes.push(changeMyPassword(at.desk, salma, password, null))
    const waiting = `select from pg_locks where not granted`
    await expect.poll(async () => (await at.database.pool.query(waiting)).rowCount, { timeout: 8000 }).toBe(2)
  })
  await Promise.all(changes)
  const accounts = at.database.primary.selectFrom('account').select('id').where('user_id', '=', salma.id)
  expect(await accounts.execute()).toHaveLength(1)
})

test('a stranger who guessed at an address kept its person, who was signed in, from changing the password', async () => {
  for (let tries = 0; tries < 5; tries += 1) await refusalOf(at.signIn('salma@example.com', 'a stranger’s guess'))
  await password({ current: 'seven green bottles', new: 'eight green bottles' })
  expect((await at.mails()).at(-1)).toMatchObject({ interaction: 'account-password-changed' })
})

test('an unlocked screen is no place to guess the password', async () => {
  for (let tries = 0; tries < 5; tries += 1)
    expect(await refusalOf(password({ current: `guess number ${tries}`, new: 'eight green bottles' }))).toMatchObject({
      code: 'invalidFields',
    })
  expect(await refusalOf(password({ current: 'seven green bottles', new: 'eight green bottles' }))).toMatchObject({
    code: 'tooManyTries',
  })
})

test('everybody sees where they are signed in and ends what they do not know, of their own alone', async () => {
  await at.givePassword('pierre', 'seven red bottles')
  await at.cookieOf('pierre@example.com', 'seven red bottles')
  await at.cookieOf('salma@example.com', 'seven green bottles')
  const { items } = await sessions()
  expect(items.map(({ current }) => current).toSorted((one, other) => Number(one) - Number(other))).toEqual([
    false,
    true,
  ])
  expect(JSON.stringify(items)).not.toContain(cookie.split('=')[1]!.split('.')[0])
  const pierres = await at.database.primary
    .selectFrom('session')
    .select('id')
    .where('user_id', '=', at.ids.pierre)
    .executeTakeFirstOrThrow()
  for (const id of [pierres.id, 'x', '01900000-0000-7000-8000-00000000dead'])
    expect(await refusalOf(call('salma', 'DELETE /api/v1/me/sessions/:id', { params: { id } }))).toMatchObject({
      code: 'notFound',
    })
  const other = items.find(({ current }) => !current)!
  await call('salma', 'DELETE /api/v1/me/sessions/:id', { params: { id: other.id } })
  expect((await sessions()).items).toMatchObject([{ current: true }])
  const third = await at.cookieOf('salma@example.com', 'seven green bottles')
  await call('salma', 'DELETE /api/v1/me/sessions')
  expect(await at.as(third)).toBeNull()
  expect(await at.as(cookie)).not.toBeNull()
})

test('a program with a key does none of it', async () => {
  const key = { ...(await at.person('salma')), key: 'a key' }
  const calls = callsTo(at.desk, myAccountEndpoints(at.front))
  for (const address of ['POST /api/v1/me/password', 'GET /api/v1/me/sessions', 'DELETE /api/v1/me/sessions'])
    expect(
      await refusalOf(calls(key, address, { body: { current: 'seven green bottles', new: 'eight green bottles' } })),
    ).toMatchObject({ code: 'sessionNeeded' })
})
