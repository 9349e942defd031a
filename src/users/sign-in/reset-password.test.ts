import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusalOf } from '../../testing/desk.server.ts'
import { openSignInTest, type SignInTest } from '../testing/sign-in-test.server.ts'

let at: SignInTest
beforeAll(async () => {
  at = await openSignInTest()
  for (const who of ['omar', 'jana', 'tom', 'salma'] as const) await at.givePassword(who, 'what it was before')
})
afterAll(() => at.close())

const ask = (email: unknown, network?: string) =>
  at.handle(at.post('/api/auth/request-password-reset', JSON.stringify({ email })), network)
const choose = (token: unknown, newPassword: unknown = 'what it is from now') =>
  at.handle(at.post('/api/auth/reset-password', JSON.stringify({ token, newPassword })))
const tokensFor = async (email: string) =>
  (await at.mails())
    .filter((mail) => mail.address === email && mail.interaction === 'account-reset')
    .map((mail) => (mail.says as { variables: { link: string } }).variables.link.split('#')[1]!)

test('a link by mail gives a new password, ends every session, and tells its owner', async () => {
  const cookie = await at.cookieOf('omar@example.com', 'what it was before')
  await ask('Omar@example.com')
  const [token] = await tokensFor('omar@example.com')
  expect((await choose(token)).status).toBe(200)
  expect(await at.as(cookie)).toBeNull()
  expect((await at.signIn('omar@example.com', 'what it is from now')).status).toBe(200)
  expect((await at.mails()).at(-1)).toMatchObject({
    interaction: 'account-password-changed',
    address: 'omar@example.com',
  })
})

test('a new password did not open the account while a stranger’s guesses at it were counted', async () => {
  await at.givePassword('lina', 'what it was before')
  for (let tries = 0; tries < 5; tries += 1) await refusalOf(at.signIn('lina@example.com', 'a guess', '198.51.100.7'))
  expect(await refusalOf(at.signIn('lina@example.com', 'what it was before'))).toMatchObject({ code: 'tooManyTries' })
  await ask('lina@example.com', '192.0.2.98')
  const [token] = await tokensFor('lina@example.com')
  expect((await choose(token)).status).toBe(200)
  expect((await at.signIn('lina@example.com', 'what it is from now')).status).toBe(200)
  // they are counted on from here, and by network as ever
  for (let tries = 0; tries < 5; tries += 1) await refusalOf(at.signIn('lina@example.com', 'a guess', '198.51.100.7'))
  expect(await refusalOf(at.signIn('lina@example.com', 'what it is from now'))).toMatchObject({ code: 'tooManyTries' })
})

test('a link works once', async () => {
  await ask('jana@example.com')
  const [token] = await tokensFor('jana@example.com')
  const ends = await Promise.allSettled(Array.from({ length: 8 }, () => choose(token)))
  expect(ends.filter((end) => end.status === 'fulfilled').length).toBe(1)
  expect(await refusalOf(choose(token))).toMatchObject({ code: 'linkNotValid', status: 401 })
})

test('a link that was used ends those that were asked for before it', async () => {
  await at.givePassword('mariam', 'what it was before')
  for (let asked = 0; asked < 2; asked += 1) await ask('mariam@example.com', '192.0.2.99')
  const [first, second] = await tokensFor('mariam@example.com')
  expect((await choose(second)).status).toBe(200)
  expect(await refusalOf(choose(first, 'what a thief chose'))).toMatchObject({ code: 'linkNotValid' })
  expect((await at.signIn('mariam@example.com', 'what it is from now')).status).toBe(200)
})

test('a link is too old after an hour', async () => {
  await ask('tom@example.com')
  const [token] = await tokensFor('tom@example.com')
  // the library asks the machine's clock, and a clock that is moved would stay moved for the ids of this process
  await at.database.primary
    .updateTable('verification')
    .set({ expires_at: sql`expires_at - interval '61 minutes'` })
    .execute()
  expect(await refusalOf(choose(token))).toMatchObject({ code: 'linkNotValid' })
})

test('a token that is none, and a password that is none, change nothing', async () => {
  await ask('salma@example.com')
  const [token] = await tokensFor('salma@example.com')
  for (const wrong of ['%', '*', '_', `${token}%`, 'reset-password:%'])
    expect(await refusalOf(choose(wrong))).toMatchObject({ code: 'linkNotValid' })
  for (const wrong of ['', null, [token], { token }, undefined])
    expect(await refusalOf(choose(wrong))).toMatchObject({ code: 'invalidFields' })
  for (const wrong of ['short', 'x'.repeat(129), null, ['what it is from now']])
    expect(await refusalOf(choose(token, wrong))).toMatchObject({ code: 'invalidFields' })
  expect((await at.signIn('salma@example.com', 'what it was before')).status).toBe(200)
  const kept = await at.database.primary.selectFrom('verification').selectAll().execute()
  expect(JSON.stringify(kept)).not.toContain(token)
})

test('nobody learns who has an account: one answer, and mail only for those who have', async () => {
  await at.deactivate('pierre')
  const before = (await at.mails()).length
  const answers = await Promise.all(
    ['nobody@example.com', 'pierre@example.com', 'mariam@example.com'].map((email) => ask(email)),
  )
  const texts = await Promise.all(
    answers.map(async (answer) => [answer.status, await answer.text(), [...answer.headers]]),
  )
  expect(new Set(texts.map((text) => JSON.stringify(text))).size).toBe(1)
  expect((await at.mails()).slice(before).map(({ address }) => address)).toEqual(['mariam@example.com'])
})

test('one address is asked for, not a list, and nobody is mailed more than three times an hour', async () => {
  for (const wrong of [
    'lina@example.com,evil@example.com',
    ['lina@example.com'],
    'lina@example.com\nbcc: evil@example.com',
    '%',
  ])
    expect(await refusalOf(ask(wrong))).toMatchObject({ code: 'invalidFields' })
  await Promise.all(Array.from({ length: 12 }, (_, n) => ask('lina@example.com', `198.51.100.${n}`)))
  expect((await tokensFor('lina@example.com')).length).toBe(3)
})

test('the link leads to no host that a request named', async () => {
  const request = at.post('/api/auth/request-password-reset', JSON.stringify({ email: 'adam@example.com' }), {
    'x-forwarded-host': 'evil.example',
  })
  await at.handle(request)
  const mail = (await at.mails()).find(({ address }) => address === 'adam@example.com')!
  expect((mail.says as { variables: { link: string } }).variables.link).toMatch(/^\/reset-password#[A-Za-z0-9]+$/)
  const elsewhere = { email: 'adam@example.com', redirectTo: 'https://evil.example' }
  expect(
    await refusalOf(at.handle(at.post('/api/auth/request-password-reset', JSON.stringify(elsewhere)))),
  ).toMatchObject({ code: 'invalidFields' })
})
