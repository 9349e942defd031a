import { createHmac, generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProvider, Traveller, type OpenidProvider, type Token } from '../../testing/openid-provider.server.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'

let web: TestWeb
let provider: OpenidProvider
beforeAll(async () => {
  web = await openTestWeb()
  // what is believed here is the token alone: it says the address as well
  provider = await startProvider({ inToken: true })
  provider.serve(`${web.address}/api/auth/outside/callback`)
  provider.accounts.set('o-1', { sub: 'o-1', email: 'omar@example.com' })
  const { issuer, client_id: clientId, client_secret: clientSecret } = provider
  const stored = { issuer, clientId, clientSecret, label: 'Company account', linksKnown: true, addsCustomers: true }
  await web.ask('adam', 'PUT', '/api/v1/sign-in-provider', stored)
})
afterAll(async () => {
  await web.close()
  await provider.stop()
})

/** Comes back from the provider with a token that `forge` made of the real one; says where that leads, and as whom. */
async function comeInWith(forge: (token: Token) => string) {
  for (const table of ['failed_try', 'outside_identity'] as const)
    await web.database.primary.deleteFrom(table).execute()
  const traveller = new Traveller()
  const back = await traveller.away(`${web.address}/api/auth/outside`, { sub: 'o-1' })
  provider.lies.forge = forge
  const { location } = await traveller.ask(back)
  delete provider.lies.forge
  const me = await fetch(`${web.address}/api/v1/me`, { headers: { cookie: traveller.cookies(web.address) } })
  return { location, who: me.ok ? ((await me.json()) as { id: string }).id : null }
}

test('a token that is written anew with the right key and the same claims is believed: the forging below is what fails', async () => {
  const { who } = await comeInWith((token) => token.signed(token.header, token.claims))
  expect(who).toBe(web.ids.omar)
})

const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const adam = { sub: 'a-1', email: 'adam@example.com', email_verified: true }
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const hourAgo = Math.floor(Date.now() / 1000) - 3600

const forged: [string, (token: Token) => string][] = [
  ['other claims under the old signature', (t) => `${part(t.header)}.${part({ ...t.claims, ...adam })}.${t.signature}`],
  ['a signature by another key', (t) => t.signed(t.header, { ...t.claims, ...adam }, other)],
  ['another key under a name of its own', (t) => t.signed({ ...t.header, kid: 'mine' }, t.claims, other)],
  [
    'another key that it brings along',
    (t) => t.signed({ alg: 'RS256', jwk: other.export({ format: 'jwk' }) }, t.claims, other),
  ],
  ['no signature', (t) => `${part(t.header)}.${part(t.claims)}.`],
  ['the algorithm “none”', (t) => `${part({ alg: 'none' })}.${part({ ...t.claims, ...adam })}.`],
  [
    'our own secret in place of the key',
    (t) => {
      const text = `${part({ alg: 'HS256' })}.${part({ ...t.claims, ...adam })}`
      return `${text}.${createHmac('sha256', provider.client_secret).update(text).digest('base64url')}`
    },
  ],
  ['another audience', (t) => t.signed(t.header, { ...t.claims, aud: 'another client' })],
  ['an audience of two without the party', (t) => t.signed(t.header, { ...t.claims, aud: ['sanad', 'another'] })],
  ['another issuer', (t) => t.signed(t.header, { ...t.claims, iss: 'https://evil.example' })],
  ['another nonce', (t) => t.signed(t.header, { ...t.claims, nonce: 'of another sign-in' })],
  ['no nonce', (t) => t.signed(t.header, { ...t.claims, nonce: undefined })],
  ['a time that is over', (t) => t.signed(t.header, { ...t.claims, iat: hourAgo - 600, exp: hourAgo })],
  ['no subject', (t) => t.signed(t.header, { ...t.claims, sub: undefined })],
  ['what is no token', () => 'a.b.c'],
]

test.each(forged)('a forged token is refused: %s', async (_how, forge) => {
  expect(await comeInWith(forge)).toEqual({ location: `${web.address}/sign-in?outside=failed`, who: null })
  expect(await web.database.primary.selectFrom('outside_identity').selectAll().execute()).toEqual([])
})
