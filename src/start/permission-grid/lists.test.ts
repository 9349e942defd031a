import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foldFigures } from '../../statistics/fold-figures.write.server.ts'
import type { Character } from '../../testing/cast.server.ts'
import { openStage, situations } from '../../testing/situations.server.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'

/**
 * Every list, count and export of tickets, for every kind of caller, against the set that they may see: found here from the
 * plain rows by the rules as they were asked for, and by nothing of src/permissions or src/queries.
 */
const customers = ['salma', 'pierre'] as const
const representatives = ['omar', 'jana', 'tom'] as const
const staff = [...representatives, 'mariam', 'lina', 'adam'] as const
const everyone = [...customers, ...staff] as const

type Row = {
  number: number
  status: string
  customer: string
  group: string
  member: string | null
  solution: string | null
  answered: boolean
  ended: string | null
  words: string
}

let web: TestWeb
let tickets: Row[]
const members = new Map<string, Set<string>>()

beforeAll(async () => {
  web = await openTestWeb()
  await oneOrganisation()
  web.clock.set(new Date(Date.now() - 20 * 86_400_000))
  const stage = await openStage(web)
  for (const situation of situations) await stage.ticketIn(situation)
  web.clock.set(new Date(Date.now() - 3_600_000))
  await spread(stage)
  await readRows()
})
afterAll(() => web.close())

/** Pierre may read what his colleague Salma asked; she may read her own alone. */
async function oneOrganisation(): Promise<void> {
  const made = await web.post('adam', '/api/v1/organisations', { name: 'Blue Dune' })
  const role = { key: 'colleague', name: 'Colleague', permissions: ['ticket.seeOrganisation'] }
  expect((await web.post('adam', '/api/v1/roles', role)).status).toBe(201)
  for (const who of customers) {
    const roles = who === 'pierre' ? ['customer', 'colleague'] : ['customer']
    const body = { organisation: made.body.id, roles }
    expect((await web.ask('adam', 'PATCH', `/api/v1/users/${web.ids[who]}`, body)).status).toBe(200)
  }
}

/** Tickets of both customers with each group and each member, open and closed; some with a word of their own. */
async function spread(stage: Awaited<ReturnType<typeof openStage>>): Promise<void> {
  const places = [
    { group: web.groups.documents },
    { group: web.groups.documents, member: web.ids.jana },
    { group: web.groups.billing },
    { group: web.groups.billing, member: web.ids.tom },
    { group: web.groups.billing, member: web.ids.jana },
    { group: web.groups.supportDesk, member: web.ids.lina },
  ]
  for (const [index, place] of places.entries())
    for (const by of customers)
      for (const ends of [false, true]) {
        const number = await web.submitted(by, index % 2 ? 'A pelican on the crane' : 'The barrier does not open')
        await stage.act('mariam', 'assign', number, place)
        if (ends) await stage.act('mariam', 'close', number, { reason: 'It is done.' })
      }
}

async function readRows(): Promise<void> {
  const { rows } = await web.database.pool.query<Row>(`
    select number::int, status, customer_id as customer, group_id as group, member_id as member,
      solution_state as solution, answered, ended, title::text as words
    from ticket order by number`)
  tickets = rows
  const memberships = await web.database.pool.query<{ person: string; of: string }>(
    `select user_id as person, group_id as of from group_member`,
  )
  for (const { person, of } of memberships.rows) members.set(person, (members.get(person) ?? new Set()).add(of))
}

function sees(who: Character, row: Row): boolean {
  const id = web.ids[who]
  if (who === 'salma') return row.customer === id
  if (who === 'pierre') return [web.ids.salma, id].includes(row.customer)
  if (representatives.includes(who as 'omar')) return row.member === id || isOf(id, row.group)
  return true
}

const isOf = (person: string, group: string): boolean => members.get(person)?.has(group) ?? false
const hasEnded = ({ status }: Row): boolean => status === 'closed' || status === 'duplicate'
const set = (who: Character, ...rules: ((row: Row) => boolean)[]): number[] =>
  tickets.filter((row) => sees(who, row) && rules.every((rule) => rule(row))).map(({ number }) => number)

/** All pages of a list, as numbers. */
async function all(who: Character, path: string): Promise<number[]> {
  const found: number[] = []
  for (let after = ''; ;) {
    const { status, body } = await web.get(who, `${path}&limit=7${after && `&after=${encodeURIComponent(after)}`}`)
    expect(status).toBe(200)
    found.push(...body.items.map((item: { number: number }) => item.number))
    if (!body.next) return found.toSorted((one, other) => one - other)
    after = body.next
  }
}

const queueRules: Record<string, (who: Character, row: Row) => boolean> = {
  allOpen: () => true,
  new: (_who, { status }) => status === 'open',
  mine: (who, { member }) => member === web.ids[who],
  myGroups: (who, { group }) => isOf(web.ids[who], group),
  toReview: (_who, { status, solution }) => status === 'inProgress' && solution === 'inReview',
  waitingForCustomer: (_who, { status, answered }) => status === 'responded' && !answered,
  customerAnswered: (_who, { status, answered }) => status === 'responded' && answered,
}

test('the world is large enough to tell right from wrong', () => {
  const sizes = everyone.map((who) => set(who).length)
  expect(new Set(sizes).size).toBeGreaterThanOrEqual(5)
  expect(Math.min(...sizes)).toBeGreaterThan(5)
})

test.each(staff.flatMap((who) => Object.keys(queueRules).map((queue) => [who, queue] as const)))(
  'incoming requests: %s finds in %s what they may see, and the count says as many',
  async (who, queue) => {
    const expected = set(
      who,
      (row) => !hasEnded(row),
      (row) => queueRules[queue]!(who, row),
    )
    expect(await all(who, `/api/v1/queries/incoming-requests?queue=${queue}`)).toEqual(expected)
    const { body } = await web.get(who, '/api/v1/queries/incoming-requests/counts')
    expect(body[queue] ?? body.items?.[queue] ?? body.counts?.[queue]).toBe(expected.length)
  },
)

test.each(staff)('incoming requests: %s finds by words what they may see', async (who) => {
  const expected = set(
    who,
    (row) => !hasEnded(row),
    ({ words }) => words.includes('pelican'),
  )
  expect(await all(who, '/api/v1/queries/incoming-requests?queue=allOpen&words=pelican')).toEqual(expected)
})

test.each(customers)('incoming requests are nothing for %s', async (who) => {
  for (const path of ['', '/counts'])
    expect((await web.get(who, `/api/v1/queries/incoming-requests${path}`)).status).toBe(403)
})

test.each(everyone.flatMap((who) => ['', '&words=pelican', '&ended=desk'].map((filter) => [who, filter] as const)))(
  'closed tickets: list, count and file of %s with “%s” are what they may see',
  async (who, filter) => {
    const fits = (row: Row): boolean =>
      (!filter.includes('pelican') || row.words.includes('pelican')) &&
      (!filter.includes('desk') || row.ended === 'desk')
    const expected = set(who, hasEnded, fits)
    const path = '/api/v1/queries/closed-tickets'
    expect(await all(who, `${path}?${filter}`)).toEqual(expected)
    expect((await web.get(who, `${path}/count?${filter}`)).body.count).toBe(expected.length)
    const { body } = await web.get(who, `${path}.csv?${filter}`)
    const lines = parse(String(body), { bom: true, from: 2, relax_column_count: true })
    expect(
      lines.map(([number = '']) => Number(number.replace(/\D/gu, ''))).toSorted((one, other) => one - other),
    ).toEqual(expected)
  },
)

test.each(everyone)('my tickets: %s finds their own, and their organisation’s where they may', async (who) => {
  const own = set(who, ({ customer }) => customer === web.ids[who])
  expect(await all(who, '/api/v1/queries/my-tickets?of=own')).toEqual(own)
  const colleagues = customers.includes(who as 'salma') ? customers.map((one) => web.ids[one]) : []
  const theirs = set(who, ({ customer }) => colleagues.includes(customer))
  expect(await all(who, '/api/v1/queries/my-tickets?of=organisation')).toEqual(theirs)
})

test.each(staff)('look-alikes: %s is shown only what they may see', async (who) => {
  const seen = set(who)
  for (const number of seen.slice(0, 12)) {
    const { body } = await web.get(who, `/api/v1/tickets/${number}/look-alikes`)
    for (const item of body.items) expect(seen).toContain(item.number)
  }
})

test.each(['mariam', 'adam'] as const)('statistics: what %s reads is a count of all', async (who) => {
  const path = '/api/v1/statistics/closed-tickets-over-time'
  await foldFigures(web.desk)
  const { body } = await web.get(who, `${path}?from=2020-01-01&to=2099-12-31&by=month`)
  const sum = (field: string): number =>
    body.points.reduce((total: number, point: Record<string, number>) => total + point[field]!, 0)
  expect(sum('opened')).toBe(tickets.length)
})

test.each(everyone)(
  'every ticket by its number: %s reads what they may see, and of the rest knows nothing',
  async (who) => {
    const seen = set(who)
    for (const { number } of tickets)
      expect([number, (await web.get(who, `/api/v1/tickets/${number}`)).status]).toEqual([
        number,
        seen.includes(number) ? 200 : 404,
      ])
  },
)
