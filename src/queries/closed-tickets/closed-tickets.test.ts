import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../server/ids.server.ts'
import { dice, liveAtRandom } from '../../statistics/testing/random-histories.server.ts'
import type { Character } from '../../testing/cast.server.ts'
import { openTestDesk, refusalOf, type TestDesk } from '../../testing/desk.server.ts'
import { callsTo } from '../../testing/call-endpoint.server.ts'
import { close } from '../../workflow/close.server.ts'
import { reopen } from '../../workflow/reopen.server.ts'
import type { Page } from '../keyset.ts'
import { closedTicketsEndpoints } from './closed-tickets-endpoints.server.ts'
import { sorts, type ClosedTicket } from './closed-tickets.ts'

let at: TestDesk
let call: ReturnType<typeof callsTo>
/** Every closing there is, as the desk sees it. */
let all: ClosedTicket[]

const list = 'GET /api/v1/queries/closed-tickets'
const ask = async (query: object, who: Character = 'mariam') =>
  (await call<Page<ClosedTicket>>(await at.person(who), list, { query })).answer
const keys = (items: readonly ClosedTicket[]) => items.map(({ number, seq }) => `${number}/${seq}`)

async function everyPage(query: object, limit: string, who: Character = 'mariam'): Promise<ClosedTicket[]> {
  const items: ClosedTicket[] = []
  for (let after: string | null | undefined; after !== null;) {
    const page: Page<ClosedTicket> = await ask({ ...query, limit, ...(after ? { after } : {}) }, who)
    items.push(...page.items)
    after = page.next
  }
  return items
}

beforeAll(async () => {
  at = await openTestDesk()
  call = callsTo(at.desk, closedTicketsEndpoints)
  await at.setSettings({ timeZone: 'Asia/Kathmandu' })
  await liveAtRandom(at, dice(7), 700)
  all = await everyPage({ reopened: 'any' }, '200')
})
afterAll(() => at.close())

test('the desk that the filters are tried on has closings of every kind', () => {
  expect(all.length).toBeGreaterThan(30)
  expect(all.filter(({ reopenedAt }) => reopenedAt).length).toBeGreaterThan(3)
  expect(all.filter(({ score }) => score).length).toBeGreaterThan(2)
  expect(new Set(all.map(({ ended }) => ended)).size).toBe(5)
})

describe('filters', () => {
  type Filter = [name: string, value: () => string, keeps: (closing: ClosedTicket) => boolean]
  const middle = () => all[Math.floor(all.length / 2)]!.closedAt
  const filters: Filter[] = [
    ['closedFrom', middle, ({ closedAt }) => closedAt >= middle()],
    ['closedTo', middle, ({ closedAt }) => closedAt < middle()],
    ['openedFrom', middle, ({ openedAt }) => openedAt >= middle()],
    ['openedTo', middle, ({ openedAt }) => openedAt < middle()],
    ['number', () => String(all[3]!.number), ({ number }) => number === all[3]!.number],
    ['group', () => at.groups.documents, ({ assignee }) => assignee.group.id === at.groups.documents],
    ['member', () => at.ids.omar, ({ assignee }) => assignee.member?.id === at.ids.omar],
    ['customer', () => at.ids.salma, ({ customer }) => customer.id === at.ids.salma],
    ['score', () => 'none', ({ score }) => score === null],
    ['score', () => '1,2,5', ({ score }) => score !== null && [1, 2, 5].includes(score)],
    ['ended', () => 'silence', ({ ended }) => ended === 'silence'],
    ['ended', () => 'desk,cancelled,duplicate', ({ ended }) => ended !== 'silence' && ended !== 'accepted'],
    ['reopened', () => 'yes', ({ reopenedAt }) => reopenedAt !== null],
    ['reopened', () => 'no', ({ reopenedAt }) => reopenedAt === null],
    ['words', () => 'delivery note', () => true],
  ]
  const pairs = filters.flatMap((one) =>
    filters.filter(([name]) => name > one[0]).map((other) => [one, other] as const),
  )

  test('each, and any two together, keep what they say', async () => {
    for (const [one, other] of [...filters.map((filter) => [filter, filter] as const), ...pairs]) {
      const query = { reopened: 'any', [one[0]]: one[1](), [other[0]]: other[1]() }
      const expected = all.filter((closing) => one[2](closing) && other[2](closing))
      expect({ query, found: keys(await everyPage(query, '200')) }).toEqual({ query, found: keys(expected) })
    }
  })

  test('a day means the whole day in the organisation’s time zone', async () => {
    const offset = (5 * 60 + 45) * 60_000
    const dayOf = (instant: string) => new Date(Date.parse(instant) + offset).toISOString().slice(0, 10)
    const day = dayOf(middle())
    const expected = all.filter(({ closedAt }) => dayOf(closedAt) === day)
    expect(keys((await ask({ closedFrom: day, closedTo: day, reopened: 'any' })).items)).toEqual(keys(expected))
  })

  test('without saying so, only tickets that are closed now', async () => {
    expect(keys(await everyPage({}, '200'))).toEqual(keys(all.filter(({ reopenedAt }) => reopenedAt === null)))
  })

  test('what cannot be asked is refused by its name', async () => {
    const wrong = [
      { closedFrom: 'yesterday' },
      // the database knows no such year
      { closedFrom: '0000-01-01' },
      { score: '6' },
      { ended: 'accepted,unhappy' },
      { number: '12x' },
      { group: 'billing' },
      { sort: 'title' },
      { after: 'zzz' },
      { limit: '0' },
      { colour: 'red' },
    ]
    for (const query of wrong)
      expect({ query, ...(await refusalOf(ask(query))) }).toMatchObject({ query, code: 'invalidFields' })
  })
})

describe('pages', () => {
  test.each(sorts)('sorted by %s, small pages put together are the whole, each row once', async (sort) => {
    const whole = await everyPage({ sort, reopened: 'any' }, '200')
    expect(keys(await everyPage({ sort, reopened: 'any' }, '7'))).toEqual(keys(whole))
    expect(keys(whole).sort()).toEqual(keys(all).sort())
    const [descending, name] = sort.startsWith('-') ? [true, sort.slice(1)] : [false, sort]
    const unrated = descending ? 0 : 6
    const values = whole.map((closing) => (name === 'score' ? (closing.score ?? unrated) : closing[name as 'number']))
    expect(values).toEqual(
      [...values].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0) * (descending ? -1 : 1)),
    )
  })

  test('the next page of another sort is refused', async () => {
    const { next } = await ask({ sort: 'number', limit: '2' })
    expect(await refusalOf(ask({ sort: '-closedAt', after: next }))).toMatchObject({ code: 'invalidFields' })
  })

  test('the count is exact', async () => {
    const count = async (query: object) => (await call(await at.person('mariam'), `${list}/count`, { query })).answer
    expect(await count({ reopened: 'any' })).toEqual({ count: all.length, more: false })
    expect(await count({ ended: 'silence', reopened: 'any' })).toEqual({
      count: all.filter(({ ended }) => ended === 'silence').length,
      more: false,
    })
  })
})

describe('sight', () => {
  test('customers see their own, representatives those that are theirs or their groups’', async () => {
    const salmas = all.filter(({ customer }) => customer.id === at.ids.salma)
    expect(keys(await everyPage({ reopened: 'any' }, '200', 'salma'))).toEqual(keys(salmas))
    const rows = await at.database.primary.selectFrom('ticket').select(['number', 'group_id', 'member_id']).execute()
    const toms = new Set(
      rows.filter((row) => row.group_id === at.groups.billing || row.member_id === at.ids.tom).map((row) => row.number),
    )
    expect(toms.size).toBeGreaterThan(0)
    expect(keys(await everyPage({ reopened: 'any' }, '200', 'tom'))).toEqual(
      keys(all.filter(({ number }) => toms.has(number))),
    )
  })
})

test('a ticket that was closed twice has two closings, the first marked as reopened', async () => {
  const mariam = await at.person('mariam')
  const number = await at.submitted('salma', 'The invoice is wrong')
  await close(at.desk, mariam, number, { reason: 'Corrected.' })
  await reopen(at.desk, mariam, number, { reason: 'Not quite.' })
  expect((await ask({ number: String(number) })).items).toEqual([])
  await close(at.desk, mariam, number, { reason: 'Now it is.' })
  const [last, first] = (await ask({ number: String(number), reopened: 'any' })).items
  expect(first!.reopenedAt).not.toBeNull()
  expect(last).toMatchObject({ number, title: { texts: { en: { text: 'The invoice is wrong' } } }, reopenedAt: null })
  expect(keys((await ask({ words: 'invoices wrong' })).items)).toContain(`${number}/${last!.seq}`)
})

describe('whom the list can be narrowed to', () => {
  const whose = async (what: 'customers' | 'organisations', who: Character, query: object = {}) =>
    (await call<{ items: { id: string; name: string }[] }>(await at.person(who), `${list}/${what}`, { query })).answer
      .items

  test('customers of whom the reader sees a closed ticket, and nobody else', async () => {
    for (const who of ['mariam', 'omar', 'salma'] as const) {
      const seen = await everyPage({ reopened: 'any' }, '200', who)
      const named = await whose('customers', who)
      expect(new Set(named.map(({ id }) => id))).toEqual(new Set(seen.map(({ customer }) => customer.id)))
    }
    expect((await whose('customers', 'salma')).map(({ id }) => id)).toEqual([at.ids.salma])
  })

  test('found by the beginning of a name, or told again by id', async () => {
    const [salma] = await whose('customers', 'mariam', { search: 'sal' })
    expect(salma!.id).toBe(at.ids.salma)
    expect(await whose('customers', 'mariam', { id: at.ids.salma })).toEqual([salma])
    expect(await whose('customers', 'mariam', { search: 'nobody-is-called-so' })).toEqual([])
    expect(await whose('customers', 'mariam', { search: 'salma@example.com' })).toEqual([salma])
    expect(await whose('customers', 'mariam', { search: 'c@example.com' })).toEqual([])
  })

  test('whom tickets were with could not be asked for once they had left', async () => {
    const had = async (who: Character, query: object = {}) => {
      const path = `${list}/members`
      return (await call<{ items: { id: string; name: string }[] }>(await at.person(who), path, { query })).answer.items
    }
    for (const who of ['mariam', 'omar', 'salma'] as const) {
      const seen = await everyPage({ reopened: 'any' }, '200', who)
      expect(new Set((await had(who)).map(({ id }) => id))).toEqual(
        new Set(seen.flatMap(({ assignee }) => assignee.member?.id ?? [])),
      )
    }
    await at.database.primary.deleteFrom('group_member').where('user_id', '=', at.ids.omar).execute()
    expect(await had('mariam', { search: 'omar' })).toMatchObject([{ id: at.ids.omar }])
    expect(await had('mariam', { id: at.ids.omar })).toMatchObject([{ id: at.ids.omar }])
  })

  test('a customer spelled out the address of the member who had closed their ticket', async () => {
    const all = async (who: Character, what: string, search: string) =>
      (await call<{ items: unknown[] }>(await at.person(who), `${list}/${what}`, { query: { search } })).answer.items
        .length
    const renamed = async (id: string, email: string) =>
      at.database.primary.updateTable('users').set({ email }).where('id', '=', id).execute()
    await renamed(at.ids.omar, 'o.s77@desk.example')
    await renamed(at.ids.salma, 's.i88@home.example')
    for (const search of ['o', 'o.s77', 'desk', 'o.s77@', 'o.s77@desk.example', 'siddiqui desk'])
      expect([search, await all('salma', 'members', search), await all('mariam', 'members', search)]).toEqual([
        search,
        search === 'o' ? 1 : 0,
        1,
      ])
    for (const search of ['s.i88@home.example', 'home', 's.i88'])
      expect([await all('omar', 'customers', search), await all('mariam', 'customers', search)]).toEqual([0, 1])
    expect([await all('salma', 'members', 'sidd om'), await all('omar', 'customers', 'sal id')]).toEqual([1, 1])
    await renamed(at.ids.omar, 'omar@example.com')
    await renamed(at.ids.salma, 'salma@example.com')
  })

  test('organisations that such customers belong to', async () => {
    const db = at.database.primary
    const id = newId()
    await db
      .insertInto('organisation')
      .values([
        { id, name: 'Gulf Line', created_at: at.clock.now() },
        { id: newId(), name: 'Without anybody', created_at: at.clock.now() },
      ])
      .execute()
    await db.updateTable('users').set({ organisation_id: id }).where('id', '=', at.ids.salma).execute()
    expect(await whose('organisations', 'mariam')).toEqual([{ id, name: 'Gulf Line' }])
    expect(await whose('organisations', 'mariam', { search: 'gulf' })).toHaveLength(1)
    expect(await whose('organisations', 'mariam', { search: 'anybody' })).toEqual([])
    expect((await ask({ organisation: id })).items.every(({ customer }) => customer.id === at.ids.salma)).toBe(true)
  })
})

test('whoever typed a ticket’s number never saw all of its closings where there are many, or pages are short', async () => {
  const mariam = await at.person('mariam')
  const number = await at.submitted('salma', 'A matter without end')
  for (let time = 1; time <= 11; time += 1) {
    await close(at.desk, mariam, number, { reason: 'Corrected.' })
    await reopen(at.desk, mariam, number, { reason: 'Not quite.' })
  }
  const mentions = await at.submitted('salma', `As in ${number}`)
  await close(at.desk, mariam, mentions, { reason: 'Corrected.' })
  const question = { words: String(number), reopened: 'any' }
  for (const limit of ['1', '3', '11', '12', '50']) {
    const found = keys(await everyPage(question, limit))
    expect([limit, found.length, new Set(found).size]).toEqual([limit, 12, 12])
  }
})
