import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Character } from '../testing/cast.server.ts'
import { newId } from '../server/ids.server.ts'
import { refusalOf } from '../testing/desk.server.ts'
import { callsTo } from '../testing/call-endpoint.server.ts'
import { openSignInTest, type SignInTest } from './testing/sign-in-test.server.ts'
import { userEndpoints } from './user-endpoints.server.ts'
import type { User } from './users.server.ts'

let at: SignInTest
let call: ReturnType<typeof callsTo>
beforeAll(async () => {
  at = await openSignInTest()
  call = callsTo(at.desk, userEndpoints)
})
afterAll(() => at.close())

type Page = { items: User[]; next: string | null }
const list = async (who: Character, query: object = {}) =>
  (await call<Page>(await at.person(who), 'GET /api/v1/users', { query })).answer
const add = async (body: object, who: Character = 'adam') =>
  (await call<User>(await at.person(who), 'POST /api/v1/users', { body })).answer
const change = async (id: string, body: object, who: Character = 'adam') =>
  (await call<User>(await at.person(who), 'PATCH /api/v1/users/:id', { params: { id }, body })).answer

test('a person who is added with a password can sign in at once', async () => {
  const user = await add({
    name: 'Noor Saleh',
    email: 'Noor@Example.com',
    password: 'ten little words',
    roles: ['representative'],
  })
  expect(user).toMatchObject({
    name: 'Noor Saleh',
    email: 'noor@example.com',
    roles: ['representative'],
    active: true,
    language: null,
  })
  expect((await at.signIn('noor@example.com', 'ten little words')).status).toBe(200)
  expect(await at.mails()).toEqual([])
})

test('an address belongs to one person', async () => {
  const taken = await refusalOf(add({ name: 'Other', email: 'SALMA@example.com', password: 'ten little words' }))
  expect(taken).toMatchObject({
    code: 'alreadyThere',
    status: 409,
    details: { errors: [{ field: 'email', code: 'alreadyThere' }] },
  })
  expect(await refusalOf(change(at.ids.tom, { email: 'salma@example.com' }))).toMatchObject({ code: 'alreadyThere' })
})

test('what is not in the form changes nothing, whichever column it names', async () => {
  const before = await at.database.primary
    .selectFrom('users')
    .selectAll()
    .where('id', '=', at.ids.tom)
    .executeTakeFirstOrThrow()
  const columns = Object.keys(before).filter((name) => !['name', 'email', 'language', 'active'].includes(name))
  for (const name of [...columns, 'permissions', 'members', 'password', 'isAdmin', '__proto__', 'emailVerified']) {
    const body = JSON.parse(`{"name":"Taken Over",${JSON.stringify(name)}:true}`) as object
    const refused = await refusalOf(change(at.ids.tom, body))
    expect(refused).toMatchObject({
      code: 'invalidFields',
      details: { errors: [{ field: name, code: 'unknown' }] },
    })
  }
  const after = await at.database.primary
    .selectFrom('users')
    .selectAll()
    .where('id', '=', at.ids.tom)
    .executeTakeFirstOrThrow()
  expect(after).toEqual(before)
})

test('roles must exist, and languages and time zones be ones', async () => {
  for (const wrong of [
    { roles: ['emperor'] },
    { roles: [null] },
    { language: 'klingonese' },
    { timeZone: 'Mars/Olympus' },
    { timeZone: '+02:00' },
  ])
    expect(await refusalOf(change(at.ids.tom, wrong))).toMatchObject({ code: 'invalidFields' })
  const changed = await change(at.ids.tom, {
    roles: ['representative', 'customer'],
    language: 'ar-EG',
    timeZone: 'Africa/Cairo',
  })
  expect(changed).toMatchObject({ roles: ['customer', 'representative'], language: 'ar-EG', timeZone: 'Africa/Cairo' })
  expect(await change(at.ids.tom, { language: null, timeZone: null })).toMatchObject({ language: null, timeZone: null })
})

test('customers see nobody, representatives neither; the desk sees whom it may assign to', async () => {
  for (const who of ['salma', 'omar'] as const) {
    const person = await at.person(who)
    const params = { id: at.ids.adam }
    for (const address of [
      'GET /api/v1/users',
      'GET /api/v1/users/:id',
      'POST /api/v1/users',
      'PATCH /api/v1/users/:id',
    ])
      expect(await refusalOf(call(person, address, { params, body: { name: 'x' } }))).toMatchObject({
        code: 'notAllowed',
        status: 403,
      })
  }
  const seen = (await list('mariam')).items.map(({ name }) => name)
  expect(seen).toEqual(['Jana Weiss', 'Lina Haddad', 'Mariam Al-Najjar', 'Omar Siddiqui', 'Tom Baker'])
  const one = (id: string) =>
    at.person('mariam').then((mariam) => call(mariam, 'GET /api/v1/users/:id', { params: { id } }))
  expect((await one(at.ids.jana)).answer).toMatchObject({ name: 'Jana Weiss' })
  expect(await refusalOf(one(at.ids.salma))).toMatchObject({ code: 'notFound' })
  expect(await refusalOf(add({ name: 'X', email: 'x@example.com' }, 'mariam'))).toMatchObject({ code: 'notAllowed' })
})

test('people are found by the beginning of any word of a name or an address, by role and by whether they are active', async () => {
  expect((await list('adam', { search: 'SALM' })).items.map(({ name }) => name)).toEqual(['Salma Idris'])
  expect((await list('adam', { search: 'idr' })).items.map(({ name }) => name)).toEqual(['Salma Idris'])
  expect((await list('adam', { search: 'jana@ex' })).items.map(({ name }) => name)).toEqual(['Jana Weiss'])
  expect((await list('adam', { search: '%' })).items).toEqual([])
  expect((await list('adam', { role: 'supportDesk' })).items.map(({ name }) => name)).toEqual([
    'Lina Haddad',
    'Mariam Al-Najjar',
  ])
  expect((await list('adam', { active: 'false' })).items).toEqual([])
})

test('a list goes on where the page before ended, without gap or repeat', async () => {
  const whole = (await list('adam', { limit: '200' })).items.map(({ id }) => id)
  const pages: string[] = []
  for (let after: string | null | undefined; after !== null;) {
    const page: Page = await list('adam', { limit: '2', ...(after ? { after } : {}) })
    pages.push(...page.items.map(({ id }) => id))
    after = page.next
  }
  expect(pages).toEqual(whole)
  expect(new Set(pages).size).toBe(9)
})

test('an id that is none, or nobody’s, is not found', async () => {
  for (const id of ['1', '%', crypto.randomUUID()])
    expect(await refusalOf(change(id, { name: 'x' }))).toMatchObject({ code: 'notFound' })
})

test('who manages people but not roles makes no administrator and touches none', async () => {
  const db = at.database.primary
  await db
    .insertInto('role')
    .values({ key: 'frontOffice', name: null, permissions: ['user.read', 'user.manage'] })
    .execute()
  await change(at.ids.jana, { roles: ['representative', 'frontOffice'] })
  expect(await refusalOf(change(at.ids.jana, { roles: ['administrator'] }, 'jana'))).toMatchObject({
    code: 'notAllowed',
  })
  expect(await refusalOf(change(at.ids.adam, { email: 'jana2@example.com' }, 'jana'))).toMatchObject({
    code: 'notAllowed',
  })
  const admin = { name: 'X', email: 'x@example.com', password: 'ten little words', roles: ['administrator'] }
  expect(await refusalOf(add(admin, 'jana'))).toMatchObject({ code: 'notAllowed' })
  expect(await change(at.ids.pierre, { name: 'Pierre L.' }, 'jana')).toMatchObject({ name: 'Pierre L.' })
})

test('what was done to people is written down, without a password', async () => {
  const entries = await at.database.primary.selectFrom('audit_entry').selectAll().orderBy('at').orderBy('id').execute()
  expect(entries[0]).toMatchObject({ action: 'user.added', actor: at.ids.adam, network: '192.0.2.44', before: null })
  expect(entries.at(-1)).toMatchObject({
    action: 'user.changed',
    actor: at.ids.jana,
    subject: `user:${at.ids.pierre}`,
    before: { name: 'Pierre Lemaire' },
    after: { name: 'Pierre L.' },
  })
  expect(JSON.stringify(entries)).not.toContain('ten little words')
})

test('an administrator who was deactivated was taken over by whoever manages people: woken under another address', async () => {
  const db = at.database.primary
  await change(at.ids.tom, { roles: ['administrator'] })
  await change(at.ids.tom, { active: false })
  await db.insertInto('group_role').values({ group_id: at.groups.supportDesk, role_key: 'administrator' }).execute()
  await change(at.ids.mariam, { active: false })
  const program = newId()
  const now = new Date()
  await db
    .insertInto('users')
    .values({ id: program, name: 'Sync', email: 'sync@example.com', service: true, created_at: now, updated_at: now })
    .execute()
  await db.insertInto('user_role').values({ user_id: program, role_key: 'administrator' }).execute()
  for (const id of [at.ids.tom, at.ids.mariam, program])
    for (const wanted of [{ active: true, email: 'mine@example.org' }, { email: 'mine@example.org' }, { active: true }])
      expect(await refusalOf(change(id, wanted, 'jana'))).toMatchObject({
        code: 'notAllowed',
        status: 403,
        details: { variables: { permission: 'role.manage' } },
      })
  // who governs nothing is woken as ever
  await change(at.ids.pierre, { active: false }, 'jana')
  expect(await change(at.ids.pierre, { active: true }, 'jana')).toMatchObject({ active: true })
})
