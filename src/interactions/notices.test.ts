import { afterAll, beforeAll, expect, test } from 'vitest'
import { callsTo, type Given } from '../testing/call-endpoint.server.ts'
import type { Character } from '../testing/cast.server.ts'
import { openTestDesk, refusalOf, type TestDesk } from '../testing/desk.server.ts'
import { ticketVerbs } from '../start/verbs.ts'
import { listenersTo } from './index.ts'
import { noticeEndpoints } from './notice-endpoints.server.ts'
import { runTelling } from './run-telling.server.ts'

type Notices = {
  items: { id: string; interaction: string; ticket: number; text: string; at: string; readAt: string | null }[]
  unread: number
  next: string | null
}

let box: TestDesk
beforeAll(async () => {
  box = await openTestDesk({ listeners: listenersTo })
})
afterAll(() => box?.close())

async function call<Answer>(who: Character, address: string, given: Given) {
  return (await callsTo(box.desk, noticeEndpoints)<Answer>(await box.person(who), address, given)).answer
}

const notices = (who: Character, query: object = {}) => call<Notices>(who, 'GET /api/v1/notices', { query })
const read = (who: Character, body: object) => call<{ unread: number }>(who, 'POST /api/v1/notices/read', { body })

async function tell() {
  for (const telling of box.tellings.splice(0)) await runTelling(box.desk, telling)
}

async function act(verb: keyof typeof ticketVerbs, by: Character, ticket: number, body: object = {}) {
  await ticketVerbs[verb](box.desk, await box.person(by), ticket, body)
  await tell()
}

test('each reads in their own language, newest first, page by page', async () => {
  const ticket = await box.submitted('salma', 'The delivery note cannot be downloaded')
  await tell()
  const [arabic, english] = [await notices('lina'), await notices('mariam')]
  expect(english.items[0]).toEqual({
    id: expect.any(String),
    interaction: 'notify-desk-of-new-ticket',
    ticket,
    text: `New ticket T-${ticket} from Salma Idris: The delivery note cannot be downloaded`,
    at: expect.stringMatching(/^2026-03-02T09:00:0/),
    readAt: null,
  })
  expect(arabic.items[0]!.text).toMatch(/^تذكرة جديدة \u2068T-\d+\u2069 من \u2068Salma Idris\u2069: \u2068The delivery/)
  expect((await notices('salma')).items[0]!.text).toMatch(/^وصلنا طلبك رقم \u2068T-\d+\u2069/)

  for (let more = 0; more < 4; more++) await box.submitted('pierre', `Request ${more}`)
  await tell()
  const first = await notices('mariam', { limit: '3' })
  const second = await notices('mariam', { limit: '3', after: first.next })
  expect(first.items.map(({ text }) => text.slice(-9))).toEqual(['Request 3', 'Request 2', 'Request 1'])
  expect(second.items).toHaveLength(2)
  expect(second.next).toBeNull()
  expect(first.unread).toBe(5)
  expect((await refusalOf(notices('mariam', { after: 'nonsense' }))).code).toBe('invalidFields')
})

test('one marks one’s own as read, by name or all at once', async () => {
  const { items } = await notices('mariam')
  const others = (await notices('lina')).items[0]!
  expect(await read('mariam', { ids: [items[0]!.id, others.id] })).toEqual({ unread: 4 })
  expect((await notices('lina')).unread).toBe(5)
  expect((await notices('mariam')).items[0]!.readAt).not.toBeNull()
  expect(await read('mariam', { all: true })).toEqual({ unread: 0 })
  expect((await refusalOf(read('mariam', {}))).code).toBe('invalidFields')
})

test('“Mark all as read” marked also what came after the list was shown', async () => {
  await box.submitted('salma', 'Seen')
  await tell()
  const { items } = await notices('mariam')
  box.clock.moveDays(1)
  await box.submitted('salma', 'Came since')
  await tell()
  expect(await read('mariam', { all: true, upTo: items[0]!.id })).toEqual({ unread: 1 })
  const [newest, shown] = (await notices('mariam')).items
  expect([newest!.readAt, shown!.readAt]).toEqual([null, expect.any(String)])
  const others = (await notices('lina')).items[0]!
  expect(await read('mariam', { all: true, upTo: others.id })).toEqual({ unread: 1 })
  expect(await read('mariam', { all: true })).toEqual({ unread: 0 })
})

test('what one may no longer see is left out and not counted; what was said to staff stays with staff', async () => {
  const ticket = await box.submitted('salma', 'A private matter')
  await act('assign', 'mariam', ticket, { group: box.groups.documents, member: box.ids.omar })
  await act('note', 'mariam', ticket, { text: 'She is a regular' })
  const told = await notices('omar')
  expect(told.items.map(({ text }) => text)).toEqual([
    `Mariam Al-Najjar left a note on T-${ticket}: She is a regular`,
    `Mariam Al-Najjar assigned T-${ticket} to you: A private matter`,
  ])
  await act('assign', 'mariam', ticket, { group: box.groups.billing })
  expect(await notices('omar')).toEqual({ items: [], unread: 0, cameBack: [], next: null })
  // were it his own request, he would see it as its customer, and still not what staff were told
  const db = box.database.primary
  await db.insertInto('user_role').values({ user_id: box.ids.omar, role_key: 'customer' }).execute()
  await db.updateTable('ticket').set({ customer_id: box.ids.omar }).where('number', '=', ticket).execute()
  expect((await notices('omar')).items).toEqual([])
})

test('an empty reason takes its punctuation with it', async () => {
  const ticket = await box.submitted('salma', 'Never mind')
  await act('cancel', 'salma', ticket)
  expect((await notices('mariam')).items[0]!.text).toBe(`Salma Idris cancelled T-${ticket}`)
})
