import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusalOf } from '../../testing/desk.server.ts'
import { openSignInTest, type SignInTest } from '../testing/sign-in-test.server.ts'
import { setPassword } from '../users.write.server.ts'
import { endSessions } from './session.write.server.ts'

let at: SignInTest
beforeAll(async () => {
  at = await openSignInTest()
})
afterAll(() => at.close())

test('who gives the right password is signed in, and the cookie says who they are', async () => {
  await at.givePassword('omar', 'a quiet morning')
  const response = await at.signIn('omar@example.com', 'a quiet morning')
  expect(response.status).toBe(200)
  const [cookie = ''] = response.headers.getSetCookie()
  expect(cookie).toMatch(/^sanad\.session_token=[^;]+;.*Path=\/; HttpOnly; SameSite=Lax/)
  expect(await response.json()).toMatchObject({ user: { id: at.ids.omar, email: 'omar@example.com' } })
  const person = await at.as(cookie)
  expect(person).toMatchObject({ id: at.ids.omar, name: 'Omar Siddiqui', language: 'en', timeZone: 'UTC' })
  expect(person?.permissions.has('solution.propose')).toBe(true)
  expect([...(person?.groups ?? [])]).toEqual([at.groups.documents])
})

test('permissions come from groups as well as from roles', async () => {
  await at.givePassword('mariam', 'a quiet evening')
  const person = await at.as(await at.cookieOf('mariam@example.com', 'a quiet evening'))
  expect(person?.permissions.has('ticket.assign')).toBe(true)
})

test('where pages are served over TLS the cookie travels over nothing else', async () => {
  const secure = at.openFor('https://help.example.com')
  await at.givePassword('jana', 'behind the curtain')
  const response = await secure.handle(at.signInRequest('jana@example.com', 'behind the curtain', {}), '192.0.2.7')
  expect(response.headers.getSetCookie()[0]).toMatch(/^__Secure-sanad\.session_token=.*; Secure/)
})

test('wrong, unknown, without a password and deactivated all get the same answer', async () => {
  await at.givePassword('tom', 'the old lighthouse')
  await at.deactivate('tom')
  const refusals = await Promise.all([
    refusalOf(at.signIn('omar@example.com', 'not the password')),
    refusalOf(at.signIn('nobody@example.com', 'not the password')),
    refusalOf(at.signIn('pierre@example.com', 'not the password')),
    refusalOf(at.signIn('tom@example.com', 'the old lighthouse')),
  ])
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({ code: 'wrongCredentials', status: 401 })
    expect(refusal.details).toEqual({})
  }
})

test('only what is needed of the library can be reached', async () => {
  const others = [
    'sign-up/email',
    'sign-in/social',
    'change-email',
    'update-user',
    'delete-user',
    'list-sessions',
    'ok',
  ]
  for (const path of others) {
    const request = new Request(`http://desk.test/api/auth/${path}`, { method: 'POST', body: '{}' })
    expect(await refusalOf(at.handle(request))).toMatchObject({ code: 'notFound' })
  }
})

test('a page of another origin signs nobody in', async () => {
  const foreign = at.signInRequest('omar@example.com', 'a quiet morning', { origin: 'https://evil.example' })
  expect(await refusalOf(at.handle(foreign))).toMatchObject({ code: 'foreignOrigin', status: 403 })
})

test('a sign-in that is more than it should be is refused', async () => {
  const long = await refusalOf(at.signIn('omar@example.com', 'x'.repeat(129)))
  expect(long).toMatchObject({ code: 'invalidFields' })
  expect(await refusalOf(at.signIn('omar@example.com', 'x'.repeat(1_000_000)))).toMatchObject({ code: 'tooLarge' })
  for (const password of [null, ['a quiet morning'], { $ne: '' }, '', undefined])
    expect(await refusalOf(at.signIn('omar@example.com', password))).toMatchObject({ code: 'invalidFields' })
  for (const email of ['%', '*', '', null, ['omar@example.com'], 'omar@example.com,salma@example.com'])
    expect(await refusalOf(at.signIn(email, 'a quiet morning'))).toMatchObject({ code: 'invalidFields' })
  expect(await refusalOf(at.handle(at.post('/api/auth/sign-in/email', '{')))).toMatchObject({ code: 'malformed' })
})

test('a sign-in under way with the old password outlived its change', async () => {
  await at.givePassword('lina', 'a quiet noon')
  let going: Promise<unknown> | undefined
  await at.database.primary.transaction().execute(async (db) => {
    await setPassword(db, at.ids.lina, 'another noon', at.clock.now())
    await endSessions(db, at.ids.lina)
    going = refusalOf(at.signIn('lina@example.com', 'a quiet noon'))
    await Promise.race([going, pause(3000)])
  })
  expect(await going).toMatchObject({ code: 'wrongCredentials', status: 401 })
  const sessions = at.database.primary.selectFrom('session').selectAll().where('user_id', '=', at.ids.lina)
  expect(await sessions.execute()).toEqual([])
  expect((await at.signIn('lina@example.com', 'another noon')).status).toBe(200)
})

test('who signs out is nobody', async () => {
  const cookie = await at.cookieOf('omar@example.com', 'a quiet morning')
  expect(await at.as(cookie)).not.toBeNull()
  const response = await at.handle(at.post('/api/auth/sign-out', '{}', { cookie, origin: 'http://desk.test' }))
  expect(response.headers.getSetCookie()[0]).toMatch(/^sanad\.session_token=; Max-Age=0/)
  expect(await at.as(cookie)).toBeNull()
})

test('the library tells about the session in its own form', async () => {
  at.clock.set(new Date())
  const cookie = await at.cookieOf('omar@example.com', 'a quiet morning')
  const ask = (headers: Record<string, string>) =>
    at.handle(new Request('http://desk.test/api/auth/get-session', { headers }))
  expect(await (await ask({ cookie })).json()).toMatchObject({ user: { email: 'omar@example.com' } })
  expect(await (await ask({})).json()).toBeNull()
})
