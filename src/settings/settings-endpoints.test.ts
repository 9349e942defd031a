import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditEndpoints } from '../audit/audit-endpoints.server.ts'
import { roleEndpoints } from '../permissions/role-endpoints.server.ts'
import type { Character } from '../testing/cast.server.ts'
import { openTestDesk, refusalOf, type TestDesk } from '../testing/desk.server.ts'
import { callsTo } from '../testing/call-endpoint.server.ts'
import { settingsEndpoints } from './settings-endpoints.server.ts'
import { readSettings } from './settings.server.ts'
import type { Settings } from './settings.ts'

let at: TestDesk
let call: ReturnType<typeof callsTo>
beforeAll(async () => {
  at = await openTestDesk()
  call = callsTo(at.desk, [...settingsEndpoints, ...auditEndpoints, ...roleEndpoints])
})
afterAll(() => at.close())

const ask = async <Answer>(who: Character, address: string, query: object = {}) =>
  (await call<Answer>(await at.person(who), address, { query })).answer
const change = async (body: object, who: Character = 'adam') =>
  (await call<Settings>(await at.person(who), 'PATCH /api/v1/settings', { body })).answer

test('everybody signed in sees what every page needs, and only who manages settings the rest', async () => {
  await at.setSettings({ organisation: 'Al-Noor Trading' })
  expect(await ask('salma', 'GET /api/v1/settings')).toEqual({
    organisation: 'Al-Noor Trading',
    language: 'en',
    languages: ['en', 'ar'],
    accent: null,
    logo: null,
    numberPrefix: 'T-',
    numberPadding: 0,
    firstDayOfWeek: 1,
    digits: null,
    labels: {},
    undoSeconds: 10,
    fileMegabytes: 25,
    workflow: { review: true, confirmation: true, silenceDays: 7, reopenDays: 14, ratingDays: 30 },
  })
  // days are the organisation's: who looks back counts them from elsewhere too
  expect(await ask<Settings>('omar', 'GET /api/v1/settings')).toMatchObject({ timeZone: 'UTC' })
  expect(await ask<Settings>('adam', 'GET /api/v1/settings')).toMatchObject({
    timeZone: 'UTC',
    workflow: { review: true, silenceDays: 7 },
  })
})

test('a changed setting leaves the others as they are', async () => {
  const changed = await change({ timeZone: 'Asia/Riyadh', workflow: { review: false } })
  expect(changed).toMatchObject({ organisation: 'Al-Noor Trading', timeZone: 'Asia/Riyadh' })
  expect(changed.workflow).toEqual({
    review: false,
    confirmation: true,
    silenceDays: 7,
    reopenDays: 14,
    ratingDays: 30,
    reviewExempt: [],
  })
  expect((await readSettings(at.database.primary)).workflow.review).toBe(false)
})

test('what is no setting, or beyond its bounds, is refused whole', async () => {
  const before = await readSettings(at.database.primary)
  const wrong = [
    { setup: { hashes: [] } },
    { workflow: { silenceDays: 0 } },
    { workflow: { silenceDays: '7' } },
    { workflow: { soon: true } },
    { workflow: null },
    { language: 'x' },
    { timeZone: 'Nowhere/Land' },
    { organisation: '' },
    { organisation: 'Fine', numberPrefix: 'much too long a prefix' },
  ]
  for (const body of wrong) expect(await refusalOf(change(body))).toMatchObject({ code: 'invalidFields' })
  expect(await readSettings(at.database.primary)).toEqual(before)
  for (const who of ['mariam', 'omar', 'salma'] as const)
    expect(await refusalOf(change({ organisation: 'Mine' }, who))).toMatchObject({
      code: 'notAllowed',
      details: { variables: { permission: 'settings.manage' } },
    })
})

test('two who change different days at once both get theirs', async () => {
  await Promise.all([
    change({ workflow: { silenceDays: 3 } }),
    change({ workflow: { ratingDays: 60 } }),
    change({ workflow: { reopenDays: 21 } }),
  ])
  expect((await readSettings(at.database.primary)).workflow).toMatchObject({
    silenceDays: 3,
    ratingDays: 60,
    reopenDays: 21,
  })
})

type Entry = { id: string; action: string; actor: { name: string } | null; before: object; after: object }
type Entries = { items: Entry[]; next: string | null }

test('administrators read what was done, the newest first, page by page', async () => {
  const whole = await ask<Entries>('adam', 'GET /api/v1/audit')
  expect(whole.items.length).toBe(4)
  expect(whole.items.at(-1)).toMatchObject({
    action: 'settings.changed',
    actor: { name: 'Adam Root' },
    before: { timeZone: 'UTC', workflow: { review: true } },
    after: { timeZone: 'Asia/Riyadh', workflow: { review: false } },
  })
  const first = await ask<Entries>('adam', 'GET /api/v1/audit', { limit: '3' })
  const second = await ask<Entries>('adam', 'GET /api/v1/audit', { limit: '3', after: first.next })
  expect([...first.items, ...second.items]).toEqual(whole.items)
  expect(second.next).toBeNull()
  expect((await ask<Entries>('adam', 'GET /api/v1/audit', { subject: 'user:x' })).items).toEqual([])
  for (const who of ['mariam', 'salma'] as const)
    expect(await refusalOf(ask(who, 'GET /api/v1/audit'))).toMatchObject({ code: 'notAllowed' })
})

test('what was done is neither rewritten nor taken away by the application', async () => {
  const db = at.database.primary
  await expect(db.updateTable('audit_entry').set({ action: 'nothing' }).execute()).rejects.toThrow('permission denied')
  await expect(db.deleteFrom('audit_entry').execute()).rejects.toThrow('permission denied')
})

test('whoever works here sees the roles and what they allow', async () => {
  type Roles = { items: { key: string; permissions: string[]; builtIn: boolean; name: null }[] }
  const { items } = await ask<Roles>('mariam', 'GET /api/v1/roles')
  expect(items.map(({ key }) => key)).toEqual(['administrator', 'customer', 'representative', 'supportDesk'])
  expect(items[1]!.permissions).toContain('solution.accept')
  expect(await refusalOf(ask('salma', 'GET /api/v1/roles'))).toMatchObject({ code: 'notAllowed' })
})

test('whoever is exempt from review was told that the support desk reviews their solution before it goes out', async () => {
  const reviewed = async (who: 'omar' | 'mariam' | 'salma') =>
    (await ask<{ ownSolutionsReviewed?: boolean }>(who, 'GET /api/v1/settings')).ownSolutionsReviewed
  await change({ workflow: { review: true } })
  expect([await reviewed('omar'), await reviewed('salma')]).toEqual([true, undefined])
  await change({ workflow: { reviewExempt: [(await at.person('omar')).id] } })
  expect([await reviewed('omar'), await reviewed('mariam')]).toEqual([false, true])
  await change({ workflow: { reviewExempt: [], review: false } })
  expect(await reviewed('mariam')).toBe(false)
})
