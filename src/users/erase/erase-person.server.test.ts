import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { interactionNamed, listenersTo } from '../../interactions/index.ts'
import { runTelling } from '../../interactions/run-telling.server.ts'
import type { Character } from '../../testing/cast.server.ts'
import { verifyAll } from '../../start/verify/verify-all.server.ts'
import { inJson, replayed } from '../../testing/replay.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'
import { everyRow } from './testing/every-row.server.ts'

// Planted in everything that Salma and Omar write, are called or are written to by; none of it may be left.
const marks = { salma: 'salmamark', omar: 'omarmark' }

let web: TestWeb
let tickets: number[]
beforeAll(async () => {
  web = await openTestWeb()
  for (const who of ['salma', 'omar'] as const) {
    const changed = await web.ask('adam', 'PATCH', `/api/v1/users/${web.ids[who]}`, {
      name: `${who} ${marks[who]}`,
      email: `${who}.${marks[who]}@example.com`,
    })
    if (changed.status !== 200) throw new Error('They could not be given their marks.')
  }
  await addFields()
  tickets = [await wholeStory(), await duplicate(), ...(await openOnes())]
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

/** Signed with the whole name, as people do. */
const m = (who: keyof typeof marks, text: string) => `${text}, ${who} ${marks[who]}`

/** What an administrator asks beside the built-in fields: words, a number, a choice. */
async function addFields(): Promise<void> {
  const about = { required: 'never', visibleTo: 'everyone' }
  for (const field of [
    { key: 'vessel', type: 'short-text', options: { max: 100 } },
    { key: 'crates', type: 'number', options: {} },
    { key: 'port', type: 'classification', options: { values: [{ value: 'alex', label: 'Alexandria' }] } },
    { key: 'why', type: 'multilingual-text', options: { max: 500 } },
  ]) {
    const made = await web.post('adam', '/api/v1/fields', { ...about, ...field, label: field.key })
    expect([field.key, made.status, made.body.errors]).toEqual([field.key, 201, undefined])
  }
}

async function upload(who: Character, name: string): Promise<string> {
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': name }
  const sent = await web.post(who, '/api/v1/files', `The content of ${name}`, headers)
  expect(sent.status).toBe(201)
  return sent.body.id
}

/** Everything that can be written, by both, with its notices and mails. */
async function wholeStory(): Promise<number> {
  const key = { 'idempotency-key': 'submit-1' }
  const body = {
    title: m('salma', 'The crane'),
    description: m('salma', 'It stands still.'),
    custom: { vessel: m('salma', 'Amal'), crates: 12, port: 'alex', why: m('salma', 'It is old') },
    files: [await upload('salma', `${marks.salma}.txt`)],
  }
  const number: number = (await web.post('salma', '/api/v1/tickets', body, key)).body.number
  const act = async (who: Character, verb: string, given: object = {}) => {
    const answer = await web.post(who, `/api/v1/tickets/${number}/${verb}`, given, {
      'idempotency-key': `${verb}-${number}-${keys++}`,
    })
    expect([verb, answer.status, answer.body.code]).toEqual([verb, 200, undefined])
  }
  await act('salma', 'translate', { field: 'title', language: 'fr', text: m('salma', 'La grue') })
  await act('salma', 'reply', { text: m('salma', 'Please hurry') })
  await act('mariam', 'note', { text: 'A note of Mariam' })
  await act('mariam', 'translate', { field: 'description', language: 'de', text: 'Steht still, salmamark' })
  await act('mariam', 'assign', { group: web.groups.documents, member: web.ids.omar })
  await act('omar', 'note', { text: m('omar', 'Looking') })
  await act('omar', 'propose-solution', { solution: m('omar', 'Oil it') })
  await act('omar', 'withdraw-solution', { reason: m('omar', 'Wrong') })
  await act('omar', 'propose-solution', { solution: m('omar', 'Grease it') })
  await act('mariam', 'return-solution', { reason: 'Say how' })
  await act('omar', 'propose-solution', { solution: m('omar', 'Grease it here') })
  await act('mariam', 'approve-solution', { solution: m('omar', 'Please grease it, says') })
  await act('salma', 'decline-solution', { reason: m('salma', 'Still') })
  await act('omar', 'reply', { text: m('omar', 'We look again') })
  await act('omar', 'propose-solution', { solution: m('omar', 'New crane') })
  await act('mariam', 'approve-solution')
  await act('salma', 'accept-solution')
  await act('salma', 'rate', { score: 4, comment: m('salma', 'Thanks') })
  await act('salma', 'rate', { score: 5, comment: m('salma', 'Many thanks') })
  await act('salma', 'reopen', { reason: m('salma', 'It fell') })
  await tellAll(number)
  return number
}
let keys = 0

async function duplicate(): Promise<number> {
  const original = await web.submitted('pierre', 'The original of another')
  const number: number = (
    await web.post('salma', '/api/v1/tickets', { title: m('salma', 'Again'), description: m('salma', 'And again') })
  ).body.number
  await web.post('mariam', `/api/v1/tickets/${number}/mark-duplicate`, { original })
  await tellAll(number)
  return number
}

/** Open still when she goes; and one of Pierre's into which Omar wrote, each with a saved thing of theirs. */
async function openOnes(): Promise<number[]> {
  const number: number = (
    await web.post('salma', '/api/v1/tickets', { title: m('salma', 'Open'), description: m('salma', 'Still open') })
  ).body.number
  const pierres: number = (
    await web.post('pierre', '/api/v1/tickets', { title: 'La facture est vide', description: 'Rien.', language: 'fr' })
  ).body.number
  await web.post('mariam', `/api/v1/tickets/${pierres}/assign`, { group: web.groups.documents, member: web.ids.omar })
  await web.post('omar', `/api/v1/tickets/${pierres}/translate`, {
    field: 'title',
    language: 'de',
    text: 'Leere Rechnung',
  })
  await web.post('omar', `/api/v1/tickets/${pierres}/translate`, {
    field: 'title',
    language: 'de',
    text: 'Die leere Rechnung',
  })
  const files = [await upload('omar', 'for-pierre.txt'), await upload('omar', `${marks.omar}.txt`)]
  const work = async (verb: string, body: object) =>
    expect([verb, (await web.post('omar', `/api/v1/tickets/${pierres}/${verb}`, body)).status]).toEqual([verb, 200])
  await work('reply', { text: m('omar', 'Here is the invoice'), files: [files[0]] })
  await work('note', { text: m('omar', 'He called twice'), files: [files[1]] })
  await work('propose-solution', { solution: m('omar', 'The invoice is whole again') })
  await writing(pierres)
  await tellAll(pierres)
  await plant()
  return [number, pierres]
}

/** What is begun, kept for the next time, said in other words, and who is called by name in it. */
async function writing(number: number): Promise<void> {
  const path = `/api/v1/tickets/${number}`
  const messages = await web.database.primary
    .selectFrom('message')
    .select('id')
    .where('ticket_number', '=', number)
    .where('kind', '=', 'note')
    .execute()
  const edited = { message: messages[0]!.id, text: m('omar', 'He called three times') }
  const answers = [
    await web.post('omar', `${path}/edit-note`, edited),
    await web.ask('omar', 'PUT', `${path}/drafts/reply`, { text: m('omar', 'I wanted to say') }),
    await web.post('omar', '/api/v1/canned-answers', { name: marks.omar, text: m('omar', 'Hello'), shared: 'own' }),
    await web.post('omar', '/api/v1/canned-answers', { name: 'Bye', text: m('omar', 'Bye'), shared: 'own' }),
    await web.post('mariam', `${path}/note`, { text: `[@omar ${marks.omar}](mention:${web.ids.omar}) knows more` }),
  ]
  expect(answers.map(({ status }) => status < 300)).toEqual(answers.map(() => true))
  await web.database.primary
    .updateTable('canned_answer')
    .set({ shared: 'group', group_id: web.groups.documents })
    .where('name', '=', 'Bye')
    .execute()
}

/** What other ways leave behind: failed sign-ins, links, keys, a saved query, an import, a kept report. */
async function plant(): Promise<void> {
  const db = web.database.primary
  const address = `salma.${marks.salma}@example.com`
  for (let tries = 0; tries < 2; tries += 1)
    await web.post(null, '/api/auth/sign-in/email', { email: address, password: 'not at all right' })
  await web.post(null, '/api/auth/request-password-reset', { email: address })
  await web.post('omar', '/api/v1/api-keys', { name: m('omar', 'Key'), scopes: ['ticket.seeGroups'] })
  await web.post('adam', '/api/v1/groups', { name: 'Night', members: [web.ids.omar] }, { 'idempotency-key': 'night' })
  const at = new Date()
  await db
    .insertInto('saved_query')
    .values({
      id: web.ids.tom,
      query: 'closed-tickets',
      owner_id: web.ids.omar,
      group_id: null,
      name: marks.omar,
      filters: '{}',
      created_at: at,
      updated_at: at,
    })
    .execute()
  const figures = {
    comments: [{ score: 5, text: m('salma', 'Many thanks') }],
    members: [{ id: web.ids.omar, name: `omar ${marks.omar}` }],
  }
  await sql`
    insert into report (report, month, version, definitions, time_zone, figures, made_at)
    values ('monthly-performance', '2026-03-01', 1, 1, 'UTC', ${JSON.stringify(figures)}::jsonb, now())`.execute(db)
  await sql`
    insert into user_import (id, by_id, at, network, invite, csv, state, rows, rejected)
    values (${web.ids.lina}, ${web.ids.adam}, now(), '', false, null, 'refused', 1, ${`name,email\nx,${address}`})`.execute(
    db,
  )
}

/** Runs every telling of a ticket's events, as the worker does, and puts the mails into words. */
async function tellAll(number: number): Promise<void> {
  for (const event of await web.eventsOf(number))
    for (const name of listenersTo(event.happened as never))
      if (interactionNamed(name)) await runTelling(web.desk, { interaction: name, ticket: number, event: event.id })
  await sql`
    update mail set state = 'kept', subject = 'About ' || says::text, body_text = says::text, body_html = says::text
    where ticket_number = ${number} and id::text < '8'`.execute(web.database.primary)
}

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
