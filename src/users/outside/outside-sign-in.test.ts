import type { Transaction } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Tables } from '../../entities/tables.ts'
import { startProvider, Traveller } from '../../testing/openid-provider.server.ts'
import { openSealer } from '../../server/seal.server.ts'
import { findOrLink } from './identity.write.server.ts'
import { storedProvider } from './provider.server.ts'
import { openOutsideDesk } from './testing/outside-desk.server.ts'

const { web, provider, start, stored, comeIn, whoIs, refusedWith, forget, close } = await openOutsideDesk()
beforeEach(forget)
afterAll(close)

const lastAudit = () =>
  web.database.primary.selectFrom('audit_entry').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()

describe('who comes in', () => {
  test('somebody known here by an address that the provider verified: linked, audited, and known again by the subject', async () => {
    await stored()
    const came = await comeIn({ sub: 'o-1', email: 'OMAR@example.com' }, { to: '/incoming?queue=mine' })
    expect([came.status, came.location]).toEqual([303, `${web.address}/incoming?queue=mine`])
    expect((await whoIs(came.traveller))?.id).toBe(web.ids.omar)
    expect(await lastAudit()).toMatchObject({
      action: 'identity.linked',
      actor: web.ids.omar,
      subject: `user:${web.ids.omar}`,
      after: { issuer: provider.issuer },
    })
    // another address there meanwhile, and not verified: the subject is who he is
    const again = await comeIn({ sub: 'o-1', email: 'someone.else@example.com', emailVerified: false })
    expect((await whoIs(again.traveller))?.id).toBe(web.ids.omar)
  })

  test('whoever was invited and came by the provider was shown as never having come, and invited again for ever', async () => {
    await stored()
    const nobodysYet = { name: 'Hala Nasser', email: 'hala@example.com' }
    const { id } = (await web.post('adam', '/api/v1/users', nobodysYet)).body
    const seen = async () => (await web.get('adam', `/api/v1/users/${id}`)).body
    expect(await seen()).toMatchObject({ signsIn: false, invitedUntil: expect.any(String) as string })
    const { traveller } = await comeIn({ sub: 'h-1', email: 'hala@example.com' })
    expect((await whoIs(traveller))?.id).toBe(id)
    expect(await seen()).toMatchObject({ signsIn: true, invitedUntil: null })
    const again = await web.post('adam', `/api/v1/users/${id}/invite`)
    expect([again.status, again.body.code]).toEqual([409, 'alreadyThere'])
  })

  test('somebody unknown becomes a customer, and nothing more', async () => {
    await stored()
    const { traveller } = await comeIn({ sub: 'n-1', email: 'nadia@example.org', name: 'Nadia' })
    const me = await whoIs(traveller)
    expect(me).toMatchObject({ email: 'nadia@example.org', name: 'Nadia' })
    expect(me?.permissions).not.toContain('user.read')
    const row = await web.database.primary
      .selectFrom('users')
      .innerJoin('user_role', 'user_role.user_id', 'users.id')
      .select(['email_verified', 'role_key'])
      .where('users.id', '=', me!.id)
      .execute()
    expect(row).toEqual([{ email_verified: true, role_key: 'customer' }])
  })

  test.each([
    ['nobody new where customers are not made', { addsCustomers: false }, 'stranger@example.org'],
    ['nobody known where people are not linked', { linksKnown: false }, 'jana@example.com'],
    ['nobody at all where both are off', { linksKnown: false, addsCustomers: false }, 'jana@example.com'],
  ])('%s', async (_what, ways, email) => {
    await stored(ways)
    const { traveller, location } = await comeIn({ sub: 'x-1', email })
    expect(location).toBe(refusedWith('unknown'))
    expect(await whoIs(traveller)).toBeNull()
  })

  test('claims that stand in the token itself are read as well', async () => {
    const other = await startProvider({ inToken: true })
    other.serve(`${web.address}/api/auth/outside/callback`)
    await stored({ issuer: other.issuer })
    other.accounts.set('t-1', { sub: 't-1', email: 'tom@example.com' })
    const traveller = new Traveller()
    await traveller.ask(await traveller.away(start, { sub: 't-1' }))
    expect((await whoIs(traveller))?.id).toBe(web.ids.tom)
    await other.stop()
  })

  test('whoever has a second factor here gives its code as well', async () => {
    await stored()
    await web.database.primary
      .insertInto('second_factor')
      .values({ user_id: web.ids.jana, secret: 'x', confirmed_at: new Date(), created_at: new Date() })
      .execute()
    const { traveller, location } = await comeIn({ sub: 'j-1', email: 'jana@example.com' }, { to: '/review' })
    expect(location).toBe(`${web.address}/sign-in?code=asked&to=%2Freview`)
    expect(await whoIs(traveller)).toBeNull()
    await web.database.primary.deleteFrom('second_factor').execute()
  })
})

describe('who does not', () => {
  test('an address that the provider has not verified takes nobody over', async () => {
    await stored()
    for (const emailVerified of [false, 'true', 1, null]) {
      const { traveller, location } = await comeIn({ sub: 'evil', email: 'adam@example.com', emailVerified })
      expect(location).toBe(refusedWith('unverified'))
      expect(await whoIs(traveller)).toBeNull()
    }
    expect(await web.database.primary.selectFrom('outside_identity').selectAll().execute()).toEqual([])
  })

  test('nobody came in, with a failure of ours, while the secret of the provider was sealed in another installation', async () => {
    await stored()
    const other = openSealer('the secret of another installation', 'sign-in provider').seal('x')
    await web.database.primary.updateTable('sign_in_provider').set({ sealed: other }).execute()
    const { status, headers } = await web.get(null, '/api/auth/outside')
    expect([status, headers.get('location')]).toEqual([303, refusedWith('failed').slice(web.address.length)])
    expect((await web.get('adam', '/api/v1/sign-in-provider')).body.failure).toBe('client_secret_unreadable')
    // saved without it, the kept one cannot be asked with
    const kept = await stored({ clientSecret: undefined })
    expect(kept.body).toMatchObject({ status: 422, errors: [{ field: 'clientSecret', code: 'required' }] })
    expect((await stored()).status).toBe(200)
  })

  test('nor does an account without an address, or with one that two programs read as two', async () => {
    await stored()
    for (const email of [undefined, '"adam@example.com x"@evil.example', 'adam@example.com, x@evil.example', '']) {
      const { location } = await comeIn({ sub: 'odd', ...(email === undefined ? {} : { email }) })
      expect(location).toBe(refusedWith('unverified'))
    }
  })

  test('whoever was invited and had the invitation taken back came in here with the roles that they had been given', async () => {
    await stored()
    const set = (taken: boolean) =>
      web.database.primary
        .updateTable('users')
        .set({ invitation_taken_back: taken })
        .where('id', '=', web.ids.omar)
        .execute()
    await set(true)
    const { location } = await comeIn({ sub: 'o-9', email: 'omar@example.com' })
    expect(location).toBe(refusedWith('unknown'))
    await set(false)
  })

  test('whoever was deactivated, linked before or not', async () => {
    await stored()
    const before = await comeIn({ sub: 'l-1', email: 'lina@example.com' })
    expect((await whoIs(before.traveller))?.id).toBe(web.ids.lina)
    const active = (on: boolean) =>
      web.database.primary
        .updateTable('users')
        .set({ active: on })
        .where('id', 'in', [web.ids.lina, web.ids.pierre])
        .execute()
    await active(false)
    for (const account of [
      { sub: 'l-1', email: 'lina@example.com' },
      { sub: 'p-1', email: 'pierre@example.com' },
    ]) {
      const { traveller, location } = await comeIn(account)
      expect(location).toBe(refusedWith('unknown'))
      expect(await whoIs(traveller)).toBeNull()
    }
    await active(true)
  })

  test('whoever brings another state, another browser’s answer, or none at all', async () => {
    await stored()
    provider.accounts.set('o-1', { sub: 'o-1', email: 'omar@example.com' })
    const traveller = new Traveller()
    const back = new URL(await traveller.away(start, { sub: 'o-1' }))
    // login CSRF: the victim's browser has not left, so it has nothing to compare with
    expect((await new Traveller().ask(back.href)).location).toBe(refusedWith('failed'))
    back.searchParams.set('state', 'another')
    expect((await traveller.ask(back.href)).location).toBe(refusedWith('failed'))
    expect(await whoIs(traveller)).toBeNull()
    const leaving = new Traveller()
    await leaving.ask(start)
    expect((await leaving.ask(`${start}/callback`)).location).toBe(refusedWith('failed'))
  })

  test('a code that was used before', async () => {
    await stored()
    provider.accounts.set('o-1', { sub: 'o-1', email: 'omar@example.com' })
    const traveller = new Traveller()
    const back = await traveller.away(start, { sub: 'o-1' })
    const jar = new Map(traveller.jars.get(new URL(web.address).host))
    await traveller.ask(back)
    expect((await whoIs(traveller))?.id).toBe(web.ids.omar)
    // the same address again, with the cookie of the first time
    const thief = new Traveller()
    thief.jars.set(new URL(web.address).host, jar)
    expect((await thief.ask(back)).location).toBe(refusedWith('failed'))
    expect(await whoIs(thief)).toBeNull()
    // and in the same browser, whose cookie is gone
    expect((await traveller.ask(back)).location).toBe(refusedWith('failed'))
  })

  test('a code of another provider, and an answer that names one', async () => {
    await stored()
    const foreign = await startProvider()
    foreign.serve(`${web.address}/api/auth/outside/callback`)
    const traveller = new Traveller()
    foreign.accounts.set('a-1', { sub: 'a-1', email: 'adam@example.com' })
    const leave = await traveller.ask(start)
    const away = new URL(leave.location!)
    const elsewhere = new Traveller()
    let location: string | null = `${foreign.issuer}${away.pathname}${away.search}`
    for (let steps = 0; location && new URL(location).host !== new URL(web.address).host && steps < 10; steps += 1)
      location = (
        await elsewhere.ask(location, new URL(location).pathname.startsWith('/sign-in/') ? { sub: 'a-1' } : undefined)
      ).location
    // mix-up: state is right, PKCE is right, and the issuer in the answer is not ours (RFC 9207)
    expect(location).toContain('code=')
    expect((await traveller.ask(location!)).location).toBe(refusedWith('failed'))
    expect(await whoIs(traveller)).toBeNull()
    await foreign.stop()
  })

  test('whoever turns back at the provider reads that nothing happened', async () => {
    await stored()
    const traveller = new Traveller()
    const back = await traveller.away(start, { cancel: 'yes' })
    expect((await traveller.ask(back)).location).toBe(refusedWith('cancelled'))
  })

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example'])(
    'open redirect: to=%j leads home',
    async (to) => {
      await stored()
      const { location } = await comeIn({ sub: 'o-1', email: 'omar@example.com' }, { to })
      expect(location).toBe(`${web.address}/`)
    },
  )
})

test('whoever is erased is no longer known to the provider', async () => {
  await stored()
  const { traveller } = await comeIn({ sub: 'e-1', email: 'erased.one@example.org' })
  const me = (await whoIs(traveller))!
  expect((await web.post('adam', `/api/v1/users/${me.id}/erase`, { confirm: me.email })).status).toBeLessThan(300)
  expect(await web.database.primary.selectFrom('outside_identity').selectAll().execute()).toEqual([])
})

test.each([
  ['known here', 'lina@example.com'],
  ['new here', 'both.windows@example.org'],
])('somebody %s who came in for the first time by two windows at once met a failure of ours', async (_, email) => {
  await stored({ addsCustomers: true, linksKnown: true })
  const kept = (await storedProvider(web.database.primary))!
  const claims = { issuer: kept.issuer, subject: email, email, emailVerified: true, name: null }
  const come = (db: Transaction<Tables>) => findOrLink({ db, at: new Date() }, kept, claims, '127.0.0.1')
  let second: ReturnType<typeof come> | undefined
  const first = await web.database.primary.transaction().execute(async (db) => {
    const found = await come(db)
    second = web.database.primary.transaction().execute(come)
    await new Promise((resolve) => setTimeout(resolve, 500))
    return found
  })
  expect(first).toMatchObject({ user: expect.any(String) })
  expect(await second).toEqual(first)
})
