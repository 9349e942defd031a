import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { markRead, type Which } from '../channels/in-app/notice.write.server.ts'
import { removeMailbox } from '../conversation/mail-in/mailbox.write.server.ts'
import { wordsForStaffAlone } from '../conversation/words-anew.write.server.ts'
import { cameBackTo } from '../conversation/writing/came-back.server.ts'
import type { Desk } from '../events/desk.server.ts'
import { oneTicket } from '../queries/one-ticket/one-ticket.server.ts'
import { openTestDesk, type TestDesk } from '../testing/desk.server.ts'
import { openPlans, rowsRead } from '../testing/plans.server.ts'
import { mailEndpoints } from './mail-endpoints.server.ts'

// Ten thousand mails that went out about one ticket, as many that came by one mailbox, and as many tickets with their texts.

const mailbox = '01900000-0000-7000-8000-00000000b0b0'
const aNotice = '01900000-0000-7000-8000-00000000b0b2'
const emptyMailbox = '01900000-0000-7000-8000-00000000b0b1'
let box: TestDesk
let ticket: number
beforeAll(async () => {
  box = await openTestDesk()
  ticket = await box.submitted()
  const owner = new pg.Client({ connectionString: box.url })
  await owner.connect()
  try {
    for (const statement of filling()) await owner.query(statement)
  } finally {
    await owner.end()
  }
})
afterAll(() => box.close())

const listening = (counts: RegExp) => {
  const plans = openPlans(box.database.pool, counts)
  const desk: Desk = { ...box.desk, read: () => plans.heard }
  return { ...plans, desk }
}

test.each(['kept', 'dropped', 'dead', 'held'])(
  'the few mails that are %s were looked for among all that went out',
  async (state) => {
    const { desk, costsOf, keptPlansOf } = listening(/from "mail"/)
    const actor = await box.person('adam')
    const list = () =>
      mailEndpoints[0]!.handle({ desk, actor, query: { state }, params: {}, body: undefined, network: '' } as never)
    const kept = await keptPlansOf(async () => list())
    expect(kept.join()).toMatch(/mail_(not_sent|dead|held)/)
    const [cost] = await costsOf(async () => list())
    expect(cost!.scans.map(({ rows }) => rows)).toEqual([0])
  },
)

test('a ticket with thousands of mails looked through all of them, each time that it was opened', async () => {
  const { desk, costsOf } = listening(/from "mail"/)
  const mariam = await box.person('mariam')
  const [cost] = await costsOf(() => oneTicket(desk, mariam, ticket))
  const ofMails = cost!.scans.filter(({ table, by }) => table === 'mail' || by.startsWith('mail_'))
  expect(ofMails.map(({ rows }) => rows).filter((rows) => rows > 10)).toEqual([])
  expect(ofMails.length).toBeGreaterThan(0)
})

test('hiding an added field from customers read every text of every ticket, within half a minute or not at all', async () => {
  const { heard, costsOf } = listening(/update "ticket_words"/)
  let limit = ''
  const hide = () =>
    heard.transaction().execute(async (db) => {
      await wordsForStaffAlone(db, 'custom:rare')
      limit = await limitOf(db)
    })
  const [cost] = await costsOf(hide)
  expect(cost!.pages).toBeLessThan(10)
  expect(limit).toBe('15min')
})

test('removing a mailbox read every mail that ever came in, within half a minute or not at all', async () => {
  const { read, limit } = await box.database.primary.transaction().execute(async (db) => {
    const before = await rowsRead(db)
    await removeMailbox(db, emptyMailbox)
    return { read: difference(before, await rowsRead(db), 'inbound_mail'), limit: await limitOf(db) }
  })
  expect(read).toBeLessThan(100)
  expect(limit).toBe('15min')
})

test('each time that somebody’s bell was asked, every draft of the desk was read', async () => {
  const { desk, costsOf } = listening(/from "draft"/)
  const mariam = await box.person('mariam')
  const [cost] = await costsOf(() => cameBackTo(desk.read(), mariam))
  expect(cost!.scans.map(({ by }) => by)).toContain('draft_came_back')
  expect(cost!.pages).toBeLessThan(10)
})

test('“Mark all as read” marked every unread notice in one statement, whose time was over before it had', async () => {
  const { heard, costsOf } = listening(/update notice/)
  const db = () => heard
  const some = (most: number, which: Which) => markRead(db(), box.ids.mariam, which, box.clock.now(), most)
  const [byId] = await costsOf(() => some(10, { ids: [aNotice] }))
  expect(byId!.scans.map(({ by }) => by)).toContain('notice_id')
  expect(await some(6_000, { upTo: undefined })).toBe(true)
  expect(await some(6_000, { upTo: undefined })).toBe(false)
  const unread = await db().selectFrom('notice').select('id').where('read_at', 'is', null).execute()
  expect(unread).toEqual([])
})

const difference = (before: Map<string, number>, after: Map<string, number>, table: string): number =>
  (after.get(table) ?? 0) - (before.get(table) ?? 0)

async function limitOf(db: Parameters<typeof rowsRead>[0]): Promise<string> {
  const { rows } = await sql<{ statement_timeout: string }>`show statement_timeout`.execute(db)
  return rows[0]!.statement_timeout
}

function filling(): string[] {
  const each = 'generate_series(1, 10000) as n'
  const someMailbox = (id: string, name: string) =>
    `insert into mailbox (id, address, host, port, security, username, sealed, folder, active, state, state_since, created_at)
     values ('${id}', '${name}@example.com', 'mail.example.com', 993, 'tls', '${name}', '', 'INBOX', true, 'new', now(), now())`
  return [
    someMailbox(mailbox, 'help'),
    someMailbox(emptyMailbox, 'old'),
    `insert into mail (id, ticket_number, interaction, recipient_id, address, message_id, says, state, next_try_at, created_at, sent_at)
     select gen_random_uuid(), ${ticket}, 'told', '${box.ids.salma}', 'salma@example.com', '', '{}', 'sent', now(), now() + n * interval '1s', now()
     from ${each}`,
    `insert into inbound_mail (id, mailbox_id, raw, hash, received_at, state, decision, from_address, next_try_at)
     select gen_random_uuid(), '${mailbox}', '', n, now(), 'done', 'held', 'salma@example.com', null from ${each}`,
    `insert into ticket (number, customer_id, title, description, status, group_id, opened_at, waiting_for, waiting_since,
       last_public_at, activity_at, seq, version)
     select 100000 + n, '${box.ids.pierre}', '{}', '{}', 'open', '${box.groups.documents}', now(), 'desk', now(), now(), now(), 1, 1
     from ${each}`,
    `insert into ticket_words (ticket_number, text_id, audience, words)
     select 100000 + n, text_id, 'everyone', '' from ${each}, unnest(array['title', 'description']) as text_id`,
    `insert into draft (ticket_number, person_id, kind, text, problem, at)
     select 100000 + n, case n when 1 then '${box.ids.mariam}'::uuid else '${box.ids.lina}'::uuid end, 'reply', '', 'notNow', now()
     from ${each}`,
    `insert into notice (ticket_number, event_id, interaction, recipient_id, id, says, at)
     select 100000 + n, gen_random_uuid(), 'told', '${box.ids.mariam}', case n when 1 then '${aNotice}'::uuid else gen_random_uuid() end,
       '{}', now() from ${each}`,
    'analyze',
  ]
}
