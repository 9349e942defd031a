import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusalOf } from '../../testing/desk.server.ts'
import { callsAboutLinks, lastToken } from '../testing/mailed-links.server.ts'
import { openSignInTest, type SignInTest } from '../testing/sign-in-test.server.ts'

let at: SignInTest
let call: ReturnType<typeof callsAboutLinks>
beforeEach(async () => {
  at = await openSignInTest()
  await at.setSettings({ registration: true })
  call = callsAboutLinks(at)
})
afterEach(() => at.close())

const password = 'under the old bridge'
const network = '198.51.100.7'
const open: Record<string, (token: string) => Promise<unknown>> = {
  'an invitation': (token) => call(null, 'POST /api/v1/invitations/accept', { body: { token, password }, network }),
  'a registration': (token) => call(null, 'POST /api/v1/registrations/confirm', { body: { token, password }, network }),
  'a reset': (token) =>
    at.handle(at.post('/api/auth/reset-password', JSON.stringify({ token, newPassword: password })), network),
}

async function guessed(times: number, openOne: (token: string) => Promise<unknown>) {
  const codes: string[] = []
  for (let n = 0; n < times; n++) codes.push((await refusalOf(openOne(`no link ${n}`))).code)
  return codes
}

test.each(Object.entries(open))(
  '%s: a network that guessed a hundred links is not looked at for a while',
  async (_, one) => {
    expect(new Set(await guessed(100, one))).toEqual(new Set(['linkNotValid']))
    const refused = await refusalOf(one('one more'))
    expect(refused).toMatchObject({ code: 'tooManyTries', status: 429 })
    // the limit is of links, whatever they would open
    expect(await refusalOf(open['an invitation']!('another'))).toMatchObject({ code: 'tooManyTries' })
    at.clock.move(10 * 60_000)
    expect(await refusalOf(one('later'))).toMatchObject({ code: 'linkNotValid' })
  },
)

test('a link that is good is not counted, nor is a password that was refused', async () => {
  await call(await at.person('adam'), 'POST /api/v1/users', { body: { name: 'Rami Odeh', email: 'rami@example.com' } })
  const token = await lastToken(at)
  const body = { token, password: 'short' }
  expect(await refusalOf(call(null, 'POST /api/v1/invitations/accept', { body, network }))).toMatchObject({
    status: 422,
  })
  await open['an invitation']!(token)
  expect(await at.database.primary.selectFrom('failed_try').select('bucket').execute()).toEqual([])
})
