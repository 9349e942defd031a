import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Character } from '../testing/cast.server.ts'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

const path = '/api/v1/api-keys'
type Made = { id: string; key: string }
const make = async (who: Character, body: object): Promise<Made> => {
  const answer = await web.post(who, path, { name: 'A program', ...body })
  expect(answer.status).toBe(201)
  return answer.body
}
/** As a program does it: no cookie, no origin. */
const by = (key: string, method: string, address: string, body?: unknown) =>
  fetch(web.address + address, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
const status = async (key: string, method: string, address: string, body?: unknown) =>
  (await by(key, method, address, body)).status

test('a key speaks for its person, without a cookie and without an origin, and does what its scopes say', async () => {
  const number = await web.submitted()
  const { key } = await make('mariam', { scopes: ['ticket.seeAll', 'ticket.note'] })
  expect(key).toMatch(/^sanad_[\w-]{43}$/)
  expect(await status(key, 'GET', `/api/v1/tickets/${number}`)).toBe(200)
  expect(await status(key, 'POST', `/api/v1/tickets/${number}/note`, { text: 'By a program.' })).toBe(200)
  expect((await web.eventsOf(number)).at(-1)).toMatchObject({ happened: 'noteAdded', actor_id: web.ids.mariam })
  expect(await status(key, 'POST', `/api/v1/tickets/${number}/close`, { reason: 'No.' })).toBe(403)
  const me = (await (await by(key, 'GET', '/api/v1/me')).json()) as { permissions: string[] }
  expect(me.permissions).toEqual(['ticket.note', 'ticket.seeAll'])
})

test('never more than its person may: neither when it is made nor later', async () => {
  const refused = await web.post('omar', path, { name: 'Too much', scopes: ['ticket.take', 'ticket.assign'] })
  expect(refused.body).toMatchObject({ status: 422, errors: [{ field: 'scopes.1', code: 'notYours' }] })
  const { key } = await make('tom', { scopes: ['ticket.seeGroups', 'apiKey.own'] })
  expect(await status(key, 'GET', '/api/v1/queries/incoming-requests')).toBe(200)
  await web.ask('adam', 'PATCH', `/api/v1/users/${web.ids.tom}`, { roles: ['customer'] })
  expect(await status(key, 'GET', '/api/v1/queries/incoming-requests')).toBe(403)
  await web.ask('adam', 'PATCH', `/api/v1/users/${web.ids.tom}`, { roles: ['representative'] })
  expect(await status(key, 'GET', '/api/v1/queries/incoming-requests')).toBe(200)
})

test('a key makes no key, and touches nothing of how its person signs in', async () => {
  const { key } = await make('adam', { scopes: ['apiKey.own', 'apiKey.manage', 'user.manage', 'user.read'] })
  const needed: [string, string, object?][] = [
    ['POST', path, { name: 'Child', scopes: ['user.read'] }],
    ['POST', '/api/v1/me/password', { current: 'x', new: 'a new long password' }],
    ['GET', '/api/v1/me/sessions'],
    ['POST', '/api/v1/me/second-factor', { password: 'x' }],
  ]
  for (const [method, address, body] of needed) {
    const answer = await by(key, method, address, body)
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'sessionNeeded'])
  }
})

test('a key that may only read revoked all others of its person, or of everybody', async () => {
  const scopes = ['ticket.seeAll']
  const [other, reads] = [await make('mariam', { scopes }), await make('mariam', { scopes })]
  const manages = await make('adam', { scopes: ['apiKey.manage'] })
  for (const [key, id] of [
    [reads.key, other.id],
    [manages.key, other.id],
  ] as const) {
    const answer = await by(key, 'DELETE', `${path}/${id}`)
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'sessionNeeded'])
  }
  expect(await status(reads.key, 'DELETE', `${path}/${manages.id}`)).toBe(404)
  expect(await status(reads.key, 'DELETE', `${path}/${reads.id}`)).toBe(204)
  const seen = async (key: string) => status(key, 'GET', '/api/v1/queries/incoming-requests')
  expect([await seen(other.key), await seen(reads.key)]).toEqual([200, 401])
})

test('revoked, over, deactivated, never given: nobody', async () => {
  const number = await web.submitted()
  const address = `/api/v1/tickets/${number}`
  const scopes = ['ticket.seeAll']
  const revoked = await make('mariam', { scopes })
  expect(await status(revoked.key, 'GET', address)).toBe(200)
  expect((await web.ask('mariam', 'DELETE', `${path}/${revoked.id}`)).status).toBe(204)
  expect(await status(revoked.key, 'GET', address)).toBe(401)

  const over = await make('mariam', { scopes, expiresAt: new Date(Date.now() + 60_000).toISOString() })
  expect(await status(over.key, 'GET', address)).toBe(200)
  await web.database.primary
    .updateTable('api_key')
    .set({ expires_at: new Date(0) })
    .where('id', '=', over.id)
    .execute()
  expect(await status(over.key, 'GET', address)).toBe(401)

  const linas = await make('lina', { scopes })
  await web.ask('adam', 'PATCH', `/api/v1/users/${web.ids.lina}`, { active: false })
  expect(await status(linas.key, 'GET', address)).toBe(401)
  await web.ask('adam', 'PATCH', `/api/v1/users/${web.ids.lina}`, { active: true })

  for (const wrong of ['', 'sanad_', `sanad_${'x'.repeat(43)}`, '%', revoked.key.slice(0, -1), `${linas.key}x`])
    expect(await status(wrong, 'GET', address)).toBe(401)
  const past = await web.post('mariam', path, { name: 'Late', scopes, expiresAt: '2020-01-01T00:00:00Z' })
  expect(past.body).toMatchObject({ status: 422, errors: [{ field: 'expiresAt', code: 'past' }] })
})

test('a program whose key had ended was asked to sign in and told that what it wrote is kept; a wrong question was “not saved yet”', async () => {
  const title = async (answer: Response) => ((await answer.json()) as { title: string }).title
  expect(await title(await by(`sanad_${'x'.repeat(43)}`, 'GET', '/api/v1/me'))).toMatch(/^This API key is not valid/)
  const { key } = await make('mariam', { scopes: ['ticket.seeAll'] })
  const asked = await by(key, 'GET', '/api/v1/queries/incoming-requests?queue=none')
  expect([asked.status, await title(asked)]).toEqual([422, expect.stringMatching(/^This cannot be asked like that/)])
})

test('a key that is none does not fall back to the cookie beside it; another scheme leaves the cookie alone', async () => {
  const withCookie = (authorization: string) =>
    web.ask('mariam', 'GET', '/api/v1/me', undefined, { authorization }).then((answer) => answer.status)
  expect(await withCookie(`Bearer sanad_${'x'.repeat(43)}`)).toBe(401)
  expect(await withCookie('Bearer')).toBe(401)
  expect(await withCookie('Basic bWU6bWU=')).toBe(200)
})

test('the key is shown once: neither the list, nor the database, nor a repeated request holds it', async () => {
  const headers = { 'idempotency-key': 'the-same-key' }
  const made = (await web.post('mariam', path, { name: 'Once', scopes: ['ticket.seeAll'] }, headers)).body as Made
  const listed = JSON.stringify((await web.get('mariam', path)).body)
  expect(listed).toContain(made.id)
  expect(listed).not.toContain(made.key)
  for (const table of ['api_key', 'idempotent_answer', 'audit_entry'] as const)
    expect(JSON.stringify(await web.database.primary.selectFrom(table).selectAll().execute())).not.toContain(made.key)
})

test('everybody sees and revokes their own, who manages keys all of them', async () => {
  const { id } = await make('mariam', { scopes: ['ticket.seeAll'] })
  const owners = async (who: Character) =>
    new Set((await web.get(who, path)).body.items.map((item: { person: { name: string } }) => item.person.name))
  expect(await owners('omar')).toEqual(new Set())
  expect(await owners('mariam')).toEqual(new Set(['Mariam Al-Najjar']))
  expect((await owners('adam')).size).toBeGreaterThan(2)
  expect((await web.ask('omar', 'DELETE', `${path}/${id}`)).status).toBe(404)
  expect((await web.ask('adam', 'DELETE', `${path}/${id}`)).status).toBe(204)
  expect((await web.post('salma', path, { name: 'Mine', scopes: ['ticket.seeOwn'] })).status).toBe(403)
})

test('behind five hundred newer keys that were revoked an old one could not be found, and so not revoked', async () => {
  const { id } = await make('mariam', { scopes: ['ticket.seeAll'] })
  const {
    last_used_at: _used,
    revoked_at: _revoked,
    ...row
  } = await web.database.primary.selectFrom('api_key').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const { primary } = web.database
  const ended = Array.from({ length: 500 }, (_, index) => ({
    ...row,
    ...{ id: randomUUID(), hash: `none ${index}`, created_at: new Date(Date.now() + 60_000), expires_at: new Date(0) },
  }))
  await primary.insertInto('api_key').values(ended).execute()
  const revoked = { revoked_at: new Date(), expires_at: null }
  await primary.updateTable('api_key').set(revoked).where('hash', 'like', 'none 1%').execute()
  const listed = (await web.get('adam', path)).body.items.map((item: { id: string }) => item.id)
  expect(listed).toContain(id)
  expect(listed).toHaveLength(500)
  await web.database.primary.deleteFrom('api_key').where('hash', 'like', 'none %').execute()
})

test('a service has rights of its own, no way to sign in, and a key only from who manages keys', async () => {
  const service = { name: 'Billing robot', roles: ['supportDesk'] }
  expect((await web.post('mariam', path, { name: 'Robot', scopes: ['ticket.seeAll'], service })).status).toBe(403)
  const { key } = await make('adam', { scopes: ['ticket.seeAll', 'ticket.note'], service })
  const number = await web.submitted()
  expect(await status(key, 'POST', `/api/v1/tickets/${number}/note`, { text: 'Beep.' })).toBe(200)
  const robot = await web.database.primary
    .selectFrom('users')
    .selectAll()
    .where('service', '=', true)
    .executeTakeFirstOrThrow()
  expect((await web.eventsOf(number)).at(-1)!.actor_id).toBe(robot.id)
  expect(
    await web.database.primary.selectFrom('account').selectAll().where('user_id', '=', robot.id).execute(),
  ).toEqual([])
  const second = await make('adam', { scopes: ['ticket.seeAll'], person: robot.id })
  expect(await status(second.key, 'GET', `/api/v1/tickets/${number}`)).toBe(200)
  const human = await web.post('adam', path, { name: 'As her', scopes: ['ticket.seeAll'], person: web.ids.mariam })
  expect(human.body).toMatchObject({ status: 422, errors: [{ field: 'person' }] })
})

test('when it was last used is noted, at most once a minute', async () => {
  const { id, key } = await make('mariam', { scopes: ['ticket.seeAll'] })
  const used = async () =>
    (
      await web.database.primary
        .selectFrom('api_key')
        .select('last_used_at')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).last_used_at
  expect(await used()).toBeNull()
  await by(key, 'GET', '/api/v1/me')
  await expect.poll(used).not.toBeNull()
  const first = await used()
  await Promise.all(Array.from({ length: 10 }, () => by(key, 'GET', '/api/v1/me')))
  expect(await used()).toEqual(first)
})

test('a role that asks for a second factor says so over HTTP, to sessions and keys alike', async () => {
  const { key } = await make('omar', { scopes: ['ticket.seeGroups'] })
  await web.ask('adam', 'PATCH', '/api/v1/roles/representative', { requiresSecondFactor: true })
  expect((await web.get('omar', '/api/v1/queries/incoming-requests')).body).toMatchObject({
    status: 403,
    code: 'secondFactorNeeded',
  })
  expect((await web.get('omar', '/api/v1/me')).body).toMatchObject({
    permissions: [],
    secondFactor: { on: false, required: true },
  })
  expect((await web.get('omar', '/api/v1/settings')).status).toBe(200)
  expect(await status(key, 'GET', '/api/v1/queries/incoming-requests')).toBe(403)
  await web.ask('adam', 'PATCH', '/api/v1/roles/representative', { requiresSecondFactor: false })
  expect(await status(key, 'GET', '/api/v1/queries/incoming-requests')).toBe(200)
})
