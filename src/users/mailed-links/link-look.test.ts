import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusalOf } from '../../testing/desk.server.ts'
import { callsAboutLinks, lastToken } from '../testing/mailed-links.server.ts'
import { openSignInTest, type SignInTest } from '../testing/sign-in-test.server.ts'

let at: SignInTest
let call: ReturnType<typeof callsAboutLinks>
beforeEach(async () => {
  at = await openSignInTest()
  call = callsAboutLinks(at)
})
afterEach(() => at.close())

const look = async (kind: unknown, token: unknown) =>
  (await call(null, 'POST /api/v1/links/look', { body: { kind, token } })).answer
const good = { good: true }
const over = { good: false }

async function invite(email: string) {
  const body = { name: 'Rami Odeh', email }
  const { answer } = await call<{ id: string }>(await at.person('adam'), 'POST /api/v1/users', { body })
  return { id: answer.id, token: await lastToken(at) }
}
const byAdam = async (address: string, id: string) =>
  call(await at.person('adam'), address, { params: { id }, body: {} })

const password = 'under the old bridge'
const post = (path: string, body: object) => at.handle(at.post(path, JSON.stringify(body)))

async function askReset(email: string): Promise<string> {
  await post('/api/auth/request-password-reset', { email })
  return lastToken(at)
}

async function register(email: string): Promise<string> {
  await call(null, 'POST /api/v1/registrations', { body: { name: 'Noor Saleh', email, language: 'ar' } })
  return lastToken(at)
}

test('an invitation is good until it is used, and looking at it spends nothing', async () => {
  const { token } = await invite('rami@example.com')
  for (let looked = 0; looked < 3; looked++) expect(await look('invitation', token)).toEqual(good)
  await call(null, 'POST /api/v1/invitations/accept', { body: { token, password } })
  expect(await look('invitation', token)).toEqual(over)
})

test('an invitation that was taken back, superseded or left for seven days is over: one answer for all', async () => {
  const revoked = await invite('revoked@example.com')
  await byAdam('POST /api/v1/users/:id/revoke-invitation', revoked.id)
  const before = await invite('again@example.com')
  await byAdam('POST /api/v1/users/:id/invite', before.id)
  const after = await lastToken(at)
  for (const each of [revoked.token, before.token, 'never was one'])
    expect(await look('invitation', each)).toEqual(over)
  expect(await look('invitation', after)).toEqual(good)
  at.clock.moveDays(7)
  expect(await look('invitation', after)).toEqual(over)
})

/** The library asks the machine's clock, and a clock that is moved would stay moved for the ids of this process. */
const resetsExpire = (later: number) =>
  at.database.primary
    .updateTable('verification')
    .set({ expires_at: sql`expires_at + make_interval(mins => ${later}::int)` })
    .execute()

test('a link to reset is good for an hour, once', async () => {
  await at.givePassword('omar', 'what it was before')
  const token = await askReset('omar@example.com')
  expect(await look('reset', token)).toEqual(good)
  await resetsExpire(-61)
  expect(await look('reset', token)).toEqual(over)
  await resetsExpire(61)
  expect(await look('reset', token)).toEqual(good)
  const [first, second] = [token, await askReset('omar@example.com')]
  await post('/api/auth/reset-password', { token: second, newPassword: password })
  for (const each of [first, second]) expect(await look('reset', each)).toEqual(over)
})

test('a link to register is good for a day, while one may register and the address has no account', async () => {
  await at.setSettings({ registration: true })
  const [first, second] = [await register('noor@example.com'), await register('noor@example.com')]
  expect(await look('registration', first)).toEqual(good)
  await at.setSettings({ registration: false })
  expect(await look('registration', first)).toEqual(over)
  await at.setSettings({ registration: true })
  await call(null, 'POST /api/v1/registrations/confirm', { body: { token: second, password } })
  for (const each of [first, second]) expect(await look('registration', each)).toEqual(over)
  const late = await register('late@example.com')
  at.clock.moveDays(1)
  expect(await look('registration', late)).toEqual(over)
})

test('a link is good as what it is alone, and only whole', async () => {
  const { token } = await invite('careful@example.com')
  for (const kind of ['reset', 'registration']) expect(await look(kind, token)).toEqual(over)
  for (const wrong of ['%', '_', `${token.slice(0, -1)}%`, token.slice(1), `invitation:${token}`])
    expect(await look('invitation', wrong)).toEqual(over)
  for (const wrong of ['', null, [token], { $gt: '' }, undefined, 'x'.repeat(201)])
    expect(await refusalOf(look('invitation', wrong))).toMatchObject({ code: 'invalidFields' })
  expect(await refusalOf(look('session', token))).toMatchObject({ code: 'invalidFields' })
})

test('guesses are limited per network; links that are good never are', async () => {
  const { token } = await invite('many@example.com')
  for (let looked = 0; looked < 120; looked++) expect(await look('invitation', token)).toEqual(good)
  for (let guessed = 0; guessed < 100; guessed++) expect(await look('invitation', `guess ${guessed}`)).toEqual(over)
  expect(await refusalOf(look('invitation', 'one more'))).toMatchObject({ code: 'tooManyTries', status: 429 })
})
