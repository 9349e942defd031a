import { CompiledQuery } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../server/db/database.server.ts'
import { newId } from '../../server/ids.server.ts'
import { stoppedClock } from '../../testing/desk.server.ts'
import { openMailSink, type MailSink } from '../../testing/mail-sink.server.ts'
import { cloneDatabase, type ClonedDatabase } from '../../testing/postgres.server.ts'
import type { Mail } from './mail.ts'
import { sendDue, type OutboxParts, type Prepared } from './outbox.server.ts'
import { claimMails, retryMail } from './outbox.write.server.ts'
import { queueMails } from './queue-mail.write.server.ts'

let clone: ClonedDatabase
let database: Database<never>
let sink: MailSink
const clock = stoppedClock(new Date('2026-03-02T09:00:00Z'))
const people: string[] = []

beforeAll(async () => {
  clone = await cloneDatabase()
  database = openDatabase<never>({ url: clone.url })
  for (const name of ['ana', 'bo', 'cy', 'dee', 'eve'])
    people.push(
      await one<string>(
        `insert into users (id, name, email, created_at, updated_at) values ($1, $2, $2 || '@example.com', now(), now())
         returning id as value`,
        newId(),
        name,
      ),
    )
})
afterAll(async () => {
  await database?.close()
  await clone?.drop()
})
beforeEach(async () => {
  sink = await openMailSink()
  await rows('delete from mail')
})
afterEach(() => sink.stop())

async function rows<Row = Record<string, unknown>>(text: string, ...values: unknown[]): Promise<Row[]> {
  return (await database.primary.executeQuery<Row>(CompiledQuery.raw(text, values))).rows
}
const one = async <Value>(text: string, ...values: unknown[]) =>
  (await rows<{ value: Value }>(text, ...values))[0]!.value

const asWords = ({ says, address }: Mail): Prepared => ({
  words: { subject: (says as { subject: string }).subject, text: 'Text', html: '<p>Text</p>', language: 'en' },
  address,
  confidential: false,
})

const parts = (more: Partial<OutboxParts> = {}): OutboxParts => ({
  db: database.primary,
  now: () => clock.now(),
  sender: { from: 'help@example.com', secret: 'secret', host: 'example.com' },
  smtp: { url: sink.url },
  prepare: (mails) => mails.map(async (mail) => asWords(mail)),
  onTrouble: (error) => {
    throw error
  },
  ...more,
})

/** A mail to the n-th person about a ticket. */
async function put(person: number, subject: string, ticket: number | null = 1) {
  clock.move(10)
  const recipient = people[person]!
  const address = `${['ana', 'bo', 'cy', 'dee', 'eve'][person]}@example.com`
  await queueMails(database.primary, [
    { ticket, event: newId(), interaction: 'test', recipient, address, says: { subject }, at: clock.now() },
  ])
}

const states = () =>
  rows(`select says->>'subject' as subject, state, tries, last_error as error from mail order by created_at, id`)
const subjects = (to: string) => sink.to(`${to}@example.com`).map(({ parsed }) => parsed.subject)

test('a mail server that is down loses nothing: tried again, later each time, and sent when it is back', async () => {
  await put(0, 'One')
  const { url } = sink
  await sink.stop()
  await sendDue(parts({ smtp: { url } }))
  expect(await states()).toMatchObject([{ state: 'pending', tries: 1, error: expect.stringContaining('ECONNREFUSED') }])
  expect(await sendDue(parts({ smtp: { url } }))).toBe(0)
  clock.move(25_000)
  expect(await sendDue(parts({ smtp: { url } }))).toBe(1)
  expect(await states()).toMatchObject([{ state: 'pending', tries: 2 }])
  sink = await openMailSink()
  clock.move(60_000)
  await sendDue(parts())
  expect(await states()).toMatchObject([{ state: 'sent', tries: 3, error: null }])
  expect(sink.mails).toHaveLength(1)
})

test('greylisting (451) is waited out; other recipients are not held up', async () => {
  const start = clock.now().getTime()
  sink.rules.onRecipient = (to) =>
    to.startsWith('ana') && clock.now().getTime() - start < 5 * 60_000 ? { code: 451, text: 'Greylisted' } : undefined
  await put(0, 'To Ana')
  await put(1, 'To Bo')
  await sendDue(parts())
  expect(subjects('bo')).toEqual(['To Bo'])
  for (let minutes = 0; minutes < 20 && subjects('ana').length === 0; minutes++) {
    clock.move(60_000)
    await sendDue(parts())
  }
  expect(subjects('ana')).toEqual(['To Ana'])
  expect(new Set(sink.mails.map(({ parsed }) => parsed.messageId)).size).toBe(2)
})

test('a refusal for good (5xx) is dead and visible at once, and has a second chance', async () => {
  sink.rules.onRecipient = () => ({ code: 550, text: 'No such mailbox' })
  sink.rules.onMessage = () => ({ code: 554, text: 'Spam' })
  await put(0, 'Unknown')
  const undelivered: number[] = []
  await sendDue(parts({ undelivered: (of) => undelivered.push(of) }))
  expect(undelivered).toEqual([1])
  sink.rules.onRecipient = undefined
  await put(1, 'Refused')
  await sendDue(parts())
  expect(await states()).toMatchObject([
    { subject: 'Unknown', state: 'dead', tries: 1, error: expect.stringContaining('No such mailbox') },
    { subject: 'Refused', state: 'dead', tries: 1, error: expect.stringContaining('Spam') },
  ])
  sink.rules.onMessage = undefined
  const id = await one<string>(`select id as value from mail where says->>'subject' = 'Unknown'`)
  expect(await retryMail(database.primary, id, clock.now())).toBe(true)
  await sendDue(parts())
  expect(subjects('ana')).toEqual(['Unknown'])
  expect(await retryMail(database.primary, id, clock.now())).toBe(false)
})

test('a mail server that asks who we are is told; with a wrong password nothing is lost', async () => {
  await sink.stop()
  sink = await openMailSink({ login: { user: 'desk', password: 'p@ss word' } })
  const url = (password: string) => sink.url.replace('//', `//desk:${encodeURIComponent(password)}@`)
  await put(0, 'Signed in')
  await sendDue(parts({ smtp: { url: url('wrong') } }))
  expect(await states()).toMatchObject([{ state: 'pending', error: expect.stringContaining('535') }])
  clock.move(60_000)
  await sendDue(parts({ smtp: { url: url('p@ss word') } }))
  expect(subjects('ana')).toEqual(['Signed in'])
})

test('what fails for a day is given up', async () => {
  sink.rules.onRecipient = () => ({ code: 452, text: 'Full' })
  await put(0, 'Never')
  for (let hours = 0; hours < 26; hours++) {
    await sendDue(parts())
    clock.move(3_600_000)
  }
  expect(await states()).toMatchObject([{ state: 'dead', error: expect.stringContaining('Full') }])
})

test('a mail that had waited for more than a day was given up at its first failing try', async () => {
  sink.rules.onRecipient = () => ({ code: 452, text: 'Full' })
  await put(0, 'Late')
  clock.move(26 * 3_600_000)
  for (let tries = 1; tries <= 5; tries++) {
    expect(await states()).toMatchObject([{ state: 'pending' }])
    await sendDue(parts())
    clock.move(3_600_000)
  }
  expect(await states()).toMatchObject([{ state: 'dead' }])
})

test('a slow answer holds up its own lane only', async () => {
  const slow = Promise.withResolvers<void>()
  sink.rules.onMessage = async (mail) => {
    if (mail.to.startsWith('ana')) await slow.promise
    return undefined
  }
  await put(0, 'Slow')
  for (const person of [1, 2, 3, 4]) await put(person, `Quick ${person}`)
  const sending = sendDue(parts())
  await expect.poll(() => sink.mails.length).toBe(5)
  await expect.poll(async () => (await states()).filter(({ state }) => state === 'sent').length).toBe(4)
  slow.resolve()
  await sending
  expect((await states()).every(({ state }) => state === 'sent')).toBe(true)
})

test('mails to one person about one ticket keep their order, also when the first has to wait', async () => {
  let refused = false
  sink.rules.onMessage = ({ parsed }) => {
    if (parsed.subject !== '1' || refused) return undefined
    refused = true
    return { code: 451, text: 'Later' }
  }
  for (const subject of ['1', '2', '3', '4', '5']) await put(0, subject, 7)
  await put(0, 'another ticket', 8)
  await sendDue(parts())
  // the sink sees the refused one too
  expect(new Set(subjects('ana'))).toEqual(new Set(['1', 'another ticket']))
  sink.mails.length = 0
  clock.move(60_000)
  await sendDue(parts())
  expect(subjects('ana')).toEqual(['1', '2', '3', '4', '5'])
})

test('a line cut after the last dot makes a second try of the same mail, with the same id', async () => {
  let cut = true
  sink.rules.onMessage = async () => {
    if (!cut) return undefined
    cut = false
    return { code: 421, text: 'Closing' }
  }
  await put(0, 'Twice')
  await sendDue(parts())
  clock.move(60_000)
  await sendDue(parts())
  expect(subjects('ana')).toEqual(['Twice', 'Twice'])
  expect(new Set(sink.mails.map(({ parsed }) => parsed.messageId)).size).toBe(1)
})

test('without a mail server each mail is kept with its words, dropped, or tried again, and none holds up another', async () => {
  for (const subject of ['To keep', 'Not to be told', 'Wordless']) await put(0, subject, 7)
  const trouble: unknown[] = []
  const prepare = (mails: readonly Mail[]) =>
    mails.map(async (mail): Promise<Prepared> => {
      const { subject } = mail.says as { subject: string }
      if (subject === 'Wordless') throw new Error('no words')
      return subject === 'To keep' ? asWords(mail) : 'dropped'
    })
  expect(await sendDue(parts({ smtp: null, prepare, onTrouble: (error) => trouble.push(error) }))).toBe(1)
  expect(await states()).toMatchObject([
    { subject: 'To keep', state: 'kept', tries: 1, error: null },
    { subject: 'Not to be told', state: 'dropped', tries: 1 },
    { subject: 'Wordless', state: 'pending', tries: 1, error: 'The mail could not be put into words.' },
  ])
  expect(trouble).toEqual([new Error('no words')])
  clock.move(3_600_000)
  expect(await sendDue(parts({ smtp: null }))).toBe(1)
  expect(await states()).toMatchObject([{}, {}, { subject: 'Wordless', state: 'kept', tries: 2, error: null }])
})

test('two claim at once and each gets another; a lease that ended is taken over, and its late holder writes nothing', async () => {
  for (const person of [0, 1, 2, 3]) await put(person, `Mail ${person}`)
  const now = clock.now()
  const claims = await Promise.all([1, 2, 3, 4].map(() => claimMails(database.primary, now, 1)))
  expect(new Set(claims.flatMap((mails) => mails.map(({ id }) => id))).size).toBe(4)
  expect(await claimMails(database.primary, now, 1)).toEqual([])
  const slow = Promise.withResolvers<void>()
  await rows('delete from mail')
  await put(0, 'Slow')
  const late = sendDue(parts({ prepare: (mails) => mails.map((mail) => slow.promise.then(() => asWords(mail))) }))
  await expect.poll(() => states()).toMatchObject([{ state: 'sending' }])
  await rows('update mail set leased_until = now(), next_try_at = now()')
  await sendDue(parts({ smtp: null }))
  expect(await states()).toMatchObject([{ state: 'kept', tries: 2 }])
  slow.resolve()
  await late
  expect(await states()).toMatchObject([{ state: 'kept', tries: 2 }])
  expect(sink.mails).toEqual([])
})

test('a mail in hand was sent a second time by a worker whose clock goes before by more than a lease', async () => {
  await put(0, 'Once')
  const slow = Promise.withResolvers<void>()
  const sending = sendDue(parts({ prepare: (mails) => mails.map((mail) => slow.promise.then(() => asWords(mail))) }))
  await expect.poll(() => states()).toMatchObject([{ state: 'sending' }])
  const ahead = () => new Date(Date.now() + 24 * 60 * 60_000)
  expect(await sendDue(parts({ now: ahead }))).toBe(0)
  slow.resolve()
  await sending
  expect(subjects('ana')).toEqual(['Once'])
})
