import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'

let web: TestWeb
let numbers: number[]

const path = '/api/v1/queries/closed-tickets'

beforeAll(async () => {
  web = await openTestWeb()
  const add = (body: object) => web.post('adam', '/api/v1/fields', body)
  const north = { value: 'north', label: { source: 'en', texts: { en: 'North yard', ar: 'الساحة الشمالية' } } }
  await add({ key: 'yard', type: 'classification', label: 'Yard', options: { values: [north] } })
  await add({ key: 'urgent', type: 'yes-no', label: 'Urgent' })
  await add({ key: 'cost', type: 'number', label: 'Cost', options: { decimals: 2 }, visibleTo: 'staff' })
  await add({ key: 'due', type: 'date-time', label: 'Due' })
  await add({ key: 'day', type: 'date', label: 'Day' })
  await add({ key: 'helper', type: 'user', label: 'Helper' })
  await add({ key: 'team', type: 'user-group', label: 'Team' })
  await add({ key: 'permit', type: 'file', label: 'Permit' })
  await add({ key: 'story', type: 'multilingual-text', label: 'Story' })
  await add({ key: 'aside', type: 'multilingual-text', label: 'Aside', visibleTo: 'staff' })
  const permit = await fetch(`${web.address}/api/v1/files`, {
    method: 'POST',
    headers: {
      cookie: web.cookies.get('mariam')!,
      origin: web.address,
      'content-type': 'application/octet-stream',
      'x-file-name': `UTF-8''${encodeURIComponent('تصريح.pdf')}`,
    },
    body: 'A permit',
  })
  const { id: file } = (await permit.json()) as { id: string }
  const submit = async (custom: object) =>
    (
      await web.post('mariam', '/api/v1/tickets', {
        title: 'A crane stands still',
        description: 'Since noon.',
        language: 'en',
        customer: web.ids.salma,
        custom,
      })
    ).body.number as number
  numbers = [
    await submit({
      yard: 'north',
      urgent: true,
      cost: 12.5,
      due: '2026-03-01T09:30:00Z',
      day: '2026-03-02',
      helper: web.ids.omar,
      team: { group: web.groups.billing },
      permit: file,
      story: { source: 'en', texts: { en: 'The anchors were lost', ar: 'ضاعت المراسي' } },
      aside: 'Their insurance paid twice',
    }),
    await submit({ urgent: false }),
    await submit({}),
  ]
  for (const number of numbers) await web.post('mariam', `/api/v1/tickets/${number}/close`, { reason: 'Done.' })
})
afterAll(() => web.close())

const found = async (who: 'mariam' | 'salma', query: string) =>
  (await web.get(who, `${path}?${query}`)).body.items.map(({ number }: { number: number }) => number)

test('closed tickets are narrowed by added fields, each as far as one may see them', async () => {
  expect(await found('mariam', 'custom.yard=north')).toEqual([numbers[0]])
  expect(await found('mariam', 'custom.urgent=false')).toEqual([numbers[1]])
  expect(await found('mariam', 'custom.cost=12.5')).toEqual([numbers[0]])
  expect((await web.get('mariam', `${path}/count?custom.urgent=true`)).body).toEqual({ count: 1, more: false })
  expect(await found('salma', 'custom.urgent=true')).toEqual([numbers[0]])
  const hidden = await web.get('salma', `${path}?custom.cost=12.5`)
  expect(hidden.body.errors).toMatchObject([{ field: 'custom.cost', code: 'unknown' }])
})

test('a date and time is asked for by its day on the organisation’s calendar, or exactly', async () => {
  const settle = (timeZone: string) => web.ask('adam', 'PATCH', '/api/v1/settings', { timeZone })
  expect(await found('mariam', 'custom.due=2026-03-01T09:30:00Z')).toEqual([numbers[0]])
  expect(await found('mariam', 'custom.due=2026-03-01T09:31:00Z')).toEqual([])
  for (const [timeZone, due] of [
    ['Asia/Riyadh', '2026-03-01'],
    ['Pacific/Kiritimati', '2026-03-01'],
    ['Pacific/Pago_Pago', '2026-02-28'],
  ] as const) {
    await settle(timeZone)
    for (const day of ['2026-02-28', '2026-03-01', '2026-03-02'])
      expect([timeZone, day, await found('mariam', `custom.due=${day}`)]).toEqual([
        ...[timeZone, day],
        day === due ? [numbers[0]] : [],
      ])
    expect((await web.get('mariam', `${path}/count?custom.due=${due}&custom.urgent=true`)).body.count).toBe(1)
  }
  await settle('UTC')
  for (const wrong of ['2026-02-31', 'soon', '2026-03-01T09:30'])
    expect((await web.get('mariam', `${path}?custom.due=${wrong}`)).body.errors).toMatchObject([
      { field: 'custom.due', code: 'wrongType' },
    ])
})

test('of a file it is asked whether there is one', async () => {
  expect(await found('mariam', 'custom.permit=true')).toEqual([numbers[0]])
  expect((await found('mariam', 'custom.permit=false')).toSorted()).toEqual([numbers[1], numbers[2]])
  expect(await found('mariam', 'custom.permit=false&custom.urgent=false')).toEqual([numbers[1]])
  expect(await found('salma', 'custom.permit=true')).toEqual([numbers[0]])
  const strange = await web.get('mariam', `${path}?custom.permit=shot.png`)
  expect(strange.body.errors).toMatchObject([{ field: 'custom.permit', code: 'wrongType' }])
})

test('texts in added fields are found in every language that they have, by whoever may see them', async () => {
  for (const words of ['anchor', 'المراسي']) {
    expect(await found('mariam', `words=${encodeURIComponent(words)}`)).toEqual([numbers[0]])
    expect(await found('salma', `words=${encodeURIComponent(words)}`)).toEqual([numbers[0]])
    expect(await found('mariam', `custom.story=${encodeURIComponent(words)}`)).toEqual([numbers[0]])
    expect(await found('mariam', `custom.aside=${encodeURIComponent(words)}`)).toEqual([])
  }
  const [{ found: piece }] = (await web.get('mariam', `${path}?words=anchors`)).body.items
  expect(piece).toMatchObject({ where: 'custom', language: 'en' })
  expect(await found('mariam', 'words=insurance')).toEqual([numbers[0]])
  expect(await found('salma', 'words=insurance')).toEqual([])
  expect((await web.get('salma', `${path}?custom.aside=insurance`)).body.errors).toMatchObject([{ code: 'unknown' }])
  expect((await web.get('mariam', `${path}?custom.story=%20`)).body.errors).toMatchObject([{ code: 'wrongType' }])
})

test('what is changed, emptied or closed to customers is found accordingly', async () => {
  const set = (fields: object) => web.post('mariam', `/api/v1/tickets/${numbers[1]}/set-fields`, { fields })
  await set({ story: 'A winch broke' })
  expect(await found('salma', 'words=winch')).toEqual([numbers[1]])
  await set({ story: 'A rope tore' })
  expect([await found('salma', 'words=winch'), await found('salma', 'words=rope')]).toEqual([[], [numbers[1]]])
  await web.ask('adam', 'PATCH', '/api/v1/fields/story', { visibleTo: 'staff' })
  expect([await found('salma', 'words=rope'), await found('mariam', 'words=rope')]).toEqual([[], [numbers[1]]])
  await set({ story: null })
  expect(await found('mariam', 'words=rope')).toEqual([])
})

test('rows carry the fields that are asked for, in one way for everybody who may see them', async () => {
  const rows = async (who: 'mariam' | 'salma', fields: string) =>
    (await web.get(who, `${path}?fields=${fields}`)).body.items as { number: number; custom: object }[]
  const of = async (who: 'mariam' | 'salma', fields: string) =>
    (await rows(who, fields)).find(({ number }) => number === numbers[0])!.custom
  expect(await of('mariam', 'cost,helper,permit,team')).toEqual({
    cost: 12.5,
    helper: { id: web.ids.omar, name: 'Omar Siddiqui' },
    team: { group: { id: web.groups.billing, name: 'Billing' }, member: null },
    permit: { id: expect.any(String), name: 'تصريح.pdf', size: 8 },
  })
  expect((await web.get('mariam', path)).body.items[0].custom).toEqual({})
  expect((await rows('mariam', 'cost')).find(({ number }) => number === numbers[2])!.custom).toEqual({})
  const refused = await web.get('salma', `${path}?fields=cost`)
  expect(refused.body.errors).toMatchObject([{ field: 'fields', code: 'notInList' }])
  await web.post('adam', '/api/v1/fields/urgent/retire')
  expect(await of('salma', 'urgent')).toEqual({ urgent: true })
  await web.post('adam', '/api/v1/fields/urgent/restore')
})

test('a query is saved with them, and asked again after its field is retired', async () => {
  const filters = { 'custom.yard': 'north', 'custom.permit': 'true' }
  const saved = await web.post('mariam', '/api/v1/saved-queries', { query: 'closed-tickets', name: 'North', filters })
  expect([saved.status, saved.body.filters]).toEqual([201, filters])
  await web.post('adam', '/api/v1/fields/yard/retire')
  const { items } = (await web.get('mariam', '/api/v1/saved-queries?query=closed-tickets')).body
  const asked = new URLSearchParams(items[0].filters as Record<string, string>)
  expect(await found('mariam', String(asked))).toEqual([numbers[0]])
  await web.post('adam', '/api/v1/fields/yard/restore')
})

test('they are columns of the file for programs, retired ones too', async () => {
  await web.post('adam', '/api/v1/fields/yard/retire')
  const text = (await web.get('mariam', `${path}.csv`)).body as string
  const rows = parse<Record<string, string>>(text, { columns: true, bom: true })
  const row = rows.find(({ number }) => Number(number) === numbers[0])
  expect(row).toMatchObject({
    'custom.yard': 'north',
    'custom.urgent': 'true',
    'custom.cost': '12.5',
    'custom.due': '2026-03-01T09:30:00.000Z',
    'custom.day': '2026-03-02',
    'custom.helper': 'Omar Siddiqui',
    'custom.team': 'Billing',
    'custom.permit': 'تصريح.pdf',
  })
  const bare = rows.find(({ number }) => Number(number) === numbers[2])
  expect(bare).toMatchObject({ 'custom.yard': '', 'custom.helper': '', 'custom.permit': '' })
  const customers = parse<Record<string, string>>((await web.get('salma', `${path}.csv`)).body as string, {
    columns: true,
    bom: true,
  })
  expect(Object.keys(customers[0]!)).not.toContain('custom.cost')
})

test('and of the workbook for people, in their words', async () => {
  const response = await fetch(`${web.address}${path}.xlsx`, { headers: { cookie: web.cookies.get('mariam')! } })
  const [header, ...rows] = await readSheet(Buffer.from(await response.arrayBuffer()))
  const row = rows.find(([number]) => number === numbers[0])!
  const cell = (label: string) => row[header!.indexOf(label)]
  expect([cell('Yard'), cell('Urgent'), cell('Cost')]).toEqual(['North yard', 'Yes', 12.5])
  expect([cell('Helper'), cell('Team'), cell('Permit')]).toEqual(['Omar Siddiqui', 'Billing', 'تصريح.pdf'])
  expect(cell('Day')).toEqual(new Date('2026-03-02T00:00:00Z'))
})

test('who works here reads of their own closed request what its customer may, in the list, by a filter and in files', async () => {
  await web.ask('adam', 'PATCH', `/api/v1/users/${web.ids.tom}`, { roles: ['representative', 'customer'] })
  const own = (await web.post('tom', '/api/v1/tickets', { title: 'My own chair', description: 'It broke.' })).body
    .number
  const fields = { cost: 77.25, urgent: true, aside: 'He breaks one every month' }
  await web.post('mariam', `/api/v1/tickets/${own}/set-fields`, { fields })
  await web.post('mariam', `/api/v1/tickets/${own}/close`, { reason: 'A new one stands there.' })
  expect((await web.get('tom', `/api/v1/tickets/${own}`)).body).toMatchObject({
    side: 'customer',
    custom: { urgent: true },
  })

  const listed = await web.get('tom', `${path}?number=${own}&fields=cost,urgent,aside`)
  expect(listed.body.items.map(({ custom }: { custom: object }) => custom)).toEqual([{ urgent: true }])
  const asked = (query: string) => web.get('tom', `${path}?${query}`).then(({ body }) => body.items.length)
  expect(await asked('custom.cost=77.25')).toBe(0)
  expect(await asked('custom.aside=breaks')).toBe(0)
  expect((await web.get('tom', `${path}/count?custom.cost=77.25`)).body.count).toBe(0)
  expect(await asked('custom.urgent=true')).toBe(1)
  const csv = (await web.get('tom', `${path}.csv?number=${own}`)).body as string
  expect(csv).toContain('My own chair')
  expect(csv).not.toMatch(/77\.25|every month/u)
  // whoever sees it as one of the staff reads all of it
  const bySupportDesk = await web.get('mariam', `${path}?custom.cost=77.25&fields=cost`)
  expect(bySupportDesk.body.items).toMatchObject([{ number: own, custom: { cost: 77.25 } }])
})

test('an instant of a year that has no four digits, kept before such were refused, failed every list and file asked by it', async () => {
  const kept = async (due: string) => {
    const custom = JSON.stringify({ due })
    const of = { custom: sql<never>`custom || ${custom}::jsonb` }
    await web.database.primary.updateTable('ticket').set(of).where('number', '=', numbers[1]!).execute()
  }
  for (const due of ['+010000-01-01T00:59:59.000Z', '0000-12-31T22:00:00.000Z']) {
    await kept(due)
    expect(await found('mariam', 'custom.due=2026-03-01')).toEqual([numbers[0]])
    const response = await fetch(`${web.address}${path}.xlsx`, { headers: { cookie: web.cookies.get('mariam')! } })
    expect(response.status).toBe(200)
    const cells = JSON.stringify(await readSheet(Buffer.from(await response.arrayBuffer())))
    expect(cells).toContain(due)
  }
})
