import { afterAll, beforeAll, expect, test } from 'vitest'
import { listenersTo } from '../../interactions/index.ts'
import type { Character } from '../../testing/cast.server.ts'
import { verifyAll } from '../../start/verify/verify-all.server.ts'
import { inJson, replayed } from '../../testing/replay.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'
import { everyRow } from './testing/every-row.server.ts'
import { marks } from './testing/marked.server.ts'
import { leaveTraces } from './testing/traces.server.ts'

let web: TestWeb
let tickets: number[]
beforeAll(async () => {
  web = await openTestWeb()
  tickets = await leaveTraces(web)
})
afterAll(() => web.close())

const left = async (mark: string) =>
  (await everyRow(web.database.primary))
    .filter((line) => line.toLowerCase().includes(mark))
    .map((line) => line.slice(0, 300))

const erase = (by: Character, whom: Character, confirm: string) =>
  web.post(by, `/api/v1/users/${web.ids[whom]}/erase`, { confirm })

test('only who may, with the address by hand, and never the last administrator', async () => {
  const address = `salma.${marks.salma}@example.com`
  expect((await erase('mariam', 'salma', address)).status).toBe(403)
  expect((await erase('salma', 'salma', address)).status).toBe(403)
  expect((await erase('adam', 'salma', 'other@example.com')).body).toMatchObject({
    status: 422,
    errors: [{ field: 'confirm' }],
  })
  expect((await erase('adam', 'adam', 'adam@example.com')).body).toMatchObject({
    status: 409,
    code: 'lastAdministrator',
  })
  expect((await web.get('salma', '/api/v1/me')).status).toBe(200)
  expect((await left(marks.salma)).length).toBeGreaterThan(40)
})

test('a customer is gone from every table; tickets, times and ratings stay, and replaying gives the row', async () => {
  const before = await figuresOf()
  const closings = await web.database.primary.selectFrom('closing').selectAll().orderBy('ticket_number').execute()
  const answer = await erase('adam', 'salma', `salma.${marks.salma}@example.com`)
  expect(answer).toMatchObject({ status: 200, body: { name: 'Erased', active: false, roles: [] } })
  expect(answer.body.erasedAt).toBeTypeOf('string')
  expect(await left(marks.salma)).toEqual([])
  expect(await figuresOf()).toEqual(before)
  expect(await web.database.primary.selectFrom('closing').selectAll().orderBy('ticket_number').execute()).toEqual(
    closings,
  )
  await replays()
})

test('a representative is gone too, what they wrote in others’ tickets included; what others wrote stays', async () => {
  const answer = await erase('adam', 'omar', `omar.${marks.omar}@example.com`)
  expect(answer.status).toBe(200)
  expect(await left(marks.omar)).toEqual([])
  await replays()
  const seen = await web.get('mariam', `/api/v1/tickets/${tickets[0]}`)
  expect(seen.body.customer.name).toBe('Erased')
  expect(seen.body.title.texts.en.text).toBe('Erased')
  expect(seen.body.title.texts.ar.text).toBe('محذوف')
  const hers = JSON.stringify((await web.get('mariam', `/api/v1/tickets/${tickets[0]}/conversation`)).body)
  expect(hers).toContain('A note of Mariam')
  // what she was answered is the organisation's; what he wrote to colleagues was his
  expect(hers).toContain('We look again, Erased')
  expect(hers).not.toContain('Looking')
  expect(seen.body.solution?.rounds ?? []).toEqual([])
  const rounds = await web.database.primary.selectFrom('solution_round').selectAll().orderBy('round').execute()
  const ofHers = rounds.filter(({ ticket_number }) => ticket_number === tickets[0])
  expect(ofHers.map(({ text }) => text.texts['en']?.text)).toEqual([
    'Erased',
    'Erased',
    'Please grease it, says, Erased',
    'New crane, Erased',
  ])
  expect(ofHers.every(({ proposed_text }) => !proposed_text || proposed_text.texts['en']?.text === 'Erased')).toBe(true)
})

test('on the ticket of a customer who is here, answers and their files stay, and notes and theirs go', async () => {
  const path = `/api/v1/tickets/${tickets[3]}`
  const pierres = await web.get('pierre', path)
  // a translation is of the text that it translates, and that is Pierre's
  expect(pierres.body.title.texts).toMatchObject({
    fr: { text: 'La facture est vide' },
    de: { text: 'Die leere Rechnung' },
  })
  const read = JSON.stringify((await web.get('pierre', `${path}/conversation`)).body)
  expect(read).toContain('Here is the invoice, Erased')
  const among = JSON.stringify((await web.get('mariam', `${path}/conversation`)).body)
  expect(among).not.toContain('called twice')
  expect(among).not.toContain('three times')
  expect(among).toContain(`[@Erased](mention:${web.ids.omar}) knows more`)
  const canned = (await web.get('jana', '/api/v1/canned-answers')).body.items
  expect(canned).toMatchObject([{ name: 'Bye', text: { texts: { en: { text: 'Bye, Erased' } } } }])
  // what is in review may still go out
  expect((await web.get('mariam', path)).body.solution.text.texts.en.text).toBe('The invoice is whole again, Erased')
  const told = await web.database.primary
    .selectFrom('notice')
    .selectAll()
    .where('recipient_id', '=', web.ids.pierre)
    .execute()
  expect(JSON.stringify(told)).toContain('Here is the invoice, Erased')
})

test('of added fields, what they wrote goes and what they chose stays; their files go', async () => {
  const { custom } = await web.rowOf(tickets[0]!)
  expect(custom).toMatchObject({
    vessel: 'Erased',
    crates: 12,
    port: 'alex',
    why: { texts: { en: { text: 'Erased' } } },
  })
  const files = await web.database.primary.selectFrom('ticket_file').select(['id', 'name']).execute()
  expect(files).toMatchObject([{ name: 'for-pierre.txt' }])
  expect((await web.get('pierre', `/api/v1/files/${files[0]!.id}`)).body).toBe('The content of for-pierre.txt')
  expect((await web.get('mariam', `/api/v1/tickets/${tickets[0]}`)).status).toBe(200)
})

test('everything that can be derived twice still agrees', async () => {
  const findings = await verifyAll(web.database.primary, listenersTo)
  expect(findings.flatMap(({ differences }) => differences)).toEqual([])
  expect(findings.every(({ looked }) => looked > 0)).toBe(true)
})

test('nobody finds them by what they wrote, and what stands there now is found', async () => {
  const found = async (words: string) =>
    (await web.get('mariam', `/api/v1/queries/incoming-requests?words=${words}`)).body.items.length
  for (const mark of Object.values(marks)) expect(await found(mark)).toBe(0)
  expect(await found('Erased')).toBeGreaterThan(0)
})

test('it cannot be undone, and is done once', async () => {
  expect((await erase('adam', 'salma', 'erased@example.com')).body.code).toBe('erased')
  const back = await web.ask('adam', 'PATCH', `/api/v1/users/${web.ids.salma}`, { active: true, name: 'Salma' })
  expect(back.body).toMatchObject({ status: 409, code: 'erased' })
  expect((await web.post('adam', `/api/v1/users/${web.ids.salma}/invite`)).status).toBe(409)
  expect((await web.get('salma', '/api/v1/me')).status).toBe(401)
})

test('the audit log says who erased whom, by the id alone, and forgot their name', async () => {
  const { items } = (await web.get('adam', `/api/v1/audit?subject=user:${web.ids.salma}`)).body
  expect(items[0]).toMatchObject({ action: 'user.erased', actor: { name: 'Adam Root' }, before: null, after: null })
  expect(items.at(-1)).toMatchObject({ action: 'user.changed', after: { name: 'Erased', email: 'Erased' } })
})

test('their address is free for somebody new', async () => {
  const body = { name: 'Somebody New', email: `salma.${marks.salma}@example.com`, password: 'a long password' }
  expect((await web.post('adam', '/api/v1/users', body)).status).toBe(201)
})

async function figuresOf() {
  const columns = [
    'number',
    'status',
    'opened_at',
    'closed_at',
    'ended',
    'score',
    'rated_at',
    'seq',
    'version',
    'customer_id',
  ] as const
  return web.database.primary.selectFrom('ticket').select(columns).orderBy('number').execute()
}

async function replays(): Promise<void> {
  const rows = await web.database.primary.selectFrom('ticket').selectAll().execute()
  for (const row of rows) {
    const { seq: _seq, version: _version, ...whole } = inJson(row)
    expect(replayed(await web.eventsOf(row.number))).toMatchObject(whole)
  }
}
