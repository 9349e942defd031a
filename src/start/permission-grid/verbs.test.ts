import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Character } from '../../testing/cast.server.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'

// Who gets what on each verb, written by hand from what was asked for and importing nothing from src/permissions. The ticket is
// Salma's, in progress, with Omar of Documents; Jana is of Documents too; Tom is not; Mariam and Lina are the desk; Adam only
// administers. 404: may not even know of it. 403: sees it and may not. 409: may, but not in this state. 200: done.

const people = ['nobody', 'salma', 'pierre', 'omar', 'jana', 'tom', 'mariam', 'adam'] as const

type Row = [
  verb: string,
  body: (web: TestWeb) => object,
  ...expected: [number, number, number, number, number, number, number, number],
]

const inProgress: Row[] = [
  //                                                      nobody salma pierre omar jana tom mariam adam
  ['cancel', () => ({}), 401, 200, 404, 403, 403, 404, 403, 403],
  ['assign', (web) => ({ group: web.groups.billing }), 401, 403, 404, 403, 403, 404, 200, 403],
  ['take', () => ({}), 401, 403, 404, 409, 409, 404, 409, 403],
  ['give-back', () => ({}), 401, 403, 404, 200, 403, 404, 403, 403],
  ['propose-solution', () => ({ solution: 'Here.' }), 401, 403, 404, 200, 403, 404, 200, 403],
  ['withdraw-solution', () => ({ reason: 'No.' }), 401, 403, 404, 409, 403, 404, 409, 403],
  ['approve-solution', () => ({}), 401, 403, 404, 403, 403, 404, 409, 403],
  ['return-solution', () => ({ reason: 'No.' }), 401, 403, 404, 403, 403, 404, 409, 403],
  ['accept-solution', () => ({}), 401, 409, 404, 403, 403, 404, 403, 403],
  ['decline-solution', () => ({ reason: 'No.' }), 401, 409, 404, 403, 403, 404, 403, 403],
  ['close', () => ({ reason: 'Done.' }), 401, 403, 404, 403, 403, 404, 200, 403],
  ['mark-duplicate', (web) => ({ original: originalOf(web) }), 401, 403, 404, 403, 403, 404, 200, 403],
  ['reopen', () => ({ reason: 'Again.' }), 401, 409, 404, 403, 403, 404, 409, 403],
  ['rate', () => ({ score: 5 }), 401, 409, 404, 403, 403, 404, 403, 403],
  ['reply', () => ({ text: 'Hello.' }), 401, 200, 404, 200, 200, 404, 200, 403],
  ['note', () => ({ text: 'Hm.' }), 401, 403, 404, 200, 200, 404, 200, 403],
  // no note of that id: whoever may would have gone on
  ['edit-note', (web) => ({ message: web.ids.salma, text: 'Hm.' }), 401, 403, 404, 422, 422, 404, 422, 403],
  ['held/reply', () => ({ text: ' ', version: 1 }), 401, 422, 404, 422, 422, 404, 422, 403],
  ['held/note', () => ({ text: ' ', version: 1 }), 401, 403, 404, 422, 422, 404, 422, 403],
  ['held/reply/send', () => ({}), 401, 404, 404, 404, 404, 404, 404, 404],
  ['translate', () => ({ field: 'title', language: 'fr', text: 'Bon' }), 401, 200, 404, 200, 200, 404, 200, 403],
  ['set-fields', () => ({ fields: {} }), 401, 403, 404, 200, 200, 404, 200, 403],
]

const reading: [path: string, ...expected: [number, number, number, number, number, number, number, number]][] = [
  ['', 401, 200, 404, 200, 200, 404, 200, 200],
  ['/history', 401, 200, 404, 200, 200, 404, 200, 200],
  ['/conversation', 401, 200, 404, 200, 200, 404, 200, 200],
]

let web: TestWeb
let original: number
const originalOf = (_web: TestWeb): number => original

beforeAll(async () => {
  web = await openTestWeb()
  original = await web.submitted('pierre', 'The original')
})
afterAll(() => web.close())

const who = (name: (typeof people)[number]): Character | null => (name === 'nobody' ? null : name)

async function ticketWithOmar(): Promise<string> {
  const number = await web.submitted()
  const path = `/api/v1/tickets/${number}`
  await web.post('mariam', `${path}/assign`, { group: web.groups.documents, member: web.ids.omar })
  return path
}

describe.each(inProgress)('%s', (verb, bodyOf, ...expected) => {
  test.each(people.map((name, index) => [name, expected[index]!] as const))('%s gets %i', async (name, status) => {
    const path = await ticketWithOmar()
    const before = await web.rowOf(Number(path.split('/').at(-1)))
    const answer = await web.post(who(name), `${path}/${verb}`, bodyOf(web))
    expect([answer.status, answer.body.code]).toEqual([status, answer.status === 200 ? undefined : answer.body.code])
    const after = await web.rowOf(before.number)
    if (status === 200) expect(after.seq).toBe(before.seq + 1)
    else expect(after).toEqual(before)
    if (status === 409) expect(answer.body.may).toBeInstanceOf(Array)
  })
})

describe.each(reading)('reading /tickets/…%s', (path, ...expected) => {
  test.each(people.map((name, index) => [name, expected[index]!] as const))('%s gets %i', async (name, status) => {
    const ticket = await ticketWithOmar()
    const answer = await web.get(who(name), ticket + path)
    expect(answer.status).toBe(status)
    const absent = await web.get(who(name), `/api/v1/tickets/88888888${path}`)
    if (status === 404) expect(answer.body).toEqual(absent.body)
  })
})

test('lists hold what one may see and nothing else', async () => {
  const seen = async (name: Character, list: string): Promise<number[]> =>
    (await web.get(name, list)).body.items.map((item: { number: number }) => item.number)
  const incoming = '/api/v1/queries/incoming-requests?limit=200'
  const everything = await web.database.primary.selectFrom('ticket').selectAll().execute()
  const open = everything.filter((row) => row.closed_at === null)
  const numbers = (rows: typeof everything) => rows.map((row) => row.number).sort((one, other) => one - other)
  const sorted = (list: number[]) => list.sort((one, other) => one - other)

  expect(sorted(await seen('mariam', incoming))).toEqual(numbers(open).slice(0, 200))
  expect(sorted(await seen('tom', incoming))).toEqual(
    numbers(open.filter((row) => row.group_id === web.groups.billing)),
  )
  expect((await web.get('salma', incoming)).status).toBe(403)
  expect(await seen('pierre', '/api/v1/queries/my-tickets')).toEqual([original])
})
