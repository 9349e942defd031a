import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listenersTo } from '../../interactions/index.ts'
import { runTelling } from '../../interactions/run-telling.server.ts'
import { openTestDesk, type TestDesk } from '../../testing/desk.server.ts'
import { ticketVerbs } from '../verbs.ts'
import { countOf } from './check.ts'
import { verifyAll } from './verify-all.server.ts'

let box: TestDesk
let owner: pg.Client
let ticket: number

beforeAll(async () => {
  box = await openTestDesk({ listeners: listenersTo })
  owner = new pg.Client({ connectionString: box.url })
  await owner.connect()
  const duplicate = await box.submitted('pierre')
  ticket = await box.submitted('salma')
  const act = async (
    verb: keyof typeof ticketVerbs,
    who: 'omar' | 'mariam' | 'salma',
    body: object = {},
    of = ticket,
  ) => ticketVerbs[verb](box.desk, await box.person(who), of, body)
  await act('assign', 'mariam', { group: box.groups.documents, member: box.ids.omar })
  await act('note', 'omar', { text: 'The archive has it under the old number' })
  await act('propose-solution', 'omar', { solution: 'Here is a link' })
  await act('return-solution', 'mariam', { reason: 'The link expires' })
  await act('propose-solution', 'omar', { solution: 'Here is the note itself' })
  await act('approve-solution', 'mariam')
  await act('reply', 'salma', { text: 'One moment' })
  await act('decline-solution', 'salma', { reason: 'The stamp is missing' })
  await act('propose-solution', 'omar', { solution: 'Here it is with the stamp' })
  await act('mark-duplicate', 'mariam', { original: ticket }, duplicate)
  for (const telling of box.tellings) await runTelling(box.desk, telling)
})

afterAll(async () => {
  await owner?.end()
  await box?.close()
})

/** The checks that found something. */
async function wrong(): Promise<string[]> {
  const findings = await verifyAll(box.database.primary, listenersTo)
  expect(findings.every(({ check, looked }) => looked > 0 || check.startsWith('every duty'))).toBe(true)
  return findings.filter((each) => countOf(each) > 0).map(({ check }) => check)
}

test('a desk that was only worked with agrees with itself', async () => {
  expect(await wrong()).toEqual([])
})

test('an answer that went out on a duplicate too, or was taken back there, is no difference', async () => {
  const original = await box.submitted()
  const duplicates = [await box.submitted('pierre'), await box.submitted('salma')] as const
  const act = async (verb: keyof typeof ticketVerbs, who: 'omar' | 'mariam' | 'pierre', body: object, of: number) =>
    ticketVerbs[verb](box.desk, await box.person(who), of, body)
  for (const duplicate of duplicates) await act('mark-duplicate', 'mariam', { original }, duplicate)
  await act('assign', 'mariam', { group: box.groups.documents, member: box.ids.omar }, original)
  await act('propose-solution', 'omar', { solution: 'Load it again' }, original)
  await act('approve-solution', 'mariam', {}, original)
  await act('accept-solution', 'pierre', {}, duplicates[0])
  expect(await wrong()).not.toContain('versions follow from the events')
  await act('withdraw-solution', 'omar', { reason: 'Loading it again loses what was typed' }, original)
  expect(await wrong()).not.toContain('versions follow from the events')
})

const mine = 'where ticket_number = $1'
const row = 'where number = $1'

/** A difference, how it is undone, and the checks that must find it. */
const planted: [string, string, string, string[]][] = [
  [
    'a column that no event wrote',
    `update ticket set last_public_at = last_public_at + interval '1 hour' ${row}`,
    `update ticket set last_public_at = last_public_at - interval '1 hour' ${row}`,
    ['rows equal what happened to them'],
  ],
  [
    'an event that is lost',
    `update ticket_event set seq = 99 ${mine} and seq = 3`,
    `update ticket_event set seq = 3 ${mine} and seq = 99`,
    ['events are numbered without a gap', 'rows equal what happened to them'],
  ],
  [
    'a version that nothing moved',
    `update ticket set version = version - 1 ${row}`,
    `update ticket set version = version + 1 ${row}`,
    ['rows equal what happened to them', 'versions follow from the events'],
  ],
  [
    'a round in another state',
    `update solution_round set state = 'offered' ${mine} and round = 1`,
    `update solution_round set state = 'returned' ${mine} and round = 1`,
    ['solution rounds agree with the events'],
  ],
  [
    'a ball in other hands',
    `update ticket set waiting_for = 'customer' ${row}`,
    `update ticket set waiting_for = 'review' ${row}`,
    ['rows equal what happened to them', 'who has the ball follows from the row'],
  ],
  [
    'an end without its moment',
    `alter table ticket drop constraint ticket_check, drop constraint ticket_check1;
     update ticket set ended = 'desk' where status = 'inProgress'`,
    `update ticket set ended = null where status = 'inProgress'`,
    ['rows equal what happened to them', 'endings are whole'],
  ],
  [
    'words that the text does not have',
    `update ticket_words set words = to_tsvector('simple', 'other') ${mine} and text_id = 'title'`,
    `update ticket_words set words = to_tsvector('english', (select title->'texts'->'en'->>'text' from ticket where number = $1)) ${mine} and text_id = 'title'`,
    ['words are those of the texts'],
  ],
  [
    'a note that its customer could find',
    `update ticket_words set audience = 'everyone' ${mine} and audience = 'staff' and text_id like 'message:%'`,
    `update ticket_words set audience = 'staff' ${mine} and text_id like 'message:%' and text_id = 'message:' || (select id from message ${mine} and kind = 'note')`,
    ['words are those of the texts'],
  ],
  [
    'a text that cannot be found',
    `update ticket_words set text_id = 'descriptio' ${mine} and text_id = 'description'`,
    `update ticket_words set text_id = 'description' ${mine} and text_id = 'descriptio'`,
    ['words are those of the texts'],
  ],
  [
    'a telling by an interaction that does not listen',
    `update notice set interaction = 'ask-owner-for-feedback' ${mine} and interaction = 'notify-customer-of-receipt'`,
    `update notice set interaction = 'notify-customer-of-receipt' ${mine} and interaction = 'ask-owner-for-feedback'`,
    ['nobody was told twice, nor of nothing'],
  ],
  [
    'somebody told twice',
    `insert into notice select ticket_number - 1, event_id, interaction, recipient_id, gen_random_uuid(), says, at, read_at
     from notice ${mine} limit 1`,
    `delete from notice where event_id in (select id from ticket_event ${mine}) and ticket_number <> $1`,
    ['nobody was told twice, nor of nothing'],
  ],
  [
    'an event without its duties',
    // both of one moment: on a slow machine minutes pass until this is planted
    `update ticket_event set at = '${new Date().toISOString()}', id = '${idOfNow()}' ${mine} and happened = 'replyAdded'`,
    `update ticket_event set at = now() - interval '1 day' ${mine} and happened = 'replyAdded'`,
    ['every duty of the last half hour is done or waits', 'nobody was told twice, nor of nothing'],
  ],
]

test.each(planted)('%s is found', async (_what, plant, undo, checks) => {
  await inOwn(plant)
  const found = await wrong()
  await inOwn(undo)
  for (const check of checks) expect(found).toContain(check)
  const others = found.filter((check) => !checks.includes(check) && !check.startsWith('figures'))
  expect(others).toEqual([])
})

test('a figure that was not counted is found', async () => {
  await inOwn('delete from figure_delta')
  await inOwn(`update figure_state set time_zone = 'UTC', first_day_of_week = 1`)
  expect(await wrong()).toContain('figures are those of a recount')
})

/** With the ticket for $1, also in several statements at once. */
async function inOwn(text: string): Promise<void> {
  await owner.query(text.replaceAll('$1', String(ticket)))
}

/** An id as it would be made now. */
function idOfNow(): string {
  const at = Date.now().toString(16).padStart(12, '0')
  return `${at.slice(0, 8)}-${at.slice(8)}-7000-8000-000000000001`
}
