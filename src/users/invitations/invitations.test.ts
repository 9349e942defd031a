import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusalOf } from '../../testing/desk.server.ts'
import { callsAboutLinks, lastToken } from '../testing/mailed-links.server.ts'
import { openSignInTest, type SignInTest } from '../testing/sign-in-test.server.ts'
import { setPassword } from '../users.write.server.ts'

let at: SignInTest
let call: ReturnType<typeof callsAboutLinks>
beforeAll(async () => {
  at = await openSignInTest()
  call = callsAboutLinks(at)
})
afterAll(() => at.close())

const invite = async (email: string, more: object = {}) => {
  const body = { name: 'Rami Odeh', email, ...more }
  const { answer } = await call<{ id: string }>(await at.person('adam'), 'POST /api/v1/users', { body })
  return { id: answer.id, token: await lastToken(at) }
}
const accept = (token: unknown, password: unknown = 'chosen by myself') =>
  call(null, 'POST /api/v1/invitations/accept', { body: { token, password } })

test('who is added without a password gets a link by mail, chooses one and is signed in', async () => {
  const { id, token } = await invite('rami@example.com', { roles: ['representative'], language: 'ar' })
  const mail = (await at.mails()).at(-1)!
  expect(mail).toMatchObject({
    interaction: 'account-invitation',
    address: 'rami@example.com',
    recipient_id: id,
    state: 'pending',
  })
  expect(mail.says).toMatchObject({ variables: { actor: 'Adam Root', link: `/invitation#${token}` } })
  expect((mail.says as { variables: { roles: string } }).variables.roles).toMatch(/^[\p{Script=Arabic} ]+$/u)
  const { headers } = await accept(token)
  expect((await at.as(headers['set-cookie'] as string))?.id).toBe(id)
  expect((await at.signIn('rami@example.com', 'chosen by myself')).status).toBe(200)
})

test('an invitation works once, however many use it at the same moment', async () => {
  const { token } = await invite('once@example.com')
  const ends = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => accept(token, `my own password ${n}`)))
  expect(ends.filter((end) => end.status === 'fulfilled').length).toBe(1)
  expect(await refusalOf(accept(token))).toMatchObject({ code: 'linkNotValid', status: 401 })
})

test('an invitation is valid for seven days', async () => {
  const { token } = await invite('late@example.com')
  at.clock.moveDays(7)
  expect(await refusalOf(accept(token))).toMatchObject({ code: 'linkNotValid' })
})

test('a token that is no token opens nothing, and a refused password spends none', async () => {
  const { token } = await invite('careful@example.com')
  for (const wrong of ['%', '*', '_', `${token.slice(0, -1)}%`, 'invitation:%'])
    expect(await refusalOf(accept(wrong))).toMatchObject({ code: 'linkNotValid' })
  for (const wrong of ['', null, [token], { $gt: '' }, undefined])
    expect(await refusalOf(accept(wrong))).toMatchObject({ code: 'invalidFields' })
  expect(await refusalOf(accept(token, 'too short'))).toMatchObject({
    code: 'invalidFields',
    details: { errors: [{ field: 'password', code: 'tooShort' }] },
  })
  await accept(token)
})

test('a new invitation ends the one before; whoever has a password gets none', async () => {
  const { id, token: first } = await invite('again@example.com')
  const adam = await at.person('adam')
  await call(adam, 'POST /api/v1/users/:id/invite', { params: { id } })
  const second = await lastToken(at)
  expect(await refusalOf(accept(first))).toMatchObject({ code: 'linkNotValid' })
  await accept(second)
  expect(await refusalOf(call(adam, 'POST /api/v1/users/:id/invite', { params: { id } }))).toMatchObject({
    code: 'alreadyThere',
  })
})

test('who was invited by a mistyped address lost the invitation as it was set right, and got no other', async () => {
  const { id, token } = await invite('typo@example.com', { language: 'ar' })
  const correct = async (body: object) =>
    call<{ invitedUntil: string | null }>(await at.person('adam'), 'PATCH /api/v1/users/:id', { params: { id }, body })
  expect((await correct({ email: 'right@example.com' })).answer.invitedUntil).not.toBeNull()
  expect(await refusalOf(accept(token))).toMatchObject({ code: 'linkNotValid' })
  expect((await at.mails()).at(-1)).toMatchObject({ interaction: 'account-invitation', address: 'right@example.com' })
  await accept(await lastToken(at))
  // who is here needs none
  expect((await correct({ email: 'other@example.com' })).answer.invitedUntil).toBeNull()
})

test('an account and its invitation exist together or not at all', async () => {
  const before = (await at.mails()).length
  expect(await refusalOf(invite('salma@example.com'))).toMatchObject({ code: 'alreadyThere' })
  expect((await at.mails()).length).toBe(before)
})

test('an invitation that was taken back is not got round by a forgotten password, until there is another', async () => {
  const email = 'mistyped@example.com'
  const { id } = await invite(email, { roles: ['administrator'] })
  const askReset = () => at.handle(at.post('/api/auth/request-password-reset', JSON.stringify({ email })), '192.0.2.77')
  const resets = async () =>
    (await at.mails()).filter((mail) => mail.address === email && mail.interaction === 'account-reset')
  // asked for before, it opens nothing afterwards
  await askReset()
  const [reset] = await resets()
  const adam = await at.person('adam')
  await call(adam, 'POST /api/v1/users/:id/revoke-invitation', { params: { id }, body: {} })
  const token = (reset!.says as { variables: { link: string } }).variables.link.split('#')[1]!
  const chosen = at.handle(
    at.post('/api/auth/reset-password', JSON.stringify({ token, newPassword: 'chosen by a stranger' })),
  )
  expect(await refusalOf(chosen)).toMatchObject({ code: 'linkNotValid' })
  expect((await askReset()).status).toBe(200)
  expect(await resets()).toHaveLength(1)
  await call(adam, 'POST /api/v1/users/:id/invite', { params: { id }, body: {} })
  await accept(await lastToken(at))
  await askReset()
  expect(await resets()).toHaveLength(2)
})

test('an invitation outlived a registration, and replaced the password of whoever had chosen one', async () => {
  await at.setSettings({ registration: true })
  const email = 'both@example.com'
  const { id, token } = await invite(email)
  await call(null, 'POST /api/v1/registrations', { body: { name: 'Rami Odeh', email, language: 'en' } })
  const registration = await lastToken(at)
  await call(null, 'POST /api/v1/registrations/confirm', {
    body: { token: registration, password: 'chosen by myself' },
  })
  const links = await at.database.primary.selectFrom('verification').select('id').where('value', '=', id).execute()
  expect(links).toEqual([])
  expect(await refusalOf(accept(token, 'chosen by a reader'))).toMatchObject({ code: 'linkNotValid', status: 401 })
  expect((await at.signIn(email, 'chosen by myself')).status).toBe(200)
})

test('an invitation and a registration that are taken at the same moment: one password is chosen, once', async () => {
  await at.setSettings({ registration: true })
  for (let round = 0; round < 5; round += 1) {
    const email = `together${round}@example.com`
    const { token } = await invite(email)
    await call(null, 'POST /api/v1/registrations', { body: { name: 'Rami Odeh', email, language: 'en' } })
    const body = { token: await lastToken(at), password: 'chosen by registering' }
    const ends = await Promise.allSettled([
      accept(token, 'chosen by invitation'),
      call(null, 'POST /api/v1/registrations/confirm', { body }),
    ])
    expect(ends.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'linkNotValid' } })
  }
})

test('whoever has a password by another way chooses no first one any more, and the page says so as it opens', async () => {
  const { id, token } = await invite('by-hand@example.com')
  await setPassword(at.database.primary, id, 'had it all along', at.clock.now())
  const body = { kind: 'invitation', token }
  expect((await call(null, 'POST /api/v1/links/look', { body })).answer).toEqual({ good: false })
  expect(await refusalOf(accept(token, 'chosen by a reader'))).toMatchObject({ code: 'linkNotValid' })
  expect((await at.signIn('by-hand@example.com', 'had it all along')).status).toBe(200)
})
