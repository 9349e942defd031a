import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Character } from '../../testing/cast.server.ts'
import { refusalOf } from '../../testing/desk.server.ts'
import { accountLetter } from '../../interactions/account-letter.ts'
import { readerFor } from '../../interactions/reader.ts'
import { meEndpoints } from './me-endpoints.server.ts'
import { callsTo } from '../../testing/call-endpoint.server.ts'
import { openSignInTest, type SignInTest } from '../testing/sign-in-test.server.ts'

let at: SignInTest
let call: ReturnType<typeof callsTo>
beforeAll(async () => {
  at = await openSignInTest()
  call = callsTo(at.desk, meEndpoints(at.front))
})
afterAll(() => at.close())

const me = async (who: Character) => (await call(await at.person(who), 'GET /api/v1/me')).answer
const change = async (who: Character, body: object) =>
  (await call(await at.person(who), 'PATCH /api/v1/me', { body })).answer

test('everybody learns who they are and what they may do', async () => {
  expect(await me('mariam')).toMatchObject({
    name: 'Mariam Al-Najjar',
    isStaff: true,
    groups: [{ id: at.groups.supportDesk, name: 'Support Desk' }],
  })
  expect(await me('salma')).toMatchObject({ email: 'salma@example.com', language: 'ar', isStaff: false, groups: [] })
  expect((await me('salma'))['permissions']).toContain('ticket.submit')
})

test('everybody chooses their name, language and time zone, and nothing else', async () => {
  expect(await change('salma', { name: 'Salma I.', language: 'en', timeZone: 'Africa/Tunis' })).toMatchObject({
    name: 'Salma I.',
    language: 'en',
    timeZone: 'Africa/Tunis',
  })
  await at.setSettings({ language: 'fr' })
  expect(await change('salma', { language: null })).toMatchObject({ language: 'fr', ownLanguage: null })
  for (const wrong of [
    { email: 'x@example.com' },
    { roles: ['administrator'] },
    { permissions: [] },
    { active: true },
    { id: at.ids.adam },
    { name: '' },
  ])
    expect(await refusalOf(change('salma', wrong))).toMatchObject({ code: 'invalidFields' })
  expect((await at.person('salma')).permissions.has('user.manage')).toBe(false)
})

test('whoever comes by gets the cookie with its full time anew', async () => {
  await at.givePassword('omar', 'along the shore')
  const cookie = await at.cookieOf('omar@example.com', 'along the shore')
  const { headers } = await call(await at.person('omar'), 'GET /api/v1/me', { headers: { cookie } })
  expect(headers['set-cookie']).toMatch(/Max-Age=2592000/)
  expect((await at.as(headers['set-cookie'] as string))?.id).toBe(at.ids.omar)
})

test('digits and calendar that somebody chose are theirs wherever they are written', async () => {
  await change('salma', { language: 'ar', digits: 'arab', calendar: 'islamic-umalqura' })
  expect(await at.person('salma')).toMatchObject({ digits: 'arab', calendar: 'islamic-umalqura' })
  const person = await at.person('salma')
  const letter = accountLetter({
    interaction: 'account-password-changed',
    variables: { link: '/forgot-password', changedAt: '2026-03-01T10:00:00Z' },
    side: 'customer',
    name: person.name,
    proven: true,
    reader: readerFor(person, { organisation: 'Marsa', numberPrefix: 'T-' }),
    publicUrl: 'https://desk.example',
  })
  // 1 March 2026 is 12 Ramadan 1447
  expect(letter.values['changedAt']?.text).toMatch(/١٢ رمضان ١٤٤٧/u)
  await change('salma', { digits: null, calendar: null })
  expect(await at.person('salma')).not.toHaveProperty('digits')
})
