import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../server/ids.server.ts'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
  const entry = (at: string, action: string, more: object = {}) => ({
    id: newId(),
    at: new Date(at),
    actor: web.ids.adam,
    action,
    subject: 'settings',
    before: null,
    after: JSON.stringify({ organisation: 'Najm, "the star"\nand more' }),
    network: '127.0.0.1',
    ...more,
  })
  await web.database.primary
    .insertInto('audit_entry')
    .values([
      entry('2026-01-01T10:00:00Z', 'settings.changed'),
      entry('2026-01-02T10:00:00Z', 'group.added', { subject: '=HYPERLINK("http://x")' }),
      entry('2026-01-03T10:00:00Z', 'settings.changed', { actor: web.ids.mariam }),
      entry('2026-01-03T11:00:00Z', 'role.added', { subject: '＝1+1' }),
    ])
    .execute()
})
afterAll(() => web.close())

const actions = async (query: string) =>
  (await web.get('adam', `/api/v1/audit?${query}`)).body.items.map(({ action, at }: { action: string; at: string }) => [
    action,
    at.slice(0, 10),
  ])

test('whom or what it was done to is said by name, where that is a person, a group or an organisation', async () => {
  await web.ask('adam', 'PATCH', `/api/v1/users/${web.ids.tom}`, { roles: ['representative', 'customer'] })
  await web.ask('adam', 'PATCH', `/api/v1/groups/${web.groups.billing}`, { timeZone: 'Asia/Riyadh' })
  const { id } = (await web.post('adam', '/api/v1/organisations', { name: 'Gulf Textiles' })).body
  const nameOf = async (subject: string) =>
    (await web.get('adam', `/api/v1/audit?subject=${encodeURIComponent(subject)}`)).body.items[0].subjectName
  expect(await nameOf(`user:${web.ids.tom}`)).toBe('Tom Baker')
  expect(await nameOf(`group:${web.groups.billing}`)).toBe('Billing')
  expect(await nameOf(`organisation:${id}`)).toBe('Gulf Textiles')
  const key = (await web.post('adam', '/api/v1/api-keys', { name: 'Shop', scopes: ['ticket.seeAll'] })).body
  expect([await nameOf(`apiKey:${key.id}`), await nameOf('settings')]).toEqual(['Shop', null])
})

test('roles and added fields are said by name too, in the reader’s language, and what is gone as it was called last', async () => {
  const name = { source: 'en', texts: { en: 'Auditor', ar: 'مدقق' } }
  await web.post('adam', '/api/v1/roles', { key: 'auditor', name, permissions: [] })
  await web.post('adam', '/api/v1/fields', { key: 'branch', type: 'short-text', label: 'Branch' })
  await web.ask('adam', 'PATCH', '/api/v1/roles/representative', { requiresSecondFactor: true })
  const nameOf = async (subject: string) =>
    (await web.get('adam', `/api/v1/audit?subject=${subject}`)).body.items[0].subjectName
  expect(await nameOf('field:branch')).toBe('Branch')
  expect(await nameOf('role:auditor')).toBe('Auditor')
  expect(await nameOf('role:representative')).toBe('Representative')
  await web.ask('adam', 'PATCH', '/api/v1/interactions/notify-customer-of-receipt', { enabled: false })
  expect(await nameOf('interaction:notify-customer-of-receipt')).toBe('Receipt of the request')
  await web.ask('adam', 'PATCH', '/api/v1/me', { language: 'ar' })
  expect(await nameOf('role:auditor')).toBe('مدقق')
  await web.ask('adam', 'DELETE', '/api/v1/roles/auditor')
  expect(await nameOf('role:auditor')).toBe('مدقق')
  await web.ask('adam', 'PATCH', '/api/v1/me', { language: 'en' })
})

test('the log is narrowed by who, what and when', async () => {
  expect(await actions('action=group.added')).toEqual([['group.added', '2026-01-02']])
  expect(await actions(`actor=${web.ids.mariam}`)).toEqual([['settings.changed', '2026-01-03']])
  expect(await actions('from=2026-01-02T10:00:00Z&to=2026-01-03T10:00:00Z')).toEqual([['group.added', '2026-01-02']])
  expect(await actions('action=settings.changed&to=2026-01-02T00:00:00Z')).toEqual([['settings.changed', '2026-01-01']])
  expect((await web.get('adam', '/api/v1/audit?from=yesterday')).body.errors).toMatchObject([{ field: 'from' }])
})

test('it goes out as a file that spreadsheets read and run nothing of', async () => {
  const file = await web.get('adam', '/api/v1/audit.csv?to=2026-01-04T00:00:00Z')
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(file.headers.get('content-disposition')).toContain('audit.csv')
  const text = file.body as string
  expect(text).toContain('at,actor,actorId,action,subject,subjectName,network,before,after\r\n')
  expect(text).toContain('"\'=HYPERLINK(""http://x"")"')
  // full width too: the log had a list of signs of its own, which were fewer
  expect(text).toContain(",'＝1+1,")
  expect(text).toContain('"{""organisation"":""Najm, \\""the star\\""\\nand more""}"')
  expect(text.trimEnd().split('\r\n')).toHaveLength(5)
  for (const who of ['mariam', 'salma'] as const) expect((await web.get(who, '/api/v1/audit.csv')).status).toBe(403)
  expect((await web.get(null, '/api/v1/audit.csv')).status).toBe(401)
})

test('a log longer than a piece comes whole, each entry once', async () => {
  const many = Array.from({ length: 2_300 }, (_, index) => ({
    id: newId(),
    at: new Date(`2025-01-01T00:00:0${index % 10}Z`),
    actor: null,
    action: 'many.added',
    subject: `x:${index}`,
    before: null,
    after: null,
    network: null,
  }))
  for (let from = 0; from < many.length; from += 500)
    await web.database.primary
      .insertInto('audit_entry')
      .values(many.slice(from, from + 500))
      .execute()
  const text = (await web.get('adam', '/api/v1/audit.csv?action=many.added')).body as string
  const subjects = text
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',')[4])
  expect(new Set(subjects).size).toBe(2_300)
  expect(subjects).toHaveLength(2_300)
})
