import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Character } from '../../testing/cast.server.ts'
import { inJson, replayed } from '../../testing/replay.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
  for (const body of [
    { key: 'paper', type: 'file', label: 'Paper' },
    { key: 'scan', type: 'file', label: 'Scan', visibleTo: 'staff' },
  ])
    await web.post('adam', '/api/v1/fields', body)
})
afterAll(() => web.close())

async function send(who: Character, name = 'paper.pdf'): Promise<string> {
  const response = await fetch(`${web.address}/api/v1/files`, {
    method: 'POST',
    headers: {
      cookie: web.cookies.get(who)!,
      origin: web.address,
      'content-type': 'application/octet-stream',
      'x-file-name': `UTF-8''${encodeURIComponent(name)}`,
    },
    body: `of ${who}`,
  })
  return ((await response.json()) as { id: string }).id
}

const submit = (who: Character, more: object) =>
  web.post(who, '/api/v1/tickets', { title: 'A crane stands', description: 'Since noon.', language: 'en', ...more })
const setFields = (number: number, fields: object) =>
  web.post('mariam', `/api/v1/tickets/${number}/set-fields`, { fields })
const statuses = (id: string, ...who: (Character | null)[]) =>
  Promise.all(who.map(async (each) => (await web.get(each, `/api/v1/files/${id}`)).status))

test('a file that its sender gives is held by the field, by name, for whoever sees the ticket', async () => {
  const id = await send('salma')
  const { status, body } = await submit('salma', { custom: { paper: id } })
  expect(status).toBe(201)
  expect(body.custom).toEqual({ paper: { id, name: 'paper.pdf', size: 8 } })
  expect(body.files).toMatchObject([{ id, of: 'field:paper' }])
  expect(await statuses(id, 'salma', 'mariam', 'pierre', null)).toEqual([200, 200, 404, 401])
  expect(replayed(await web.eventsOf(body.number))).toEqual(inJson(await web.rowOf(body.number)))
})

test('a file is given once, by whoever sent it', async () => {
  const mine = await send('salma')
  const others = await send('pierre')
  const refused = async (more: object) => (await submit('salma', more)).body.errors
  const wrong = [{ field: 'custom.paper', code: 'fileGone' }]
  expect(await refused({ custom: { paper: others } })).toMatchObject(wrong)
  expect(await refused({ custom: { paper: mine }, files: [mine] })).toMatchObject(wrong)
  expect(await refused({ custom: { paper: web.ids.salma } })).toMatchObject(wrong)
  expect(await refused({ custom: { paper: 'x' } })).toMatchObject([{ field: 'custom.paper', code: 'wrongType' }])
  const first = await submit('salma', { custom: { paper: mine } })
  expect(first.status).toBe(201)
  expect(await refused({ custom: { paper: mine } })).toMatchObject(wrong)
  const two = await send('mariam')
  expect((await setFields(first.body.number, { paper: two, scan: two })).body.errors).toMatchObject([
    { field: 'fields.scan', code: 'fileGone' },
  ])
  expect((await web.post('adam', '/api/v1/fields', { type: 'file', label: 'Form', default: mine })).status).toBe(422)
})

test('what only staff see, no customer saves; nor what the field no longer holds; and it may come back', async () => {
  const { number } = (await submit('salma', {})).body
  const scan = await send('mariam', 'scan.pdf')
  const paper = await send('mariam')
  expect((await setFields(number, { scan, paper })).status).toBe(200)
  expect(await statuses(scan, 'mariam', 'salma')).toEqual([200, 404])
  expect(await statuses(paper, 'mariam', 'salma')).toEqual([200, 200])
  const seen = (await web.get('salma', `/api/v1/tickets/${number}`)).body
  expect(seen.custom).toEqual({ paper: { id: paper, name: 'paper.pdf', size: 9 } })
  expect(seen.files).toMatchObject([{ id: paper }])
  await setFields(number, { paper: null })
  expect(await statuses(paper, 'mariam', 'salma')).toEqual([200, 404])
  expect((await setFields(number, { paper })).status).toBe(200)
  expect(await statuses(paper, 'salma')).toEqual([200])
  expect((await setFields(number, { scan: paper })).status).toBe(422)
  await web.ask('adam', 'PATCH', '/api/v1/fields/paper', { visibleTo: 'staff' })
  expect(await statuses(paper, 'mariam', 'salma')).toEqual([200, 404])
})

test('goes with the person whose ticket it is, whoever gave it', async () => {
  const { number } = (await submit('pierre', {})).body
  const scan = await send('mariam', 'passport.pdf')
  await setFields(number, { scan })
  const erased = await web.post('adam', `/api/v1/users/${web.ids.pierre}/erase`, { confirm: 'pierre@example.com' })
  expect(erased.status).toBe(200)
  expect(await statuses(scan, 'mariam')).toEqual([404])
  expect((await web.get('mariam', `/api/v1/tickets/${number}`)).body.custom).toEqual({})
})
