import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Character } from '../testing/cast.server.ts'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'
import { builtInRoles } from './roles.ts'

let web: TestWeb
beforeEach(async () => {
  web = await openTestWeb()
})
afterEach(() => web.close())

const roles = '/api/v1/roles'
const reviewer = {
  key: 'reviewer',
  name: { source: 'en', texts: { en: 'Reviewer', ar: 'مراجع' } },
  permissions: ['ticket.seeAll', 'solution.review'],
}
const give = (who: Character, keys: string[]) =>
  web.ask('adam', 'PATCH', `/api/v1/users/${web.ids[who]}`, { roles: keys })
const oneOf = async (key: string) =>
  (await web.get('adam', roles)).body.items.find((role: { key: string }) => role.key === key)

test('an own role: what its holder may counts from the next request, what it lacks is 403', async () => {
  const made = await web.post('adam', roles, reviewer)
  expect(made).toMatchObject({ status: 201, body: { key: 'reviewer', builtIn: false, users: 0 } })
  expect(made.body.name.texts.ar.text).toBe('مراجع')
  expect((await give('tom', ['reviewer'])).status).toBe(200)
  const number = await web.submitted()
  await web.post('mariam', `/api/v1/tickets/${number}/assign`, { group: web.groups.documents, member: web.ids.omar })
  await web.post('omar', `/api/v1/tickets/${number}/propose-solution`, { solution: 'Like so.' })
  expect((await web.post('tom', `/api/v1/tickets/${number}/assign`, { group: web.groups.billing })).status).toBe(403)
  expect((await web.post('tom', `/api/v1/tickets/${number}/approve-solution`)).status).toBe(200)
  await web.ask('adam', 'PATCH', `${roles}/reviewer`, { permissions: ['solution.review'] })
  expect((await web.get('tom', `/api/v1/tickets/${number}`)).status).toBe(404)
})

test('only who manages roles may, whatever the way', async () => {
  for (const who of ['salma', 'omar', 'mariam'] as const) {
    expect((await web.post(who, roles, reviewer)).status).toBe(403)
    expect((await web.ask(who, 'PATCH', `${roles}/customer`, { permissions: ['role.manage'] })).status).toBe(403)
    expect((await web.ask(who, 'DELETE', `${roles}/customer`)).status).toBe(403)
    expect((await web.post(who, `${roles}/customer/reset`)).status).toBe(403)
  }
  expect((await oneOf('customer')).permissions).toEqual([...builtInRoles.customer])
})

test('a role that somebody holds stays, and says where; then it goes', async () => {
  await web.post('adam', roles, reviewer)
  await give('tom', ['reviewer'])
  await web.ask('adam', 'PATCH', `/api/v1/groups/${web.groups.billing}`, { roles: ['reviewer'] })
  expect((await web.ask('adam', 'DELETE', `${roles}/reviewer`)).body).toMatchObject({
    status: 409,
    code: 'inUse',
    users: 1,
    groups: 1,
    groupNames: ['Billing'],
  })
  await give('tom', [])
  await web.ask('adam', 'PATCH', `/api/v1/groups/${web.groups.billing}`, { roles: [] })
  expect((await web.ask('adam', 'DELETE', `${roles}/reviewer`)).status).toBe(204)
  expect((await web.ask('adam', 'DELETE', `${roles}/reviewer`)).status).toBe(404)
  expect((await web.ask('adam', 'DELETE', `${roles}/customer`)).body.code).toBe('builtIn')
})

test('a built-in role can be changed, stays changed, and comes back as it was', async () => {
  const permissions = [...builtInRoles.representative, 'statistics.read'].toSorted()
  await web.ask('adam', 'PATCH', `${roles}/representative`, { permissions })
  expect(await oneOf('representative')).toMatchObject({ customised: true, permissions })
  expect((await web.ask('adam', 'PATCH', `${roles}/representative`, { name: 'Agents' })).body.code).toBe('builtIn')
  const reset = await web.post('adam', `${roles}/representative/reset`)
  expect(reset.body).toMatchObject({ customised: false, permissions: [...builtInRoles.representative] })
})

test('the last who can put it right again is not locked out by their own role', async () => {
  const answer = await web.ask('adam', 'PATCH', `${roles}/administrator`, { permissions: ['ticket.seeAll'] })
  expect(answer.body).toMatchObject({ status: 409, code: 'lastAdministrator' })
  expect((await web.get('adam', roles)).status).toBe(200)
})

test('what is no role is refused by its field', async () => {
  const wrong: [object, string][] = [
    [{ key: 'Reviewer!' }, 'key'],
    [{ permissions: ['ticket.everything'] }, 'permissions.0'],
    [{ permissions: 'ticket.seeAll' }, 'permissions'],
    [{ name: '' }, 'name'],
    [{ builtIn: true }, 'builtIn'],
  ]
  for (const [change, field] of wrong)
    expect((await web.post('adam', roles, { ...reviewer, ...change })).body).toMatchObject({
      status: 422,
      errors: [{ field }],
    })
  await web.post('adam', roles, reviewer)
  expect((await web.post('adam', roles, reviewer)).body).toMatchObject({
    code: 'alreadyThere',
    errors: [{ field: 'key' }],
  })
})

test('two roles may not be called alike in a language, whatever its capitals; nor like one that is built in', async () => {
  await web.post('adam', roles, reviewer)
  const make = async (texts: Record<string, string>) =>
    web.post('adam', roles, { name: { source: Object.keys(texts)[0], texts }, permissions: [] })
  const alike = await make({ en: ' reVIEWer ', ar: 'مدقق' })
  expect(alike).toMatchObject({ status: 422, body: { errors: [{ field: 'name.texts.en', code: 'sameName' }] } })
  expect(alike.body.errors[0].message).toContain('reVIEWer')
  expect((await make({ en: 'Re\u200bviewer' })).status).toBe(422)
  expect((await make({ en: 'Support  \u00a0desk' })).body.errors).toMatchObject([{ field: 'name.texts.en' }])
  expect((await make({ en: 'Support desk' })).body.errors).toMatchObject([{ field: 'name.texts.en' }])
  expect((await make({ ar: 'Reviewer', en: 'Auditor' })).status).toBe(201)
  const rename = (name: object) => web.ask('adam', 'PATCH', `${roles}/reviewer`, { name })
  expect((await rename({ source: 'en', texts: { en: 'auditor' } })).body).toMatchObject({
    status: 422,
    errors: [{ field: 'name.texts.en', code: 'sameName' }],
  })
  expect((await rename({ source: 'en', texts: { en: 'REVIEWER', ar: 'مراجع' } })).status).toBe(200)
})

test('of two who make a role of the same name at once one is told', async () => {
  const both = await Promise.all(['one', 'two'].map((key) => web.post('adam', roles, { ...reviewer, key })))
  expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 422])
})

test('a role that goes in the moment in which it is given was a failure of ours', async () => {
  await web.post('adam', roles, reviewer)
  let giving: ReturnType<typeof web.ask> | undefined
  await web.database.primary.transaction().execute(async (db) => {
    await db.deleteFrom('role').where('key', '=', 'reviewer').execute()
    giving = web.ask('adam', 'PATCH', `/api/v1/users/${web.ids.omar}`, { roles: ['representative', 'reviewer'] })
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  })
  expect(await giving).toMatchObject({ status: 422, body: { errors: [{ field: 'roles.1', code: 'notInList' }] } })
})

test('what is done to a role is in the audit log, with what it was before', async () => {
  await web.post('adam', roles, reviewer)
  await web.ask('adam', 'PATCH', `${roles}/reviewer`, { permissions: ['solution.review'], requiresSecondFactor: true })
  await web.ask('adam', 'DELETE', `${roles}/reviewer`)
  const { items } = (await web.get('adam', '/api/v1/audit?subject=role:reviewer')).body
  expect(items.map((entry: { action: string }) => entry.action)).toEqual(['role.removed', 'role.changed', 'role.added'])
  expect(items[1]).toMatchObject({
    before: { permissions: ['solution.review', 'ticket.seeAll'], requiresSecondFactor: false },
    after: { permissions: ['solution.review'], requiresSecondFactor: true },
  })
})

test('what may this person do, and why: by role, by group, and for one ticket', async () => {
  const number = await web.submitted()
  await web.post('mariam', `/api/v1/tickets/${number}/assign`, { group: web.groups.documents, member: web.ids.omar })
  const path = (who: Character, ticket?: number) =>
    `/api/v1/users/${web.ids[who]}/permissions${ticket ? `?ticket=${ticket}` : ''}`
  const explained = async (who: Character) => (await web.get('adam', path(who, number))).body
  const verbOf = async (who: Character, verb: string) =>
    (await explained(who)).ticket.verbs.find((each: { verb: string }) => each.verb === verb)

  const mariam = await explained('mariam')
  expect(mariam.items.find((item: { permission: string }) => item.permission === 'ticket.assign').from).toEqual([
    { role: 'supportDesk', group: { id: web.groups.supportDesk, name: 'Support Desk' } },
  ])
  expect(mariam.items.find((item: { permission: string }) => item.permission === 'user.manage').from).toEqual([])
  expect(
    (await explained('omar')).items.find((item: { permission: string }) => item.permission === 'ticket.take').from,
  ).toEqual([{ role: 'representative', group: null }])
  expect(await verbOf('omar', 'propose-solution')).toEqual({
    verb: 'propose-solution',
    may: true,
    why: 'allowed',
    permission: 'solution.propose',
  })
  expect(await verbOf('omar', 'assign')).toMatchObject({
    may: false,
    why: 'lacksPermission',
    permission: 'ticket.assign',
  })
  expect(await verbOf('jana', 'propose-solution')).toMatchObject({ may: false, why: 'notTheirs' })
  expect(await verbOf('jana', 'take')).toMatchObject({ may: false, why: 'alreadyTaken' })
  expect(await verbOf('tom', 'take')).toMatchObject({ may: false, why: 'notVisible' })
  expect(await verbOf('salma', 'rate')).toMatchObject({ may: false, why: 'notPossibleNow' })
  expect(await verbOf('salma', 'cancel')).toMatchObject({ may: true, permission: 'ticket.cancel' })

  // what is said is what happens: every verb that is explained as allowed is offered, and no other
  for (const who of ['salma', 'omar', 'jana', 'mariam', 'adam'] as const) {
    const offered = (await web.get(who, `/api/v1/tickets/${number}`)).body.may
    const said = (await explained(who)).ticket.verbs.filter((each: { may: boolean }) => each.may)
    expect(said.map((each: { verb: string }) => each.verb).sort()).toEqual(offered.toSorted())
  }
  expect((await web.get('mariam', path('omar'))).status).toBe(403)
  expect((await web.get('adam', path('omar', 99_999))).body).toMatchObject({
    status: 422,
    errors: [{ field: 'ticket' }],
  })
})

const cells = (changes: object[], who: Character = 'adam') => web.ask(who, 'PATCH', roles, { changes })
const cell = (role: string, permission: string, granted: boolean) => ({ role, permission, granted })

test('cells of the grid are changed together or not at all, and leave the others as they are', async () => {
  const answer = await cells([
    cell('representative', 'solution.review', true),
    cell('customer', 'ticket.rate', false),
    cell('customer', 'ticket.seeOwn', true),
  ])
  expect(answer.status).toBe(200)
  expect((await oneOf('representative')).permissions).toContain('solution.review')
  expect((await oneOf('customer')).permissions).not.toContain('ticket.rate')
  expect((await web.get('salma', '/api/v1/me')).body.permissions).not.toContain('ticket.rate')
  const refused = await cells([cell('customer', 'ticket.rate', true), cell('nobody', 'ticket.rate', true)])
  expect(refused.body).toMatchObject({ status: 422, errors: [{ field: 'changes.1.role', code: 'notInList' }] })
  expect((await cells([cell('customer', 'ticket.everything', true)])).body.errors).toMatchObject([
    { field: 'changes.0.permission', code: 'notInList' },
  ])
  expect((await cells([{ ...cell('customer', 'ticket.rate', true), name: 'x' }])).status).toBe(422)
  expect((await oneOf('customer')).permissions).not.toContain('ticket.rate')
  const { items } = (await web.get('adam', '/api/v1/audit?action=role.changed')).body
  expect(items.map(({ subject }: { subject: string }) => subject).toSorted()).toEqual([
    'role:customer',
    'role:representative',
  ])
})

test('two who change different cells of a role at once keep both', async () => {
  const [one, other] = await Promise.all([
    cells([cell('representative', 'solution.review', true)]),
    cells([cell('representative', 'ticket.close', true)]),
  ])
  expect([one.status, other.status]).toEqual([200, 200])
  expect((await oneOf('representative')).permissions).toEqual(
    expect.arrayContaining(['solution.review', 'ticket.close', ...builtInRoles.representative]),
  )
})

test('the last administrator is not lost by the grid either, whatever else was changed with it', async () => {
  const answer = await cells([cell('customer', 'ticket.rate', false), cell('administrator', 'role.manage', false)])
  expect(answer.body).toMatchObject({ status: 409, code: 'lastAdministrator' })
  expect((await oneOf('customer')).permissions).toContain('ticket.rate')
})

test('a role without a key gets one; who holds roles is counted once, the active alone', async () => {
  const name = { source: 'ar', texts: { ar: 'مدقّق' } }
  expect((await web.post('adam', roles, { name, permissions: [] })).body.key).toBe('role1')
  const other = { source: 'ar', texts: { ar: 'مفتّش' } }
  expect((await web.post('adam', roles, { name: other, permissions: [] })).body.key).toBe('role2')
  expect((await web.post('adam', roles, { name: 'Night auditor', permissions: [] })).body.key).toBe('nightAuditor')
  expect((await oneOf('supportDesk')).people).toBe(2)
  await give('mariam', ['supportDesk', 'representative'])
  const people = async (keys: string) => (await web.get('adam', `${roles}/holders?roles=${keys}`)).body.people
  expect([await people('supportDesk'), await people('supportDesk,representative')]).toEqual([2, 5])
  await web.ask('adam', 'PATCH', `/api/v1/users/${web.ids.tom}`, { active: false })
  expect(await people('supportDesk,representative')).toBe(4)
})

test.each([
  ['24/7 Support', 'support'],
  ['2 Level', 'level'],
  ['فريق 3 Nights', 'nights'],
])('a role called %j, a digit before its first Latin letter, was answered with 500', async (name, key) => {
  const made = await web.post('adam', roles, { name, permissions: ['ticket.seeAll'] })
  expect(made).toMatchObject({ status: 201, body: { key } })
})
