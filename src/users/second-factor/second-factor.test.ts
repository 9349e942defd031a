import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Character } from '../../testing/cast.server.ts'
import { refusalOf } from '../../testing/desk.server.ts'
import { meEndpoints } from '../my-account/me-endpoints.server.ts'
import { openSealer } from '../../server/seal.server.ts'
import { callsTo } from '../../testing/call-endpoint.server.ts'
import { cookieIn, openSignInTest, type SignInTest } from '../testing/sign-in-test.server.ts'
import { secondFactorEndpoints } from './second-factor-endpoints.server.ts'
import { codeAt, stepAt } from './totp.server.ts'

let at: SignInTest
const password = 'over the river'
beforeEach(async () => {
  at = await openSignInTest()
  await at.givePassword('omar', password)
})
afterEach(() => at.close())

const path = '/api/v1/me/second-factor'
const call = async <Answer = Record<string, unknown>>(who: Character, address: string, body?: object, params = {}) => {
  const endpoints = [...secondFactorEndpoints(at.front), ...meEndpoints(at.front)]
  return (await callsTo(at.desk, endpoints)<Answer>(await at.person(who), address, { body, params })).answer
}
const codeNow = (secret: string) => codeAt(secret, stepAt(at.clock.now()))

async function setUp(): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = await call<{ secret: string }>('omar', `POST ${path}`, { password })
  const { recoveryCodes } = await call<{ recoveryCodes: string[] }>('omar', `POST ${path}/confirm`, {
    code: codeNow(secret),
  })
  at.clock.move(60_000)
  return { secret, recoveryCodes }
}

/** The password's half: the answer, and the cookie that it sets. */
async function halfWay(): Promise<{ answer: unknown; cookie: string }> {
  const response = await at.signIn('omar@example.com', password)
  return { answer: await response.json(), cookie: cookieIn(response) }
}
const giveCode = (cookie: string, code: unknown) =>
  at.handle(at.post('/api/auth/second-factor', JSON.stringify({ code }), { cookie, origin: 'http://desk.test' }))

test('with a second factor the password opens half a session, and the code the rest', async () => {
  const { secret } = await setUp()
  const { answer, cookie } = await halfWay()
  expect(answer).toEqual({ secondFactor: true })
  expect(await at.as(cookie)).toBeNull()
  expect(
    await (await at.handle(new Request('http://desk.test/api/auth/get-session', { headers: { cookie } }))).json(),
  ).toBeNull()
  expect(await refusalOf(giveCode(cookie, '000000'))).toMatchObject({ code: 'wrongCode', status: 401 })
  expect(await at.as(cookie)).toBeNull()
  const code = codeNow(secret)
  expect((await giveCode(cookie, code)).status).toBe(200)
  expect((await at.as(cookie))?.id).toBe(at.ids.omar)
  const again = await halfWay()
  expect(await refusalOf(giveCode(again.cookie, code))).toMatchObject({ code: 'wrongCode' })
  expect(await refusalOf(giveCode(cookie, codeNow(secret)))).toMatchObject({ code: 'notSignedIn' })
})

test('a recovery code works in its place, once, however it is written', async () => {
  const { recoveryCodes } = await setUp()
  expect(recoveryCodes.length).toBe(10)
  const [code] = recoveryCodes
  const { cookie } = await halfWay()
  expect((await giveCode(cookie, ` ${code!.slice(0, 5).toUpperCase()}-${code!.slice(5)}`)).status).toBe(200)
  expect(await refusalOf(giveCode((await halfWay()).cookie, code))).toMatchObject({ code: 'wrongCode' })
  expect(await call('omar', `GET ${path}`)).toMatchObject({ on: true, recoveryCodesLeft: 9, required: false })
  const { recoveryCodes: renewed } = await call<{ recoveryCodes: string[] }>('omar', `POST ${path}/recovery-codes`, {
    password,
  })
  expect(await refusalOf(giveCode((await halfWay()).cookie, recoveryCodes[1]))).toMatchObject({ code: 'wrongCode' })
  expect((await giveCode((await halfWay()).cookie, renewed[0])).status).toBe(200)
})

test('codes are not guessed: five wrong ones, then a quarter of an hour', async () => {
  const { secret } = await setUp()
  const { cookie } = await halfWay()
  for (let tries = 0; tries < 5; tries += 1)
    expect(await refusalOf(giveCode(cookie, `00000${tries}`))).toMatchObject({ code: 'wrongCode' })
  expect(await refusalOf(giveCode(cookie, codeNow(secret)))).toMatchObject({ code: 'tooManyTries', status: 429 })
})

test(
  'a code failed on our side, each time, once the installation had another secret; an administrator helps',
  { tags: 'long' },
  async () => {
    const { secret, recoveryCodes } = await setUp()
    const other = openSealer('the secret of another installation', 'second factor')
    const sealed = { secret: other.seal(secret), recovery_codes: recoveryCodes.map((code) => other.mark(code)) }
    await at.database.primary.updateTable('second_factor').set(sealed).execute()
    const { cookie } = await halfWay()
    for (const code of [codeNow(secret), recoveryCodes[0]])
      expect(await refusalOf(giveCode(cookie, code))).toMatchObject({ code: 'wrongCode', status: 401 })
    await call('adam', 'POST /api/v1/users/:id/second-factor/off', {}, { id: at.ids.omar })
    expect((await halfWay()).answer).not.toEqual({ secondFactor: true })
  },
)

test('the same code given twenty times at once is taken once', async () => {
  const { recoveryCodes } = await setUp()
  const cookies = await Promise.all(Array.from({ length: 3 }, () => halfWay()))
  const ends = await Promise.allSettled(cookies.map(({ cookie }) => giveCode(cookie, recoveryCodes[0])))
  expect(ends.filter(({ status }) => status === 'fulfilled').length).toBe(1)
})

test('half a session is no way to end: too late, another cookie, none', { tags: 'long' }, async () => {
  const { secret } = await setUp()
  const { cookie } = await halfWay()
  for (const wrong of ['', 'sanad.session_token=x.y'])
    expect(await refusalOf(giveCode(wrong, codeNow(secret)))).toMatchObject({ code: 'notSignedIn' })
  for (const wrong of ['', null, ['123456'], { code: 1 }, 'x'.repeat(41)])
    expect(await refusalOf(giveCode(cookie, wrong))).toMatchObject({ code: 'invalidFields' })
  at.clock.move(11 * 60_000)
  expect(await refusalOf(giveCode(cookie, codeNow(secret)))).toMatchObject({ code: 'notSignedIn' })
})

test('neither the secret nor a recovery code is to be found in the database', async () => {
  const { secret, recoveryCodes } = await setUp()
  const stored = JSON.stringify(await at.database.primary.selectFrom('second_factor').selectAll().execute())
  for (const each of [secret, ...recoveryCodes]) expect(stored).not.toContain(each)
})

test('setting it up needs the password and a right code; until then nothing changes', async () => {
  expect(await refusalOf(call('omar', `POST ${path}`, { password: 'not it at all' }))).toMatchObject({
    code: 'invalidFields',
  })
  const { secret } = await call<{ secret: string; uri: string }>('omar', `POST ${path}`, { password })
  expect(await refusalOf(call('omar', `POST ${path}/confirm`, { code: '000000' }))).toMatchObject({
    details: { errors: [{ field: 'code', code: 'wrongCode' }] },
  })
  expect((await halfWay()).answer).not.toEqual({ secondFactor: true })
  await call('omar', `POST ${path}/confirm`, { code: codeNow(secret) })
  expect(await refusalOf(call('omar', `POST ${path}`, { password }))).toMatchObject({ code: 'alreadyThere' })
  await call('omar', `POST ${path}/off`, { password })
  expect((await halfWay()).answer).not.toEqual({ secondFactor: true })
})

test('turning it on ends the other sessions; an administrator takes it from who lost it, and both are audited', async () => {
  const before = (await halfWay()).cookie
  await setUp()
  expect(await at.as(before)).toBeNull()
  expect(
    await refusalOf(call('mariam', 'POST /api/v1/users/:id/second-factor/off', {}, { id: at.ids.omar })),
  ).toMatchObject({ code: 'notAllowed' })
  await call('adam', 'POST /api/v1/users/:id/second-factor/off', {}, { id: at.ids.omar })
  expect((await halfWay()).answer).not.toEqual({ secondFactor: true })
  const entries = await at.database.primary
    .selectFrom('audit_entry')
    .select(['action', 'actor'])
    .orderBy('id')
    .execute()
  expect(entries).toEqual([
    { action: 'secondFactor.on', actor: at.ids.omar },
    { action: 'secondFactor.off', actor: at.ids.adam },
  ])
})

test('the second factor of an administrator who was deactivated was switched off by whoever manages people', async () => {
  await setUp()
  const db = at.database.primary
  await db
    .insertInto('role')
    .values({ key: 'clerk', name: null, permissions: ['user.read', 'user.manage'] })
    .execute()
  await db.insertInto('user_role').values({ user_id: at.ids.jana, role_key: 'clerk' }).execute()
  await db.insertInto('user_role').values({ user_id: at.ids.omar, role_key: 'administrator' }).execute()
  await at.deactivate('omar')
  const off = call('jana', 'POST /api/v1/users/:id/second-factor/off', {}, { id: at.ids.omar })
  expect(await refusalOf(off)).toMatchObject({
    code: 'notAllowed',
    details: { variables: { permission: 'role.manage' } },
  })
  expect(await db.selectFrom('second_factor').select('confirmed_at').execute()).toEqual([
    { confirmed_at: expect.any(Date) },
  ])
})

test('a link to a new password that was mailed before the second factor was there works no longer', async () => {
  await at.handle(at.post('/api/auth/request-password-reset', JSON.stringify({ email: 'omar@example.com' })))
  const { link } = ((await at.mails())[0]!.says as { variables: { link: string } }).variables
  await setUp()
  const body = JSON.stringify({ token: link.split('#')[1], newPassword: 'a new beginning' })
  expect(await refusalOf(at.handle(at.post('/api/auth/reset-password', body)))).toMatchObject({ code: 'linkNotValid' })
})

test('a role may require it: whoever has none is let in and may do nothing until they have', async () => {
  const { cookie } = await halfWay()
  await at.database.primary
    .updateTable('role')
    .set({ requires_second_factor: true })
    .where('key', '=', 'representative')
    .execute()
  const held = await at.as(cookie)
  expect(held).toMatchObject({ id: at.ids.omar, lacksSecondFactor: true })
  expect([...held!.permissions, ...held!.groups]).toEqual([])
  expect(await call('omar', 'GET /api/v1/me')).toMatchObject({ secondFactor: { on: false, required: true } })
  const { secret } = await setUp()
  const after = await halfWay()
  await giveCode(after.cookie, codeNow(secret))
  expect((await at.as(after.cookie))!.permissions.has('solution.propose')).toBe(true)
})
