import type { Ticket } from '../src/entities/ticket/ticket-tables.ts'
import type { Chance } from '../src/start/demo/chance.ts'
import { sorts } from '../src/queries/closed-tickets/closed-tickets.ts'
import { sessionCookie } from '../src/users/sign-in/session-cookie.server.ts'
import { goingShare, type Dataset } from './dataset.ts'
import type { Ask } from './http-line.ts'
import type { Fate } from './life.ts'
import type { People } from './people.ts'
import { commonWords, rareWords } from './texts.ts'
import { verbs } from './verbs.ts'

export const secret = 'known to the benchmark alone, 32 signs'

export type Operation = {
  name: string
  kind: 'read' | 'write' | 'heavy'
  asks(amount: number): Promise<Ask[]>
  /** Only requests whose first page is full count: a page of four rows is no measure for one of fifty. */
  fullPages?: boolean
}
export type More = (fate: Fate, amount: number) => Promise<Ticket[]>

/** What is measured: the requests of each operation, by people who may, over tickets that are there. Reads come first. */
export function operationsOn(size: number, dataset: Dataset, luck: Chance, more: More): Operation[] {
  const { people, tickets } = dataset
  const get = (path: string, person: string, has: string): Ask => ({
    method: 'GET',
    path,
    cookie: cookieOf(people, person),
    expect: { status: 200, has },
  })
  const read = (name: string, one: () => Ask, kind: Operation['kind'] = 'read'): Operation => ({
    name,
    kind,
    asks: async (amount) => Array.from({ length: amount }, one),
  })
  const desk = () => luck.pick(people.desk)
  // people whose lists fill their first page at whichever size: of the busiest group, and who ask most
  const representative = () => luck.pick(people.groups[0]!.members)
  const regular = () => luck.pick(people.customers.slice(0, 4))
  const ticket = () => luck.pick(tickets)
  const ofTicket = ({ number }: Ticket, path: string, person: string, has: string) =>
    get(`/api/v1/tickets/${number}${path}`, person, has)
  const closed = (query: string, has = '"items":[') => get(`/api/v1/queries/closed-tickets?${query}`, desk(), has)
  const searched = (language: 'en' | 'ar', word: string) => closed(`words=${encodeURIComponent(word)}`)
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
  const graph = (piece: string, ago = 0) => {
    const range = `from=${day(729 + ago)}&to=${day(ago)}&by=day`
    return get(
      `/api/v1/statistics/closed-tickets-over-time${piece}${range}`,
      desk(),
      piece === '?' ? '"points":[' : '"parts":[',
    )
  }
  // at a million a day has some 1,300 closings; as many at every size
  const days = Math.max(1, Math.round((1_300 * 715) / (size * (1 - goingShare(size)))))
  const month = day(60).slice(0, 7)

  return [
    read('who is it (session check)', () => get('/api/v1/me', desk(), '"name":"Person')),
    read('read one, as staff', () => {
      const one = ticket()
      return ofTicket(one, '', desk(), `"number":${one.number},`)
    }),
    read('read one, as customer', () => {
      const one = ticket()
      return ofTicket(one, '', one.customer_id, `"number":${one.number},`)
    }),
    read('a ticket’s page, all of it', () => {
      const one = ticket()
      const person = desk()
      const parts = [
        ofTicket(one, '/conversation', person, '"items":['),
        ofTicket(one, '/history', person, '"items":['),
        get('/api/v1/me', person, '"name"'),
        get('/api/v1/queries/incoming-requests/counts', person, '{'),
        get('/api/v1/notices?limit=20', person, '"unread"'),
      ]
      return { ...ofTicket(one, '', person, `"number":${one.number},`), afterwards: parts }
    }),
    ...(['new', 'mine', 'myGroups', 'toReview', 'waitingForCustomer', 'customerAnswered', 'allOpen'] as const).map(
      (queue) =>
        read(`queue ${queue}`, () =>
          get(
            `/api/v1/queries/incoming-requests?queue=${queue}`,
            queue.startsWith('m') ? representative() : desk(),
            '"items":[',
          ),
        ),
    ),
    read('counts of all queues', () => get('/api/v1/queries/incoming-requests/counts', desk(), '{')),
    read('my requests', () => get('/api/v1/queries/my-tickets', regular(), '"items":[{"number"')),
    read('closed tickets', () => closed('limit=50', '"items":[{"number"')),
    read('closed tickets, two filters', () => closed(`group=${luck.pick(people.groups).id}&score=5`)),
    withFullPages(read('closed tickets, any two filters', () => closed(anyTwo(dataset, luck, day).join('&')))),
    withFullPages(
      read('closed tickets, any two, any order', () =>
        closed([...anyTwo(dataset, luck, day), `sort=${luck.pick(sorts)}`].join('&')),
      ),
    ),
    read('search, common word (en)', () => searched('en', commonWords['en']!), 'heavy'),
    read('search, common word (ar)', () => searched('ar', commonWords['ar']!), 'heavy'),
    read('search, rare word (en)', () => searched('en', rareWords['en']!), 'heavy'),
    read('search, rare word (ar)', () => searched('ar', rareWords['ar']!), 'heavy'),
    read('search, no hit', () => searched('en', 'xylophone'), 'heavy'),
    read('graph of a year by month', () =>
      get(
        `/api/v1/statistics/closed-tickets-over-time?from=${day(364)}&to=${day(0)}&by=month&split=group`,
        desk(),
        '"points":[',
      ),
    ),
    read('graph of two years by day', () => graph('?')),
    // of which nothing is remembered: as if a ticket had closed before each asking
    read('graph of two years by day, read anew', () => graph('?', luck.below(400))),
    ...(['group', 'representative'] as const).map((split) =>
      read(`graph of two years by day, its parts by ${split}`, () => graph(`/parts?split=${split}&`), 'heavy'),
    ),
    read('monthly report', () => get(`/api/v1/reports/monthly-performance/${month}`, desk(), '"'), 'heavy'),
    read('notices', () => get('/api/v1/notices?limit=20', regular(), '"items":[')),
    read(
      'export of a thousand rows, CSV',
      () => get(`/api/v1/queries/closed-tickets.csv?closedFrom=${day(100 + days)}&closedTo=${day(101)}`, desk(), ''),
      'heavy',
    ),
    ...verbs(dataset, luck, more),
  ]
}

const withFullPages = (operation: Operation): Operation => ({ ...operation, fullPages: true })

/** Two of the filters of closed tickets, with what a desk would give them. */
function anyTwo({ people, tickets }: Dataset, luck: Chance, day: (ago: number) => string): string[] {
  const group = luck.pick(people.groups)
  const ago = 20 + luck.below(600)
  const one = luck.pick(tickets)
  const filters = [
    `closedFrom=${day(ago)}`,
    `closedTo=${day(ago)}`,
    `openedFrom=${day(ago)}`,
    `openedTo=${day(ago)}`,
    `number=${one.number}`,
    `group=${group.id}`,
    `member=${luck.pick(group.members)}`,
    `customer=${one.customer_id}`,
    `score=${luck.pick(['1', '2', '3', '4', '5', 'none'])}`,
    `ended=${luck.pick(['accepted', 'silence', 'desk', 'cancelled'])}`,
    `reopened=${luck.pick(['yes', 'any'])}`,
  ]
  const first = luck.below(filters.length)
  const second = (first + 1 + luck.below(filters.length - 1)) % filters.length
  return [filters[first]!, filters[second]!]
}

export const cookieOf = (people: People, person: string): string =>
  sessionCookie(people.tokens.get(person)!, { secret, secure: false }).split(';')[0]!
