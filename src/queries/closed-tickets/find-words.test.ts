import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Character } from '../../testing/cast.server.ts'
import { openTestDesk, type TestDesk } from '../../testing/desk.server.ts'
import { reply } from '../../conversation/reply.server.ts'
import { translate } from '../../conversation/translate.server.ts'
import { findOlderComments } from '../../conversation/older-comments.write.server.ts'
import { note } from '../../conversation/note.server.ts'
import { erasePerson } from '../../users/erase/erase-person.write.server.ts'
import { callsTo } from '../../testing/call-endpoint.server.ts'
import { close } from '../../workflow/close.server.ts'
import { rate } from '../../workflow/rate.server.ts'
import { reopen } from '../../workflow/reopen.server.ts'
import { submitTicket } from '../../workflow/submit-ticket.server.ts'
import { learnWords } from '../learn-words.write.server.ts'
import { closedTicketsEndpoints } from './closed-tickets-endpoints.server.ts'
import type { ClosedTicketsPage } from './closed-tickets.server.ts'

let at: TestDesk
let call: ReturnType<typeof callsTo>
const tickets: Record<string, number> = {}

const submitted: [name: string, by: Character, title: string, description: string][] = [
  ['invoice', 'pierre', 'The invoice names another company', 'Please send it once more.'],
  ['arabic', 'salma', 'الفَاتُورَة رقم 8817 لا تظهر', 'أرجو إرسالها بالبريد.'],
  ['chinese', 'pierre', '请更正发票抬头', '谢谢。'],
  ['french', 'pierre', 'Facture introuvable', 'Je cherche la facture de mars depuis hier. Le téléchargement échoue.'],
  ['german', 'pierre', 'Rechnungen fehlen', 'Die Rechnungen von März fehlen.'],
  ['spanish', 'pierre', 'Factura duplicada', 'Recibí dos facturas iguales.'],
  ['hidden', 'salma', 'Parcel', 'Where is it?'],
]

beforeAll(async () => {
  at = await openTestDesk()
  call = callsTo(at.desk, closedTicketsEndpoints)
  const mariam = await at.person('mariam')
  for (const [name, by, title, description] of submitted)
    tickets[name] = await submitTicket(at.desk, await at.person(by), { title, description })
  await reply(at.desk, mariam, tickets.hidden!, { text: 'It lies at the warehouse of Rotterdam.' })
  await note(at.desk, mariam, tickets.hidden!, { text: 'The forwarder Brinkmann lost it.' })
  for (const number of Object.values(tickets)) {
    at.clock.move(60_000)
    await close(at.desk, mariam, number, { reason: 'It is done.' })
  }
  await learnWords(at.desk)
})
afterAll(() => at.close())

const ask = async (words: string, more: object = {}, who: Character = 'mariam') =>
  (
    await call<ClosedTicketsPage>(await at.person(who), 'GET /api/v1/queries/closed-tickets', {
      query: { words, ...more },
    })
  ).answer
const numbers = async (words: string, who: Character = 'mariam') =>
  (await ask(words, {}, who)).items.map(({ number }) => number)
const marked = (page: ClosedTicketsPage) =>
  page.items.map(({ found }) => found?.pieces.map(({ text, marked: is }) => (is ? `[${text}]` : text)).join(''))

test.each([
  ['invoice', 'invoice', 'The [invoice] names another company'],
  ['invoices', 'invoice', 'The [invoice] names another company'],
  ['الفاتوره', 'arabic', '[الفَاتُورَة] رقم 8817 لا تظهر'],
  ['فاتورة', 'arabic', '[الفَاتُورَة] رقم 8817 لا تظهر'],
  ['发票', 'chinese', '请更正[发票]抬头'],
  ['rechnung', 'german', '[Rechnungen] fehlen'],
  ['telechargement', 'french', 'Je cherche la facture de mars depuis hier. Le [téléchargement] échoue.'],
  ['facturas', 'spanish', '[Factura] duplicada'],
])('%s is found and marked as it is written', async (words, name, title) => {
  const page = await ask(words)
  const at = page.items.findIndex(({ number }) => number === tickets[name])
  expect(page.corrected).toBeNull()
  expect(marked(page)[at]).toBe(title)
})

test('what a hyphen joins was found without a mark, and its digits alone not at all', async () => {
  const mariam = await at.person('mariam')
  const number = await submitTicket(at.desk, await at.person('pierre'), {
    title: 'Where is MF-20261?',
    description: 'A fixed-price delivery.',
  })
  await close(at.desk, mariam, number, { reason: 'It is done.' })
  for (const [typed, title] of [
    ['MF-20261', 'Where is [MF-20261]?'],
    ['20261', 'Where is MF-[20261]?'],
  ] as const)
    expect([typed, await numbers(typed), marked(await ask(typed))]).toEqual([typed, [number], [title]])
  expect(marked(await ask('fixed-price'))).toEqual(['A [fixed-price] delivery.'])
})

test('what stands in a message or a note is shown with a piece of it', async () => {
  const page = await ask('Brinkmann')
  expect(page.items).toMatchObject([{ number: tickets.hidden, found: { where: 'message' } }])
  expect(marked(page)).toEqual(['The forwarder [Brinkmann] lost it.'])
  expect(await numbers('Rotterdam', 'salma')).toEqual([tickets.hidden])
  expect(await numbers('Brinkmann', 'salma')).toEqual([])
})

test('what a customer wrote with their stars was not found, in whatever language', async () => {
  const [pierre, mariam] = [await at.person('pierre'), await at.person('mariam')]
  const number = await submitTicket(at.desk, pierre, { title: 'A crane', description: 'It stands still.' })
  await close(at.desk, mariam, number, { reason: 'It is done.' })
  await rate(at.desk, pierre, number, { score: 5, comment: { source: 'en', texts: { en: 'A splendid hoistmaster' } } })
  await translate(at.desk, mariam, number, { field: 'comment', language: 'de', text: 'Großartige Kranmeister' })
  for (const who of ['mariam', 'pierre'] as const)
    for (const words of ['hoistmaster', 'Kranmeister']) expect(await numbers(words, who)).toEqual([number])
  expect(await numbers('hoistmaster', 'salma')).toEqual([])
  expect(marked(await ask('hoistmaster'))).toEqual(['A splendid [hoistmaster]'])
  expect((await ask('hoistmaster')).items).toMatchObject([{ found: { where: 'comment' } }])
  // another one takes its place
  await rate(at.desk, pierre, number, { score: 4, comment: { source: 'en', texts: { en: 'A splendid signaller' } } })
  expect(await numbers('hoistmaster')).toEqual([])
  expect(await numbers('signaller')).toEqual([number])
  // and goes with the closing that it was written to
  at.clock.move(60_000)
  await reopen(at.desk, mariam, number, { reason: 'Once more.' })
  await close(at.desk, mariam, number, { reason: 'It is done again.' })
  at.clock.move(60_000)
  await rate(at.desk, pierre, number, { score: 3 })
  expect(await numbers('signaller')).toEqual([])
})

test('what customers had written with their stars before comments were found is found once the worker was at it', async () => {
  const [pierre, mariam] = [await at.person('pierre'), await at.person('mariam')]
  const number = await submitTicket(at.desk, pierre, { title: 'A winch', description: 'It stands still.' })
  await close(at.desk, mariam, number, { reason: 'It is done.' })
  await rate(at.desk, pierre, number, { score: 5, comment: { source: 'en', texts: { en: 'A wonderful rigger' } } })
  const db = at.database.primary
  await db.deleteFrom('ticket_words').where('text_id', '=', 'comment').execute()
  await db.updateTable('search_word_state').set({ comments_from: 0 }).execute()
  expect(await numbers('rigger')).toEqual([])
  await findOlderComments(at.desk)
  expect(await numbers('rigger')).toEqual([number])
  const { comments_from: left } = await db.selectFrom('search_word_state').selectAll().executeTakeFirstOrThrow()
  expect(left).toBeNull()
})

test.each([
  ['invocie', 'invoice', 'invoice'],
  ['inovice company', 'invoice company', 'invoice'],
  ['الفاتورخ', 'الفاتوره', 'arabic'],
  ['factuer introuvable', 'facture introuvable', 'french'],
  ['Roterdam', 'rotterdam', 'hidden'],
])('%s is forgiven: %s', async (typed, corrected, name) => {
  const page = await ask(typed)
  expect(page.corrected).toBe(corrected)
  expect(page.items.map(({ number }) => number)).toContain(tickets[name])
})

test('forgiveness is for staff, and offers nothing that its reader does not see', async () => {
  expect(await ask('Roterdam', {}, 'salma')).toEqual({ items: [], next: null, corrected: null, since: null })
  // Tom is of another group: he sees none of these
  expect(await ask('Roterdam', {}, 'tom')).toEqual({ items: [], next: null, corrected: null, since: null })
  expect(await ask('zzzzzz')).toEqual({ items: [], next: null, corrected: null, since: null })
})

test('corrected words have pages too', async () => {
  const first = await ask('inovice', { limit: 1 })
  expect(first.corrected).toBe('invoice')
  const mariam = await at.person('mariam')
  for (let index = 0; index < 2; index++) {
    const number = await submitTicket(at.desk, await at.person('pierre'), { title: 'invoice', description: 'More.' })
    at.clock.move(60_000)
    await close(at.desk, mariam, number, { reason: 'It is done.' })
  }
  const seen: number[] = []
  let after: string | null | undefined
  while (after !== null) {
    const page: ClosedTicketsPage = await ask('inovice', { limit: 1, ...(after ? { after } : {}) })
    expect(page.corrected).toBe('invoice')
    seen.push(...page.items.map(({ number }) => number))
    after = page.next
  }
  expect(seen).toHaveLength(3)
  expect(new Set(seen).size).toBe(3)
})

test('a number that is typed stands before everything that mentions it, once, on every page', async () => {
  const mariam = await at.person('mariam')
  const wanted = tickets.invoice!
  const mentions: number[] = []
  for (let index = 0; index < 3; index++) {
    const number = await submitTicket(at.desk, await at.person('pierre'), {
      title: `As ${wanted}`,
      description: 'See.',
    })
    at.clock.move(60_000)
    await close(at.desk, mariam, number, { reason: 'It is done.' })
    mentions.unshift(number)
  }
  for (const typed of [String(wanted), `T-${wanted}`, `#${wanted}`]) expect((await numbers(typed))[0]).toBe(wanted)
  const seen: number[] = []
  let after: string | null | undefined
  while (after !== null) {
    const page: ClosedTicketsPage = await ask(String(wanted), { limit: 2, ...(after ? { after } : {}) })
    expect(page.items.length).toBeLessThanOrEqual(2)
    seen.push(...page.items.map(({ number }) => number))
    after = page.next
  }
  expect(seen).toEqual([wanted, ...mentions])
})

test('a name does not outlive its person in the words that are offered', async () => {
  const salma = await at.person('salma')
  const number = await submitTicket(at.desk, salma, { title: 'Idrisoglu', description: 'My name is Idrisoglu.' })
  await close(at.desk, await at.person('mariam'), number, { reason: 'It is done.' })
  await learnWords(at.desk)
  const known = async () =>
    (await at.database.primary.selectFrom('search_word').select('word').where('word', '=', 'idrisoglu').execute())
      .length
  expect(await known()).toBe(1)
  await erasePerson(at.desk, await at.person('adam'), salma.id, { confirm: 'salma@example.com' }, '192.0.2.44')
  await learnWords(at.desk)
  expect(await known()).toBe(0)
})
