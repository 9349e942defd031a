import { afterAll, beforeAll, expect, test } from 'vitest'
import { registrationEndpoints } from './registration/registration-endpoints.server.ts'
import { callsTo } from './testing/call-endpoint.server.ts'
import { openSignInTest, type SignInTest } from './testing/sign-in-test.server.ts'

let at: SignInTest
beforeAll(async () => {
  at = await openSignInTest()
  for (const who of ['mariam', 'omar'] as const) await at.givePassword(who, 'seven green bottles')
  await at.deactivate('omar')
})
afterAll(() => at.close())

/** The median time of each kind, taken in turns so that a busy moment meets all of them. */
async function medians(kinds: Record<string, () => Promise<unknown>>, samples: number): Promise<number[]> {
  const times = Object.values(kinds).map((): number[] => [])
  for (let n = 0; n < samples; n++)
    for (const [index, knock] of Object.values(kinds).entries()) {
      await at.database.primary.deleteFrom('failed_try').execute()
      const start = performance.now()
      await knock().catch(() => {})
      times[index]!.push(performance.now() - start)
    }
  return times.map((all) => all.toSorted((a, b) => a - b)[samples >> 1]!)
}

const spread = (all: number[]) => (Math.max(...all) - Math.min(...all)) / Math.min(...all)

test('the time of a refused sign-in does not tell whether there is an account', async () => {
  const kinds = {
    wrong: () => at.signIn('mariam@example.com', 'not the password'),
    unknown: () => at.signIn('nobody@example.com', 'not the password'),
    withoutPassword: () => at.signIn('salma@example.com', 'not the password'),
    deactivated: () => at.signIn('omar@example.com', 'seven green bottles'),
  }
  expect(spread(await medians(kinds, 500))).toBeLessThan(0.05)
})

test('the time of a wish for a new password does not tell either', async () => {
  const ask = (email: string) => () => at.handle(at.post('/api/auth/request-password-reset', JSON.stringify({ email })))
  const kinds = {
    known: ask('mariam@example.com'),
    unknown: ask('nobody@example.com'),
    deactivated: ask('omar@example.com'),
  }
  expect(spread(await medians(kinds, 100))).toBeLessThan(0.05)
})

test('the time of a registration does not tell either', async () => {
  await at.setSettings({ registration: true })
  const call = callsTo(at.desk, registrationEndpoints(at.front))
  const ask = (email: string) => () =>
    call(null, 'POST /api/v1/registrations', { body: { name: 'N', email, password: 'a walk along the river' } })
  const kinds = {
    known: ask('mariam@example.com'),
    unknown: ask('nobody@example.com'),
    withoutPassword: ask('salma@example.com'),
    deactivated: ask('omar@example.com'),
  }
  expect(spread(await medians(kinds, 60))).toBeLessThan(0.05)
})

// Invitations have no such test: only who manages users makes one, and sees everybody anyway; it is accepted by a token, not an
// address, so that no time of it can tell of an address.
