import { afterEach, beforeEach, expect, test } from 'vitest'
import { supportDeskId } from '../../entities/group/support-desk.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { refusalOf } from '../../testing/desk.server.ts'
import { ensureAdministrator, nameOrganisation } from './first-administrator.write.server.ts'
import { loadPerson } from '../sign-in/session.server.ts'
import { setupEndpoints } from './setup-endpoints.server.ts'
import { setupLink } from './setup.write.server.ts'
import { callsTo } from '../../testing/call-endpoint.server.ts'
import { openSignInTest, type SignInTest } from '../testing/sign-in-test.server.ts'

let at: SignInTest
let call: ReturnType<typeof callsTo>
beforeEach(async () => {
  at = await openSignInTest()
  call = callsTo(at.desk, setupEndpoints(at.front))
  await at.database.primary.deleteFrom('users').execute()
})
afterEach(() => at.close())

const link = () => setupLink(at.desk, 'https://help.example.com/')
const tokenOf = (made: string | null) => made!.split('#')[1]!
const isOpen = async () => (await call<{ open: boolean }>(null, 'GET /api/v1/setup')).answer.open
const filled = (token: string, more: object = {}) => ({
  token,
  organisation: 'Al-Noor Trading',
  language: 'ar',
  timeZone: 'Africa/Cairo',
  name: 'Nadia Farouk',
  email: 'nadia@example.com',
  password: 'first of all words',
  ...more,
})
const setUp = (token: string, more?: object) =>
  call<{ id: string }>(null, 'POST /api/v1/setup', { body: filled(token, more) })

test('the first set-up makes an administrator who works at the desk, and signs them in', async () => {
  const made = await link()
  expect(made).toMatch(/^https:\/\/help\.example\.com\/setup#[\w-]{43}$/)
  expect(await isOpen()).toBe(true)
  const { answer, headers } = await setUp(tokenOf(made))
  const person = await at.as(headers['set-cookie'] as string)
  expect(person).toMatchObject({ id: answer.id, name: 'Nadia Farouk', language: 'ar', timeZone: 'Africa/Cairo' })
  expect(person!.permissions.has('settings.manage')).toBe(true)
  expect(person!.permissions.has('ticket.assign')).toBe(true)
  expect([...person!.groups]).toEqual([supportDeskId])
  expect((await at.signIn('nadia@example.com', 'first of all words')).status).toBe(200)
})

test('an Arabic organisation had a group with an English name', async () => {
  await setUp(tokenOf(await link()))
  const named = at.database.primary.selectFrom('user_group').select('name').where('id', '=', supportDeskId)
  expect(await named.executeTakeFirstOrThrow()).toEqual({ name: 'مكتب الدعم' })
})

test('once there is an administrator it is closed, for every link and for good', async () => {
  const first = tokenOf(await link())
  const second = tokenOf(await link())
  await setUp(second)
  expect(await isOpen()).toBe(false)
  for (const token of [first, second])
    expect(await refusalOf(setUp(token, { email: 'x@example.com' }))).toMatchObject({ code: 'notFound' })
  expect(await link()).toBeNull()
  expect(await at.database.primary.selectFrom('setting').select('key').where('key', '=', 'setup').execute()).toEqual([])
})

test('ten who set up at the same moment with the same link: one becomes administrator', async () => {
  const token = tokenOf(await link())
  const ends = await Promise.allSettled(
    Array.from({ length: 10 }, (_, n) => setUp(token, { email: `admin${n}@example.com` })),
  )
  const codes = ends.map((end) => (end.status === 'fulfilled' ? 'in' : (end.reason as { code: string }).code))
  expect(codes.sort()).toEqual(['in', ...Array<string>(9).fill('notFound')])
  expect((await at.database.primary.selectFrom('users').select('id').execute()).length).toBe(1)
})

test('without the link nobody sets up, and the link is not to be found in the database', async () => {
  const token = tokenOf(await link())
  for (const wrong of ['%', '*', 'x', `${token}x`, token.slice(1)])
    expect(await refusalOf(setUp(wrong))).toMatchObject({ code: 'linkNotValid', status: 401 })
  for (const wrong of ['', null, [token], { token }, undefined])
    expect(await refusalOf(call(null, 'POST /api/v1/setup', { body: filled(wrong as string) }))).toMatchObject({
      code: 'invalidFields',
    })
  const stored = await at.database.primary.selectFrom('setting').selectAll().execute()
  expect(JSON.stringify(stored)).not.toContain(token)
  expect((await call<object>(null, 'GET /api/v1/setup')).answer).toEqual({ open: true })
})

test('whoever does not want to work at the desk need not', async () => {
  const { answer } = await setUp(tokenOf(await link()), { joinSupportDesk: false })
  expect((await loadPerson(at.database.primary, answer.id))!.groups.size).toBe(0)
})

test('the environment names an administrator: once, by however many processes, and never over an existing one', async () => {
  const given = { email: 'Root@Example.com', password: 'from the environment' }
  await Promise.all(Array.from({ length: 5 }, () => ensureAdministrator(at.desk, given)))
  expect((await at.signIn('root@example.com', 'from the environment')).status).toBe(200)
  const other = { email: 'other@example.com', password: 'another environment' }
  // whoever was locked out gave them anew, and was not told that they do nothing
  expect(await ensureAdministrator(at.desk, other)).toBe(false)
  await ensureAdministrator(at.desk, { ...given, password: 'another environment' })
  expect(await refusalOf(at.signIn('root@example.com', 'another environment'))).toMatchObject({
    code: 'wrongCredentials',
  })
  expect(await at.database.primary.selectFrom('users').select('email').execute()).toEqual([
    { email: 'root@example.com' },
  ])
  expect(await link()).toBeNull()
})

test('the environment names the organisation until it is set up: the page offers the name, and what was chosen there stays', async () => {
  await nameOrganisation(at.desk, 'Sunrise')
  expect((await call<object>(null, 'GET /api/v1/setup')).answer).toEqual({ open: true, organisation: 'Sunrise' })
  expect((await readSettings(at.database.primary)).organisation).toBe('Sunrise')
  await setUp(tokenOf(await link()))
  await nameOrganisation(at.desk, 'Sunrise')
  expect((await readSettings(at.database.primary)).organisation).toBe('Al-Noor Trading')
  expect((await call<object>(null, 'GET /api/v1/setup')).answer).toEqual({ open: false })
})

test('an environment that cannot be used is said in a sentence', async () => {
  const password = 'long enough words'
  await expect(ensureAdministrator(at.desk, { email: 'root', password })).rejects.toThrow('SANAD_ADMIN_EMAIL')
  await expect(ensureAdministrator(at.desk, { email: 'root@example.com', password: 'short' })).rejects.toThrow(
    '10 to 128',
  )
  // it is long enough, and was said to be too short
  await expect(ensureAdministrator(at.desk, { email: 'root@example.com', password: 'password123' })).rejects.toThrow(
    'many people use',
  )
})
