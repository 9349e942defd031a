import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Character } from '../../testing/cast.server.ts'
import { inJson, replayed } from '../../testing/replay.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

const add = (body: object, who: Character = 'adam') => web.post(who, '/api/v1/fields', body)
const request = { title: 'A crane stands still', description: 'Since noon.', language: 'en' }
const submit = (custom: unknown, who: Character = 'salma', more: object = {}) =>
  web.post(who, '/api/v1/tickets', { ...request, ...more, custom })
const setFields = (number: number, fields: unknown, who: Character = 'mariam') =>
  web.post(who, `/api/v1/tickets/${number}/set-fields`, { fields })

const choices = [
  { value: 'north', label: { source: 'en', texts: { en: 'North', ar: 'الشمال' } }, colour: 'blue' },
  { value: 'south', label: 'South' },
]

describe('an added field', () => {
  test('only who manages settings adds one; it is there at once, audited', async () => {
    for (const who of ['mariam', 'salma'] as const)
      expect((await add({ type: 'yes-no', label: 'Urgent' }, who)).status).toBe(403)
    const made = await add({
      type: 'classification',
      label: { source: 'en', texts: { en: 'Yard', ar: 'الساحة' } },
      help: 'Where it stands.',
      options: { values: choices },
    })
    expect(made).toMatchObject({
      status: 201,
      body: { key: 'yard', required: 'never', visibleTo: 'everyone', retired: false, options: { values: [{}, {}] } },
    })
    expect(made.body.label.texts.ar.text).toBe('الساحة')
    const { number, custom } = (await submit({ yard: 'north' })).body
    expect(custom).toEqual({ yard: 'north' })
    expect((await web.get('mariam', `/api/v1/tickets/${number}`)).body.custom).toEqual({ yard: 'north' })
    const log = (await web.get('adam', '/api/v1/audit?subject=field:yard')).body.items
    expect(log).toMatchObject([{ action: 'field.added', after: { key: 'yard' } }])
  })

  test('of every type is read by its own type, and its errors say where', async () => {
    const kinds: [type: string, options: object, good: unknown, bad: unknown, code: string, at?: string][] = [
      ['short-text', { max: 5 }, 'abc', 'abcdef', 'tooLong'],
      ['multilingual-text', {}, 'Hello there', '', 'required'],
      ['number', { min: 1, max: 9, decimals: 1 }, 2.5, 10, 'outOfRange'],
      ['yes-no', {}, true, 'true', 'wrongType'],
      ['date', {}, '2026-02-28', '2026-02-30', 'wrongType'],
      ['date-time', {}, '2026-02-28T10:00:00.000Z', '2026-02-28T10:00', 'wrongType'],
      ['classification', { values: choices }, 'south', 'west', 'notInList'],
      ['scale', { max: 7 }, 7, 8, 'outOfRange'],
      ['user', {}, web.ids.omar, '01900000-0000-7000-8000-00000000dead', 'notInList'],
      [
        'user-group',
        {},
        { group: web.groups.billing },
        { group: web.groups.billing, member: web.ids.omar },
        'notAMember',
        'member',
      ],
    ]
    for (const [type, options, good, bad, code, at] of kinds) {
      const key = `of${type.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/^./, (letter) => letter.toUpperCase())}`
      expect((await add({ key, type, label: `A ${type}`, options })).status).toBe(201)
      // people and groups are staff's to fill
      const staff = type.startsWith('user')
      const sent = (value: unknown) =>
        staff ? submit({ [key]: value }, 'mariam', { customer: web.ids.salma }) : submit({ [key]: value })
      if (staff)
        expect(await submit({ [key]: good })).toMatchObject({
          status: 422,
          body: { errors: [{ field: `custom.${key}`, code: 'filledByStaff' }] },
        })
      const refused = await sent(bad)
      expect([type, refused.status]).toEqual([type, 422])
      expect(refused.body.errors).toMatchObject([{ field: ['custom', key, at].filter(Boolean).join('.'), code }])
      expect(refused.body.errors[0].message).toBeTypeOf('string')
      const taken = await sent(good)
      expect([type, taken.status]).toEqual([type, 201])
      const shown: Record<string, unknown> = {
        user: { id: web.ids.omar, name: 'Omar Siddiqui' },
        'user-group': { group: { id: web.groups.billing, name: 'Billing' }, member: null },
        'multilingual-text': { source: 'en', texts: { en: { text: 'Hello there' } } },
      }
      expect(taken.body.custom[key]).toEqual(shown[type] ?? good)
    }
  })

  test('what is no field, or for staff alone, does not exist for a customer', async () => {
    await add({ key: 'cost', type: 'number', label: 'Cost', visibleTo: 'staff', required: 'onSubmission', default: 7 })
    for (const custom of [{ cost: 1 }, { nothing: 1 }, '{"__proto__": 1}', { constructor: 1 }, [], 'x'])
      expect((await submit(typeof custom === 'string' && custom[0] === '{' ? JSON.parse(custom) : custom)).status).toBe(
        422,
      )
    const { number, custom } = (await submit({})).body
    expect(custom).toEqual({})
    expect((await web.get('mariam', `/api/v1/tickets/${number}`)).body.custom).toEqual({ cost: 7 })
    const keys = async (who: Character) =>
      (await web.get(who, '/api/v1/fields')).body.items.map(({ key }: { key: string }) => key)
    expect(await keys('salma')).not.toContain('cost')
    expect(await keys('omar')).toContain('cost')
    const incoming = await web.get('salma', '/api/v1/queries/incoming-requests?custom.cost=7')
    expect(incoming.status).toBe(403)
  })
})

test('a default names who left the group since: every new request was refused, and its customer could not mend it', async () => {
  const { id: group } = (await web.post('adam', '/api/v1/groups', { name: 'Cranes', members: [web.ids.omar] })).body
  const chosen = { group, member: web.ids.omar }
  const field = { key: 'crew', type: 'user-group', label: 'Crew', required: 'onSubmission' }
  expect((await add({ ...field, default: chosen })).status).toBe(201)
  const crew = async () => (await submit({})).body.custom?.crew
  expect(await crew()).toMatchObject({ group: { id: group }, member: { id: web.ids.omar } })
  expect((await web.ask('adam', 'PATCH', `/api/v1/groups/${group}`, { members: [] })).status).toBe(200)
  expect(await crew()).toEqual({ group: { id: group, name: 'Cranes' }, member: null })
  // what somebody gives is looked at as before
  const given = await submit({ crew: chosen }, 'mariam', { customer: web.ids.salma })
  expect(given.body.errors).toMatchObject([{ field: 'custom.crew.member', code: 'notAMember' }])
  expect((await web.post('adam', '/api/v1/fields/crew/retire', {})).status).toBe(200)
})

describe('setting fields', () => {
  test('writes an event that replays, keeps the version, and its customer reads nothing of it', async () => {
    const { number, version } = (await submit({ yard: 'north' })).body
    const done = await setFields(number, { yard: 'south', ofYesNo: false, ofMultilingualText: 'Hello there' })
    expect(done).toMatchObject({ status: 200, body: { version, custom: { yard: 'south', ofYesNo: false, cost: 7 } } })
    const cleared = await setFields(number, { yard: null })
    expect(cleared.body.custom).not.toHaveProperty('yard')
    const row = await web.rowOf(number)
    expect(replayed(await web.eventsOf(number))).toEqual(inJson(row))
    const told = (await web.get('mariam', `/api/v1/tickets/${number}/history`)).body.items.at(-2)
    expect(told).toMatchObject({
      happened: 'fieldsChanged',
      before: { custom: { yard: 'north' } },
      after: {
        custom: { yard: 'south', ofMultilingualText: { source: 'en', texts: { en: { text: 'Hello there' } } } },
      },
      details: { fields: ['yard', 'ofYesNo', 'ofMultilingualText'] },
    })
    const theirs = (await web.get('salma', `/api/v1/tickets/${number}/history`)).body.items
    expect(theirs.map(({ happened }: { happened: string }) => happened)).toEqual(['ticketSubmitted'])
  })

  test('is refused whole where one value is wrong, by the names that were sent, and what must be there cannot be emptied', async () => {
    const { number } = (await submit({ yard: 'north' })).body
    const before = await web.rowOf(number)
    const refused = await setFields(number, { yard: 'west', cost: null, nothing: 1, ofYesNo: true })
    expect(refused.body.errors).toMatchObject([
      { field: 'fields.yard', code: 'notInList' },
      { field: 'fields.cost', code: 'required' },
      { field: 'fields.nothing', code: 'unknown' },
    ])
    expect(await web.rowOf(number)).toEqual(before)
  })
})

describe('a required field', () => {
  test('on submission is asked of who requests', async () => {
    await add({ key: 'ship', type: 'short-text', label: 'Ship', required: 'onSubmission' })
    expect((await submit({ yard: 'north' })).body.errors).toMatchObject([{ field: 'custom.ship', code: 'required' }])
    expect((await web.post('salma', '/api/v1/tickets', request)).status).toBe(422)
    expect((await submit({ ship: 'Najm' })).status).toBe(201)
    await web.ask('adam', 'PATCH', '/api/v1/fields/ship', { required: 'never' })
    expect((await submit({})).status).toBe(201)
  })

  test('before closing holds up the answer and the closing, not the work', async () => {
    const { number } = (await submit({})).body
    await add({ key: 'cause', type: 'short-text', label: 'Cause', visibleTo: 'staff', required: 'beforeClosing' })
    const verb = (name: string, body: object = {}) => web.post('mariam', `/api/v1/tickets/${number}/${name}`, body)
    expect((await verb('take')).status).toBe(200)
    expect((await verb('propose-solution', { solution: 'Turn it on.' })).status).toBe(200)
    const lina = () => web.post('lina', `/api/v1/tickets/${number}/approve-solution`, {})
    expect((await lina()).body.errors).toMatchObject([{ field: 'custom.cause', code: 'required' }])
    expect((await verb('close', { reason: 'Over.' })).body.errors).toMatchObject([{ field: 'custom.cause' }])
    await setFields(number, { cause: 'Salt water' })
    expect((await lina()).status).toBe(200)
    expect((await web.get('salma', `/api/v1/tickets/${number}`)).body.custom).not.toHaveProperty('cause')
    await web.post('adam', '/api/v1/fields/cause/retire')
  })
})

describe('a changed definition', () => {
  test('keeps its key and its type, and loses no value that tickets have', async () => {
    const change = (body: object) => web.ask('adam', 'PATCH', '/api/v1/fields/yard', body)
    expect((await change({ key: 'other' })).status).toBe(422)
    expect((await change({ type: 'number' })).status).toBe(422)
    expect((await change({ options: { values: [choices[0]] } })).body.errors).toMatchObject([
      { field: 'options.values', code: 'valueLost', value: 'south' },
    ])
    const [north, south] = choices
    expect((await change({ options: { values: [south, { ...north, retired: true }] }, default: 'south' })).status).toBe(
      200,
    )
    expect((await submit({ yard: 'north' })).body.errors).toMatchObject([{ field: 'custom.yard', code: 'notInList' }])
    expect((await submit({})).body.custom.yard).toBe('south')
    expect((await change({ default: null, help: null })).body).toMatchObject({ default: null, help: null })
    expect((await change({ default: 'nowhere' })).body.errors).toMatchObject([{ field: 'default', code: 'notInList' }])
    expect(
      (await web.ask('adam', 'PATCH', '/api/v1/fields/cost', { visibleTo: 'everyone' })).body.errors,
    ).toMatchObject([{ field: 'visibleTo', code: 'notWidened' }])
    expect((await web.ask('adam', 'PATCH', '/api/v1/fields/none', { order: 1 })).status).toBe(404)
  })

  test('retired, it is asked of nobody and read by everybody who could', async () => {
    const { number } = (await submit({ ship: 'Najm' })).body
    expect((await web.post('adam', '/api/v1/fields/ship/retire')).body.retired).toBe(true)
    expect((await submit({ ship: 'Najm' })).body.errors).toMatchObject([{ field: 'custom.ship', code: 'unknown' }])
    expect((await web.get('salma', `/api/v1/tickets/${number}`)).body.custom.ship).toBe('Najm')
    expect((await add({ key: 'ship', type: 'number', label: 'Ship' })).body.errors).toMatchObject([
      { field: 'key', code: 'alreadyThere' },
    ])
    expect((await web.post('adam', '/api/v1/fields/ship/restore')).body.retired).toBe(false)
    expect((await submit({ ship: 'Sham' })).status).toBe(201)
  })

  test.each([
    [{ type: 'picture', label: 'A' }, 'type'],
    [{ type: 'number', label: '' }, 'label'],
    [{ type: 'classification', label: 'A' }, 'options.values'],
    [
      { type: 'classification', label: 'A', options: { values: [{ value: 'a b', label: 'A' }] } },
      'options.values.0.value',
    ],
    [
      { type: 'classification', label: 'A', options: { values: [{ value: 'a', label: 'A', colour: 'pink' }] } },
      'options.values.0.colour',
    ],
    [{ type: 'number', label: 'A', options: { min: 5, max: 4 } }, 'options.max'],
    [{ type: 'number', label: 'A', options: { values: [] } }, 'options.values'],
    [{ type: 'number', label: 'A', key: '__proto__' }, 'key'],
    [{ type: 'number', label: 'A', key: 'constructor' }, 'key'],
    [{ type: 'number', label: 'A', default: 'x' }, 'default'],
    [{ type: 'number', label: 'A', retired: true }, 'retired'],
  ])('%j is refused and says where', async (body, field) => {
    expect((await add(body)).body).toMatchObject({ status: 422, errors: [{ field }] })
  })
})

test('the incoming list is filtered by added fields', async () => {
  await setFields((await submit({}, 'pierre')).body.number, { ofNumber: 3.5, ofYesNo: true, ofClassification: 'north' })
  const ask = (query: string) => web.get('mariam', `/api/v1/queries/incoming-requests?${query}`)
  for (const query of ['custom.ofNumber=3.5', 'custom.ofYesNo=true&custom.ofClassification=north&limit=5']) {
    const { items } = (await ask(query)).body
    expect(items.map(({ customer }: { customer: { name: string } }) => customer.name)).toEqual(['Pierre Lemaire'])
  }
  expect((await ask('custom.ofUserGroup=' + web.groups.billing)).body.items).toHaveLength(1)
  for (const [query, code] of [
    ['custom.none=1', 'unknown'],
    ['custom.ofNumber=x', 'wrongType'],
    ['custom.ofClassification=west', 'notInList'],
    ['custom.ofYesNo=1', 'wrongType'],
  ])
    expect((await ask(query!)).body.errors).toMatchObject([{ field: query!.split('=')[0], code }])
})
