import { afterEach, beforeEach, expect, test } from 'vitest'
import { prepareMail } from '../../interactions/testing/prepare-one.server.ts'
import { newId } from '../../server/ids.server.ts'
import { refusalOf } from '../../testing/desk.server.ts'
import { callsTo } from '../../testing/call-endpoint.server.ts'
import { openSignInTest, type SignInTest } from '../testing/sign-in-test.server.ts'
import { registrationEndpoints } from './registration-endpoints.server.ts'

let at: SignInTest
beforeEach(async () => {
  at = await openSignInTest()
  await at.setSettings({ registration: true })
})
afterEach(() => at.close())

const call = (address: string, body?: object) =>
  callsTo(at.desk, registrationEndpoints(at.front))(null, address, { body })
const wanted = { name: 'Noor Saleh', email: 'noor@example.com', language: 'ar' }
const password = 'under the old bridge'
const register = async (change: object = {}) =>
  (await call('POST /api/v1/registrations', { ...wanted, ...change })).answer
const confirm = (token: unknown, chosen: unknown = password) =>
  call('POST /api/v1/registrations/confirm', { token, password: chosen })
const tokenIn = (mail: { says: unknown }) =>
  (mail.says as { variables: { link: string } }).variables.link.split('#')[1]!
const usersNow = async () =>
  (await at.database.primary.selectFrom('users').select('email').execute()).map(({ email }) => email)

test('a customer registers, proves the address by the link, and is signed in', async () => {
  expect(await register()).toEqual({})
  expect(await usersNow()).not.toContain('noor@example.com')
  const [mail] = await at.mails()
  expect(mail).toMatchObject({ interaction: 'account-registration', recipient_id: null, address: 'noor@example.com' })
  const { headers } = await confirm(tokenIn(mail!))
  const person = await at.as(headers['set-cookie'] as string)
  expect(person).toMatchObject({ name: 'Noor Saleh', language: 'ar', email: 'noor@example.com' })
  expect(person!.permissions.has('ticket.submit')).toBe(true)
  expect(person!.permissions.has('user.read')).toBe(false)
  expect((await at.signIn('noor@example.com', 'under the old bridge')).status).toBe(200)
})

test('the mail is in the language that was asked for, and has nothing else of what a stranger wrote', async () => {
  await register({ name: 'BUY NOW at evil.example' })
  const [mail] = await at.mails()
  const prepared = await prepareMail(
    at.desk,
    { publicUrl: 'https://help.example.com', repliesAreRead: false },
    mail as never,
  )
  if (prepared === 'dropped') throw new Error('The mail was dropped.')
  expect(prepared).toMatchObject({ address: 'noor@example.com', confidential: true, words: { language: 'ar' } })
  expect(JSON.stringify(prepared)).not.toContain('evil')
  expect(prepared.words.text).toContain(`https://help.example.com/confirm-registration#${tokenIn(mail!)}`)
})

test('a link works once, for a day, and none but a whole one', async () => {
  await register()
  const token = tokenIn((await at.mails())[0]!)
  for (const wrong of ['%', '*', 'x', token.slice(1), `${token}x`])
    expect(await refusalOf(confirm(wrong))).toMatchObject({ code: 'linkNotValid' })
  for (const wrong of ['', null, [token], { token }, undefined])
    expect(await refusalOf(confirm(wrong))).toMatchObject({ code: 'invalidFields' })
  const ends = await Promise.allSettled([confirm(token), confirm(token), confirm(token)])
  expect(ends.filter(({ status }) => status === 'fulfilled').length).toBe(1)
  expect(await refusalOf(confirm(token))).toMatchObject({ code: 'linkNotValid' })
  await register({ email: 'late@example.com' })
  at.clock.moveDays(1)
  at.clock.move(1000)
  expect(await refusalOf(confirm(tokenIn((await at.mails()).at(-1)!)))).toMatchObject({ code: 'linkNotValid' })
})

test('known, unknown, without a password, deactivated: one answer, and each gets the mail that fits', async () => {
  await at.givePassword('salma', 'seven green bottles')
  await at.deactivate('tom')
  const answers = []
  for (const email of ['new@example.com', 'SALMA@example.com', 'pierre@example.com', 'tom@example.com'])
    answers.push(await register({ email }))
  expect(answers).toEqual([{}, {}, {}, {}])
  expect((await at.mails()).map(({ interaction, address }) => [interaction, address])).toEqual([
    ['account-registration', 'new@example.com'],
    ['account-already-there', 'salma@example.com'],
    ['account-registration', 'pierre@example.com'],
  ])
  expect((await at.signIn('salma@example.com', 'seven green bottles')).status).toBe(200)
  expect(await refusalOf(at.signIn('salma@example.com', password))).toMatchObject({ code: 'wrongCredentials' })
})

test('whoever was written down by staff takes their account over only by the link', { tags: 'long' }, async () => {
  await register({ email: 'pierre@example.com', name: 'Somebody Else' })
  expect(await refusalOf(at.signIn('pierre@example.com', password))).toMatchObject({ code: 'wrongCredentials' })
  await confirm(tokenIn((await at.mails())[0]!))
  expect((await at.signIn('pierre@example.com', password)).status).toBe(200)
  // an address that was proven before keeps its name
  expect((await at.person('pierre')).name).toBe('Pierre Lemaire')
})

test('a link of before does not take over an account that has got a password since', { tags: 'long' }, async () => {
  await register({ email: 'pierre@example.com' })
  await at.givePassword('pierre', 'seven blue bottles')
  expect(await refusalOf(confirm(tokenIn((await at.mails())[0]!)))).toMatchObject({ code: 'linkNotValid' })
  expect((await at.signIn('pierre@example.com', 'seven blue bottles')).status).toBe(200)
})

test('nobody is mailed more than three times an hour, and no network registers a crowd', async () => {
  for (let time = 0; time < 5; time += 1) await register()
  expect((await at.mails()).length).toBe(3)
  for (let n = 0; n < 25; n += 1) await register({ email: `n${n}@example.com` })
  expect(await refusalOf(register({ email: 'one-more@example.com' }))).toMatchObject({
    code: 'tooManyTries',
    status: 429,
  })
})

test('while it is off there is nothing there, and a registration is no way to more than a customer’s rights', async () => {
  for (const more of [
    { roles: ['administrator'] },
    { emailVerified: true },
    { id: at.ids.adam },
    { password: 'a stranger would choose it' },
    { name: '' },
  ])
    expect(await refusalOf(register(more))).toMatchObject({ code: 'invalidFields' })
  await register()
  await at.setSettings({ registration: false })
  expect((await call('GET /api/v1/registrations')).answer).toEqual({ open: false })
  expect(await refusalOf(register())).toMatchObject({ code: 'notFound' })
  expect(await refusalOf(confirm(tokenIn((await at.mails())[0]!)))).toMatchObject({ code: 'notFound' })
})

test('a password that is none is refused and leaves the link as it was', async () => {
  await register()
  const token = tokenIn((await at.mails())[0]!)
  for (const wrong of ['short', 'password123', '', null, undefined])
    expect(await refusalOf(call('POST /api/v1/registrations/confirm', { token, password: wrong }))).toMatchObject({
      code: 'invalidFields',
    })
  expect(await usersNow()).not.toContain('noor@example.com')
  await confirm(token)
  expect(await usersNow()).toContain('noor@example.com')
})

test('whoever registers a stranger’s address has no password for the account that the stranger makes of it', async () => {
  const body = { ...wanted, password: 'known to the thief' }
  expect(await refusalOf(call('POST /api/v1/registrations', body))).toMatchObject({
    details: { errors: [{ field: 'password', code: 'unknown' }] },
  })
  await register()
  await confirm(tokenIn((await at.mails())[0]!), 'chosen by who reads the mail')
  expect((await at.signIn('noor@example.com', 'chosen by who reads the mail')).status).toBe(200)
})

test('neither the link nor the password is to be found in the database', async () => {
  await register()
  const token = tokenIn((await at.mails())[0]!)
  const stored = JSON.stringify(await at.database.primary.selectFrom('verification').selectAll().execute())
  expect(stored).not.toContain(token)
  await confirm(token)
  const accounts = JSON.stringify(await at.database.primary.selectFrom('account').selectAll().execute())
  expect(accounts).not.toContain(password)
})

test('an invitation that was taken back is not got round by registering', async () => {
  const now = new Date()
  const added = { id: newId(), name: 'Noor', email: wanted.email, created_at: now, updated_at: now }
  await at.database.primary.insertInto('users').values(added).execute()
  await register()
  const [mail] = await at.mails()
  await at.database.primary
    .updateTable('users')
    .set({ invitation_taken_back: true })
    .where('id', '=', added.id)
    .execute()
  expect(await refusalOf(confirm(tokenIn(mail!)))).toMatchObject({ code: 'linkNotValid' })
  await register()
  expect(await at.mails()).toHaveLength(1)
})
