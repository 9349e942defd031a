import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { supportDeskId } from '../entities/group/support-desk.ts'
import { migrationsFolder } from '../server/db/migrate.server.ts'
import { newId } from '../server/ids.server.ts'
import type { Character } from '../testing/cast.server.ts'
import { openTestDesk, refusalOf, type TestDesk } from '../testing/desk.server.ts'
import { callsTo } from '../testing/call-endpoint.server.ts'
import { assign } from '../workflow/assign.server.ts'
import { groupEndpoints } from './group-endpoints.server.ts'
import type { Group } from './groups.server.ts'

let at: TestDesk
let call: ReturnType<typeof callsTo>
beforeAll(async () => {
  at = await openTestDesk()
  call = callsTo(at.desk, groupEndpoints)
})
afterAll(() => at.close())

const list = async (who: Character) =>
  (await call<{ items: Group[] }>(await at.person(who), 'GET /api/v1/groups')).answer.items
const make = async (body: object, who: Character = 'adam') =>
  (await call<Group>(await at.person(who), 'POST /api/v1/groups', { body })).answer
const change = async (id: string, body: object, who: Character = 'adam') =>
  (await call<Group>(await at.person(who), 'PATCH /api/v1/groups/:id', { params: { id }, body })).answer
const namesIn = (group: Group | undefined) => group?.members.map(({ name }) => name)

test('the Support Desk is there from the first start; whoever works here sees the groups and their members', async () => {
  const groups = await list('omar')
  expect(groups.map(({ name }) => name)).toEqual(['Billing', 'Documents', 'Support Desk'])
  expect(groups[2]).toMatchObject({ id: supportDeskId, key: 'supportDesk', roles: ['supportDesk'] })
  expect(namesIn(groups[2])).toEqual(['Lina Haddad', 'Mariam Al-Najjar'])
  expect(await refusalOf(list('salma'))).toMatchObject({ code: 'notAllowed', status: 403 })
})

test('an administrator makes groups, others do not', async () => {
  const group = await make({ name: 'Returns', members: [at.ids.tom, at.ids.jana, at.ids.tom] })
  expect(group).toMatchObject({ name: 'Returns', key: null, roles: [] })
  expect(namesIn(group)).toEqual(['Jana Weiss', 'Tom Baker'])
  // nor one that only looks otherwise to a machine
  for (const name of ['RETURNS', 'Re\u200bturns', '\u202eReturns\u202c', 'Ret\u200durns'])
    expect(await refusalOf(make({ name }))).toMatchObject({
      code: 'alreadyThere',
      details: { errors: [{ field: 'name' }] },
    })
  for (const who of ['mariam', 'omar', 'salma'] as const)
    expect(await refusalOf(make({ name: 'Mine' }, who))).toMatchObject({ code: 'notAllowed' })
})

test('the members that are given replace those that were there', async () => {
  expect(namesIn(await change(at.groups.billing, { members: [at.ids.omar] }))).toEqual(['Omar Siddiqui'])
  expect((await at.person('omar')).groups.has(at.groups.billing)).toBe(true)
  expect((await at.person('tom')).groups.has(at.groups.billing)).toBe(false)
  expect(namesIn(await change(at.groups.billing, { name: 'Invoices' }))).toEqual(['Omar Siddiqui'])
})

test('who is not there or not active becomes no member, and nothing else in the form counts', async () => {
  await at.database.primary.updateTable('users').set({ active: false }).where('id', '=', at.ids.pierre).execute()
  for (const stranger of [crypto.randomUUID(), at.ids.pierre]) {
    const refused = await refusalOf(change(at.groups.billing, { members: [at.ids.omar, stranger] }))
    expect(refused).toMatchObject({
      code: 'invalidFields',
      details: { errors: [{ field: 'members.1', code: 'notInList' }] },
    })
  }
  for (const wrong of [
    { key: 'supportDesk' },
    { id: at.ids.omar },
    { members: 'all' },
    { members: [null] },
    { name: '' },
    { roles: ['emperor'] },
  ])
    expect(await refusalOf(change(at.groups.billing, wrong))).toMatchObject({
      code: 'invalidFields',
    })
  expect(await refusalOf(change(crypto.randomUUID(), { name: 'x' }))).toMatchObject({ code: 'notFound' })
})

test('who leaves a group gives its tickets back, and keeps those of another group', async () => {
  const numbers = [await at.submitted(), await at.submitted()]
  const mariam = await at.person('mariam')
  await assign(at.desk, mariam, numbers[0]!, { group: at.groups.documents, member: at.ids.omar })
  await assign(at.desk, mariam, numbers[1]!, { group: at.groups.billing, member: at.ids.omar })
  await change(at.groups.documents, { members: [at.ids.jana] })
  expect((await at.rowOf(numbers[0]!)).member_id).toBeNull()
  expect((await at.eventsOf(numbers[0]!)).at(-1)).toMatchObject({ happened: 'ticketReleased', actor_id: null })
  expect((await at.rowOf(numbers[1]!)).member_id).toBe(at.ids.omar)
})

test('a group that makes administrators is changed only by who manages roles, and does not lose the last one', async () => {
  const group = await make({ name: 'Keepers', roles: ['administrator'], members: [at.ids.adam, at.ids.lina] })
  await at.database.primary.deleteFrom('user_role').where('user_id', '=', at.ids.adam).execute()
  expect(namesIn(await change(group.id, { members: [at.ids.adam] }))).toEqual(['Adam Root'])
  expect(await refusalOf(change(group.id, { members: [] }))).toMatchObject({ code: 'lastAdministrator', status: 409 })
  expect(await refusalOf(change(group.id, { roles: [] }))).toMatchObject({ code: 'lastAdministrator' })
  const db = at.database.primary
  await db
    .insertInto('role')
    .values({ key: 'frontOffice', name: null, permissions: ['group.manage'] })
    .execute()
  await db.insertInto('user_role').values({ user_id: at.ids.tom, role_key: 'frontOffice' }).execute()
  expect(await refusalOf(change(group.id, { members: [at.ids.adam, at.ids.tom] }, 'tom'))).toMatchObject({
    code: 'notAllowed',
  })
  expect(await refusalOf(change(at.groups.documents, { roles: ['administrator'] }, 'tom'))).toMatchObject({
    code: 'notAllowed',
  })
  expect(namesIn(await change(at.groups.documents, { members: [at.ids.tom] }, 'tom'))).toEqual(['Tom Baker'])
})

test('two who change the members at once: the later one counts, whole', async () => {
  const adam = await at.person('adam')
  const sets = [[at.ids.omar], [at.ids.jana, at.ids.tom]]
  await Promise.all(
    sets.map((members) =>
      call(adam, 'PATCH /api/v1/groups/:id', { params: { id: at.groups.documents }, body: { members } }),
    ),
  )
  const { answer } = await call<Group>(adam, 'GET /api/v1/groups/:id', { params: { id: at.groups.documents } })
  expect([['Omar Siddiqui'], ['Jana Weiss', 'Tom Baker']]).toContainEqual(namesIn(answer))
})

test('what was done to groups is written down as it was and as it is', async () => {
  const entries = await at.database.primary
    .selectFrom('audit_entry')
    .selectAll()
    .where('action', '=', 'group.changed')
    .orderBy('at')
    .execute()
  expect(entries[0]).toMatchObject({
    actor: at.ids.adam,
    subject: `group:${at.groups.billing}`,
    before: { members: [at.ids.jana, at.ids.tom].sort() },
    after: { members: [at.ids.omar] },
  })
})

test('team 10 stood before team 2', async () => {
  for (const name of ['Team 10', 'team 2', 'فريق ١٠', 'فريق ٢']) await make({ name })
  const teams = (await list('omar')).map(({ name }) => name).filter((name) => /team|فريق/iu.test(name))
  expect(teams).toEqual(['team 2', 'Team 10', 'فريق ٢', 'فريق ١٠'])
})

test('two groups looked the same where one had two spaces in its name', async () => {
  const yard = await make({ name: ' Goods \u00a0 yard' })
  expect(yard.name).toBe('Goods yard')
  for (const name of ['goods yard', 'Goods  yard', 'Goods\u2003yard\t'])
    expect(await refusalOf(make({ name }))).toMatchObject({ code: 'alreadyThere' })
  const other = await make({ name: 'Another yard' })
  expect(await refusalOf(change(other.id, { name: 'Goods \n yard' }))).toMatchObject({ code: 'alreadyThere' })
})

test('names that were kept with more spaces are set right, but for those that would then be the same', async () => {
  const kept = async (table: 'user_group' | 'organisation', names: string[]) => {
    const day = (index: number) => new Date(Date.UTC(2026, 0, 1 + index))
    const rows = names.map((name, index) => ({ id: newId(), name, created_at: day(index) }))
    await at.database.primary
      .insertInto(table)
      .values(rows.map((row) => (table === 'user_group' ? { ...row, key: null } : row)))
      .execute()
    await at.database.pool.query(await readFile(join(migrationsFolder, story), 'utf8'))
    const ids = rows.map(({ id }) => id)
    const found = await at.database.primary.selectFrom(table).select(['id', 'name']).where('id', 'in', ids).execute()
    return ids.map((id) => found.find((row) => row.id === id)!.name)
  }
  const story = '0116_names_are_told_apart_by_what_is_seen.sql'
  const names = ['Claims  desk', 'claims\u00a0desk', ' Night\u3000shift ', 'Port', 'PORT  ', 'علی\u200cرضا']
  const right = ['Claims desk', 'claims\u00a0desk', 'Night shift', 'Port', 'PORT  ', 'علی\u200cرضا']
  expect(await kept('user_group', names)).toEqual(right)
  expect(await kept('organisation', names)).toEqual(right)
})
