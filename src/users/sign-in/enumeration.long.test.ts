import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusalOf } from '../../testing/desk.server.ts'
import { invitationEndpoints } from '../invitations/invitation-endpoints.server.ts'
import { linkEndpoints } from '../mailed-links/link-endpoints.server.ts'
import { registrationEndpoints } from '../registration/registration-endpoints.server.ts'
import { callsTo } from '../../testing/call-endpoint.server.ts'
import { openSignInTest, type SignInTest } from '../testing/sign-in-test.server.ts'
import { timed } from '../testing/timing.ts'
import { userEndpoints } from '../user-endpoints.server.ts'

const allowed = 0.05
const right = 'seven green bottles'

let at: SignInTest
beforeAll(async () => {
  at = await openSignInTest()
  for (const who of ['mariam', 'omar'] as const) await at.givePassword(who, right)
  await at.deactivate('omar')
})
afterAll(() => at.close())

/** Nobody is held back for many tries while times are taken. */
const before = () => at.database.primary.deleteFrom('failed_try').execute()

/** How far the medians are apart; the figures are printed. */
async function apart(kinds: Record<string, () => Promise<unknown>>, samples: number): Promise<number> {
  const timing = await timed(kinds, { samples, before, allowed })
  console.log(expect.getState().currentTestName, timing)
  return timing.apart
}

const signIn = (email: string, password: string) => () => at.signIn(email, password)

test('the time of a refused sign-in does not tell whether there is an account', async () => {
  const kinds = {
    wrong: signIn('mariam@example.com', 'not the password'),
    unknown: signIn('nobody@example.com', 'not the password'),
    withoutPassword: signIn('salma@example.com', 'not the password'),
    deactivated: signIn('omar@example.com', right),
  }
  expect(await apart(kinds, 60)).toBeLessThan(allowed)
})

test('a difference of a fifth would be seen', async () => {
  const wrong = signIn('mariam@example.com', 'not the password')
  const slower = async () => {
    const start = performance.now()
    await wrong().catch(() => {})
    const end = performance.now() + (performance.now() - start) / 5
    while (performance.now() < end);
  }
  expect((await timed({ wrong, slower }, { samples: 40, before, allowed })).apart).toBeGreaterThan(allowed)
})

test('the time of a wish for a new password does not tell either', async () => {
  const ask = (email: string) => () => at.handle(at.post('/api/auth/request-password-reset', JSON.stringify({ email })))
  const kinds = {
    known: ask('mariam@example.com'),
    unknown: ask('nobody@example.com'),
    deactivated: ask('omar@example.com'),
  }
  expect(await apart(kinds, 25)).toBeLessThan(allowed)
})

test('the time of a registration does not tell either', async () => {
  await at.setSettings({ registration: true })
  const call = callsTo(at.desk, registrationEndpoints(at.front))
  const ask = (email: string) => () => call(null, 'POST /api/v1/registrations', { body: { name: 'N', email } })
  const kinds = {
    known: ask('mariam@example.com'),
    unknown: ask('nobody@example.com'),
    withoutPassword: ask('salma@example.com'),
    deactivated: ask('omar@example.com'),
  }
  expect(await apart(kinds, 30)).toBeLessThan(allowed)
})

// Only who manages users invites, and sees everybody anyway. What others have of it is a link: a spent one is as one that never
// was, so that neither tells that somebody was asked.
test('an invitation that is spent answers as one that never was, in the same time', async () => {
  const call = callsTo(at.desk, [...userEndpoints, ...invitationEndpoints(at.front)])
  await call(await at.person('adam'), 'POST /api/v1/users', { body: { name: 'Rami', email: 'rami@example.com' } })
  const { link } = ((await at.mails()).at(-1)!.says as { variables: { link: string } }).variables
  const accept = (token: string) =>
    call(null, 'POST /api/v1/invitations/accept', { body: { token, password: 'a walk along the river' } })
  const spent = link.split('#')[1]!
  const never = randomBytes(32).toString('base64url')
  await accept(spent)
  for (const token of [spent, never]) expect(await refusalOf(accept(token))).toMatchObject({ code: 'linkNotValid' })
  expect(await apart({ spent: () => accept(spent), never: () => accept(never) }, 300)).toBeLessThan(allowed)
})

test('a link that is spent is looked at as long as one that never was, whatever it was for', async () => {
  const call = callsTo(at.desk, [...userEndpoints, ...invitationEndpoints(at.front), ...linkEndpoints])
  await call(await at.person('adam'), 'POST /api/v1/users', { body: { name: 'Huda', email: 'huda@example.com' } })
  const { link } = ((await at.mails()).at(-1)!.says as { variables: { link: string } }).variables
  const spent = link.split('#')[1]!
  const never = randomBytes(32).toString('base64url')
  await call(null, 'POST /api/v1/invitations/accept', { body: { token: spent, password: right } })
  const look = (kind: string, token: string) => () => call(null, 'POST /api/v1/links/look', { body: { kind, token } })
  const kinds = { spent: look('invitation', spent), never: look('invitation', never), reset: look('reset', never) }
  for (const each of Object.values(kinds)) expect((await each()).answer).toEqual({ good: false })
  expect(await apart(kinds, 300)).toBeLessThan(allowed)
})
