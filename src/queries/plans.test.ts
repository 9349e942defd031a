import { sql, type Transaction } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { supportDeskId } from '../entities/group/support-desk.ts'
import type { Tables } from '../entities/tables.ts'
import type { Desk } from '../events/desk.server.ts'
import { openTestDesk, type TestDesk } from '../testing/desk.server.ts'
import type { Character } from '../testing/cast.server.ts'
import { openPlans, type Scan } from '../testing/plans.server.ts'
import { fallDue } from '../workflow/fall-due.server.ts'
import { closedTickets } from './closed-tickets/closed-tickets.server.ts'
import { membersOfClosedTickets } from './closed-tickets/whose.server.ts'
import { incomingRequests } from './incoming-requests/incoming-requests.server.ts'
import { queueCounts } from './incoming-requests/queue-counts.server.ts'
import { queues } from './incoming-requests/queues.ts'
import { lookAlikes } from './look-alikes/look-alikes.server.ts'
import { myTickets } from './my-tickets/my-tickets.server.ts'

/** Twenty thousand tickets, one in twenty still going: what a list costs must follow what it shows, not what there is. */
let box: TestDesk
/** The same desk, which says aloud what it asks the database. */
let desk: Desk
let plans: ReturnType<typeof openPlans>

beforeAll(async () => {
  box = await openTestDesk()
  await fill(20_000)
  plans = openPlans(box.database.pool, /(from|join) "ticket"/)
  desk = { ...box.desk, read: () => plans.heard }
})
afterAll(() => box.close())

/** It has nineteen tickets, all closed. */
const smallGroup = '00000000-0000-7000-8000-00000000aa01'

const staff: Character[] = ['omar', 'jana', 'mariam']

describe.each(staff)('the lists of %s', (who) => {
  test.each(queues)('%s reads no more than it shows', async (queue) => {
    const actor = await box.person(who)
    const [plan] = await plansOf(() => incomingRequests(desk, actor, { queue, limit: 50 }))
    expect(plan!.scans.filter((scan) => scan.startsWith('Seq Scan'))).toEqual([])
    expect(plan!.pages).toBeLessThan(400)
  })

  test('the counts are one statement over the going tickets alone', async () => {
    const actor = await box.person(who)
    const [plan, ...more] = await plansOf(() => queueCounts(desk, actor))
    expect(more).toEqual([])
    expect(plan!.scans.filter((scan) => scan.startsWith('Seq Scan'))).toEqual([])
    expect(plan!.pages).toBeLessThan(4_000)
  })
})

test('the database expects as many of the desk’s tickets to be going as there are: for few it would gather and sort them all', async () => {
  const going = `select from ticket where (group_id = '${supportDeskId}' or member_id = '${supportDeskId}') and closed_at is null`
  const { rowCount } = await box.database.pool.query(going)
  const { rows } = await box.database.pool.query<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
    `explain (format json) ${going}`,
  )
  expect(rowCount).toBeGreaterThan(300)
  expect(rows[0]!['QUERY PLAN'][0].Plan['Plan Rows']).toBeGreaterThan(rowCount! / 2)
})

test('a customer’s own tickets come from their index, in its order', async () => {
  const salma = await box.person('salma')
  const [plan] = await plansOf(() => myTickets(desk, salma, { limit: 50 }))
  // beside them the few events of those to which an answer was begun
  expect(plan!.scans.filter((scan) => !scan.includes(' ticket_event'))).toEqual(['Index Scan ticket_customer'])
  expect(plan!.scans).not.toContain('Seq Scan ticket_event')
  expect(plan!.pages).toBeLessThan(200)
})

test('the requests of an organisation are read from the index of each of its people, however many one of them has', async () => {
  const salma = await box.person('salma')
  const colleague = {
    ...salma,
    permissions: new Set([...salma.permissions, 'ticket.seeOrganisation' as const]),
    colleagues: new Set([box.ids.salma, box.ids.pierre]),
  }
  const [plan] = await plansOf(() => myTickets(desk, colleague, { of: 'organisation', limit: 50 }))
  expect(plan!.scans.filter((scan) => scan.startsWith('Seq Scan'))).toEqual([])
  expect(plan!.pages).toBeLessThan(400)
})

test('words come from the index of words', async () => {
  const mariam = await box.person('mariam')
  const [plan] = await plansOf(() => incomingRequests(desk, mariam, { words: 'kingfisher', limit: 50 }))
  expect(plan!.scans.join()).toContain('ticket_words_words')
  expect(plan!.scans.filter((scan) => scan.startsWith('Seq Scan'))).toEqual([])
})

test('whom a closed ticket was with is asked of the few who had any, in one’s own groups alone', async () => {
  for (const [who, named] of [
    ['omar', ['omar']],
    ['jana', ['jana', 'omar']],
    ['mariam', ['jana', 'omar']],
  ] as const) {
    const reader = await box.person(who)
    const [plan] = await plansOf(() => membersOfClosedTickets(desk, reader, {}))
    expect(plan!.pages).toBeLessThan(150)
    const { items } = await membersOfClosedTickets(desk, reader, {})
    expect(items.map(({ id }) => id).toSorted()).toEqual(named.map((each) => box.ids[each]).toSorted())
  }
})

test('whoever opened a ticket had every other one looked through for those that look alike', async () => {
  const mariam = await box.person('mariam')
  const costs = await plansOf(() => lookAlikes(desk, mariam, 100_105))
  for (const { scans, pages } of costs) {
    expect(scans.filter((scan) => scan.startsWith('Seq Scan'))).toEqual([])
    expect(pages).toBeLessThan(1_000)
  }
})

test('whoever sees one small group had all closed tickets walked through for the few that are theirs', async () => {
  const tom = await box.person('tom')
  const newcomer = { ...tom, groups: new Set([smallGroup]) }
  const { items } = await closedTickets(desk, newcomer, {})
  expect(items).toHaveLength(19)
  for (const { scans, pages } of await plansOf(() => closedTickets(desk, newcomer, {}))) {
    expect(scans.filter((scan) => scan.startsWith('Seq Scan'))).toEqual([])
    expect(pages).toBeLessThan(1_000)
  }
})

test('digits that many texts have were all fetched before one ticket was looked at; rare ones come from the index of words', async () => {
  const mariam = await box.person('mariam')
  for (const words of ['2026', '100105']) {
    const [plan] = await plansOf(() => incomingRequests(desk, mariam, { words, limit: 50 }))
    expect(plan!.scans.filter((scan) => scan.startsWith('Seq Scan'))).toEqual([])
    expect(plan!.pages).toBeLessThan(1_500)
  }
})

test('what falls due is found by its index', async () => {
  const [plan] = await plansOf(() => fallDue(desk))
  expect(plan!.scans).toEqual(['Index Only Scan ticket_due'])
})

/** The plans of everything that a question asked about tickets: tables that are small, and lookups in them, left out. */
const plansOf = async (question: () => Promise<unknown>) =>
  (await plans.costsOf(question)).map(({ scans, pages }) => ({
    scans: scans.filter((scan) => !isSmall(scan)).map(({ way, by }) => `${way} ${by}`.trim()),
    pages,
  }))

const isSmall = ({ table, by }: Scan): boolean =>
  ['user_group', 'users', 'setting'].includes(table) || /users_pkey|user_group_pkey/.test(by)

async function fill(count: number): Promise<void> {
  // in one go, however long a crowded machine takes for it
  await box.database.primary.transaction().execute(async (db) => {
    await sql`set local statement_timeout = 0`.execute(db)
    await insertTickets(db, count)
  })
  await withOwner(box.url, 'analyze ticket, ticket_words, closing')
}

async function insertTickets(db: Transaction<Tables>, count: number): Promise<void> {
  const { ids, groups } = box
  await sql`
    with made as (
      select n, n % 20 = 0 as going, timestamptz '2026-01-01' + n * interval '1 minute' as at
      from generate_series(100001, 100000 + ${count}::int) as n
    )
    insert into ticket (
      number, customer_id, title, description, status, group_id, member_id, opened_at, closed_at, ended, ended_from,
      solution_state, solution_round, offered_at, waiting_for, waiting_since, answered, last_public_at, activity_at, due_at,
      due, seq, version
    )
    select
      n, case when n % 50 = 0 then ${ids.salma}::uuid else ${ids.pierre}::uuid end,
      '{"source": "en", "texts": {"en": {"text": "No delivery note", "rev": 1}}}', '{"source": "en", "texts": {"en": {"text": "It is missing.", "rev": 1}}}',
      case when not going then 'closed' when n % 60 = 0 then 'open' when n % 80 = 0 then 'responded' else 'inProgress' end,
      case when n % 60 = 0 then ${supportDeskId}::uuid when n % 3 = 1 then ${groups.documents}::uuid else ${groups.billing}::uuid end,
      case when n % 60 = 0 then null when n % 3 = 1 and n % 5 = 0 then ${ids.omar}::uuid end,
      at, case when not going then at + interval '1 day' end, case when not going then 'desk' end, case when not going then 'inProgress' end,
      case when going and n % 60 <> 0 and n % 80 = 0 then 'offered' when going and n % 60 <> 0 and n % 140 = 0 then 'inReview' end,
      case when going and n % 60 <> 0 and (n % 80 = 0 or n % 140 = 0) then 1 end,
      case when going and n % 60 <> 0 and n % 80 = 0 then at end,
      case
        when not going then 'nobody' when n % 60 = 0 then 'desk' when n % 80 = 0 then 'customer'
        when n % 140 = 0 then 'review' else 'representative'
      end,
      at, false, at, at,
      case when going and n % 60 <> 0 and n % 80 = 0 then timestamptz '2027-01-01' end,
      case when going and n % 60 <> 0 and n % 80 = 0 then 'remind' end, 1, 1
    from made`.execute(db)
  await sql`
    insert into ticket_words (ticket_number, text_id, audience, words)
    select number, 'title', 'everyone', to_tsvector('english', 'No delivery note 2026 ' || number || ' ' || (select string_agg('word' || ((number * 7 + n * n) % 5000), ' ') from generate_series(1, 80) as n)) from ticket where number > 100000`.execute(
    db,
  )
  await sql`
    insert into closing (ticket_number, seq, closed_at, ended, group_id, member_id, customer_id, opened_at)
    select
      number, seq, closed_at, 'desk', group_id,
      case when group_id = ${groups.documents}::uuid then ${ids.omar}::uuid else ${ids.jana}::uuid end,
      customer_id, opened_at
    from ticket
    where closed_at is not null and group_id <> ${supportDeskId}::uuid`.execute(db)
  await sql`insert into user_group (id, name, created_at) values (${smallGroup}, 'Small', now())`.execute(db)
  await sql`update ticket set group_id = ${smallGroup} where number % 997 = 0 and closed_at is not null`.execute(db)
}

/** The application's role may not analyze; in life, autovacuum does. */
async function withOwner(url: string, statement: string): Promise<void> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
