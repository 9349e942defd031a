import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadPerson } from './session.server.ts'
import { sweepSignIns } from './sweep.write.server.ts'
import { openSignInTest, testSecret, type SignInTest } from '../testing/sign-in-test.server.ts'

let at: SignInTest
let cookie: string
beforeAll(async () => {
  at = await openSignInTest()
  await at.givePassword('salma', 'seven green bottles')
  cookie = await at.cookieOf('salma@example.com', 'seven green bottles')
})
afterAll(() => at.close())

const sessionsOf = (who: 'salma' | 'pierre') =>
  at.database.primary.selectFrom('session').selectAll().where('user_id', '=', at.ids[who]).execute()

const signed = (token: string, secret: string) =>
  `sanad.session_token=${encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)}`

test('a session is known by a cookie that we signed, whatever stands beside it', async () => {
  expect(await at.as(cookie)).toMatchObject({ id: at.ids.salma, language: 'ar' })
  const among = await at.front.authenticate({ cookie: `a=b; ${cookie}; sanad.session_token_=x` })
  expect(among?.id).toBe(at.ids.salma)
})

test('a forged cookie is nobody: the token alone, another secret, another name, a broken signature, none', async () => {
  const [session] = await sessionsOf('salma')
  const { token } = session!
  const forged = [
    `sanad.session_token=${token}`,
    `sanad.session_token=${token}.`,
    signed(token, 'another secret of thirty-two characters'),
    signed(token, testSecret).replace('sanad.', '__Secure-sanad.'),
    signed(token, testSecret).slice(0, -3),
    `${signed(token, testSecret)}x`,
    signed('', testSecret),
    signed(`${token}\0`, testSecret).slice(0, -1),
    'sanad.session_token=%E0%A4%A',
    'sanad.session_token',
    '',
  ]
  for (const one of forged) expect(await at.front.authenticate({ cookie: one })).toBeNull()
  expect(await at.front.authenticate({})).toBeNull()
  expect(await at.as(signed(token, testSecret))).not.toBeNull()
})

test('a session that is used goes on, a day at a time; one that is not ends after thirty days', async () => {
  const [begun] = await sessionsOf('salma')
  at.clock.moveDays(2)
  expect(await at.as(cookie)).not.toBeNull()
  await expect
    .poll(async () => (await sessionsOf('salma'))[0]!.expires_at.getTime())
    .toBeGreaterThan(begun!.expires_at.getTime())
  at.clock.moveDays(29)
  expect(await at.as(cookie)).not.toBeNull()
  await expect
    .poll(async () => (await sessionsOf('salma'))[0]!.updated_at.getTime())
    .toBeGreaterThan(at.clock.now().getTime() - 60_000)
  at.clock.moveDays(31)
  expect(await at.as(cookie)).toBeNull()
})

test('who does not want to be remembered stays a day, and nothing is renewed', async () => {
  await at.givePassword('pierre', 'seven blue bottles')
  const body = JSON.stringify({ email: 'pierre@example.com', password: 'seven blue bottles', rememberMe: false })
  const response = await at.handle(at.post('/api/auth/sign-in/email', body))
  const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0])
  const [session] = await sessionsOf('pierre')
  expect(session!.expires_at.getTime() - session!.created_at.getTime()).toBeLessThanOrEqual(24 * 3_600_000)
  expect(at.front.renewedCookie({ cookie: cookies.join('; ') })).toBeNull()
  expect(at.front.renewedCookie({ cookie: cookies[0] })).toContain(cookies[0])
})

test('the organisation says the language and time zone of who has none of their own', async () => {
  await at.database.primary
    .updateTable('users')
    .set({ language: null, time_zone: null })
    .where('id', '=', at.ids.tom)
    .execute()
  expect(await loadPerson(at.database.primary, at.ids.tom)).toMatchObject({ language: 'en', timeZone: 'UTC' })
  await at.setSettings({ language: 'ar', timeZone: 'Africa/Cairo' })
  expect(await loadPerson(at.database.primary, at.ids.tom)).toMatchObject({ language: 'ar', timeZone: 'Africa/Cairo' })
})

test('who was deactivated is nobody, signed in or not', async () => {
  const again = await at.cookieOf('salma@example.com', 'seven green bottles')
  expect(await at.as(again)).not.toBeNull()
  await at.deactivate('salma')
  expect(await at.as(again)).toBeNull()
  expect(await loadPerson(at.database.primary, at.ids.salma)).toBeNull()
})

test('what has ended is swept away, what has not stays', async () => {
  const db = at.database.primary
  await at.givePassword('jana', 'seven red bottles')
  const cookie = await at.cookieOf('jana@example.com', 'seven red bottles')
  await at.signIn('jana@example.com', 'not hers').catch(() => {})
  await sweepSignIns(db, at.clock.now())
  expect(await at.as(cookie)).not.toBeNull()
  expect((await db.selectFrom('failed_try').select('id').execute()).length).toBe(2)
  at.clock.moveDays(31)
  await sweepSignIns(db, at.clock.now())
  expect(await db.selectFrom('session').select('id').execute()).toEqual([])
  expect(await db.selectFrom('failed_try').select('id').execute()).toEqual([])
})
