import { afterAll, beforeEach, expect, test } from 'vitest'
import { both, openOutsideDesk, providerPath } from './testing/outside-desk.server.ts'

const { web, provider, stored, comeIn, refusedWith, forget, close } = await openOutsideDesk()
beforeEach(forget)
afterAll(close)

test('the provider is for who manages settings; the secret is never answered back, nor written down as it is', async () => {
  for (const [who, status] of [
    [null, 401],
    ['salma', 403],
    ['mariam', 403],
  ] as const)
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect((await web.ask(who, method, providerPath, method === 'PUT' ? {} : undefined)).status).toBe(status)
  const { body } = await stored()
  expect(body).toMatchObject({ issuer: provider.issuer, hasSecret: true, label: 'Company account', ...both })
  const everything = JSON.stringify([
    (await web.get('adam', providerPath)).body,
    await web.database.primary.selectFrom('sign_in_provider').selectAll().execute(),
    await web.database.primary.selectFrom('audit_entry').selectAll().execute(),
  ])
  expect(everything).not.toContain(provider.client_secret)
  expect((await web.get(null, '/api/v1/sign-in-ways')).body).toEqual({
    registration: false,
    outside: 'Company account',
  })
  // the same provider and client keep the secret
  expect((await stored({ clientSecret: undefined })).body).toMatchObject({ hasSecret: true })
  expect((await web.ask('adam', 'DELETE', providerPath)).body).toMatchObject({ issuer: null })
  expect((await web.get(null, '/api/v1/sign-in-ways')).body).toMatchObject({ outside: null })
})

test.each([
  'http://id.example.com',
  'ftp://x',
  'not an address',
  'https://a:b@id.example.com',
  'https://id.example.com/?x=1',
])('an issuer such as %j is refused at its field', async (issuer) => {
  const { status, body } = await stored({ issuer })
  expect([status, body.errors]).toMatchObject([422, [{ field: 'issuer', code: 'notAnIssuer' }]])
})

test('what is no provider is not stored', async () => {
  for (const issuer of [web.address, 'http://127.0.0.1:9', `${provider.issuer}/elsewhere`])
    expect((await stored({ issuer })).body.errors).toMatchObject([{ field: 'issuer', code: 'noProvider' }])
  expect((await web.get('adam', providerPath)).body.issuer).toBeNull()
})

test('a provider that does not know us leaves a note for the administrator', async () => {
  await stored({ clientSecret: 'not the right one' })
  const { location } = await comeIn({ sub: 'o-1', email: 'omar@example.com' })
  expect(location).toBe(refusedWith('failed'))
  expect((await web.get('adam', providerPath)).body).toMatchObject({ failure: 'invalid_client' })
})

test('the stored secret was thrown away without a word when the client became another', async () => {
  await stored()
  const { status, body } = await stored({ clientSecret: undefined, clientId: 'another' })
  expect([status, body.errors]).toMatchObject([422, [{ field: 'clientSecret', code: 'required' }]])
  expect((await web.get('adam', providerPath)).body).toMatchObject({ hasSecret: true })
})
