import type { Ticket } from '../src/entities/tables.ts'
import type { Chance } from '../src/start/demo/chance.ts'
import { sessionCookie } from '../src/users/session-cookie.server.ts'
import type { Dataset } from './dataset.ts'
import type { Ask } from './http-line.ts'
import type { People } from './people.ts'
import { plain } from './texts.ts'

export const secret = 'known to the benchmark alone, 32 signs'

export type Operation = { name: string; kind: 'read' | 'write'; asks(amount: number): Promise<Ask[]> }

/** What is measured: the requests of each operation, by people who may, over tickets that are there. */
export function operationsOn(
  { people, tickets }: Dataset,
  luck: Chance,
  untaken: (amount: number) => Promise<Ticket[]>,
): Operation[] {
  const cookie = (person: string) => cookieOf(people, person)
  const many = async (amount: number, one: () => Ask) => Array.from({ length: amount }, one)
  const get = (path: string, person: string, has: string): Ask => ({
    method: 'GET',
    path,
    cookie: cookie(person),
    expect: { status: 200, has },
  })
  const one = (person: (ticket: Ticket) => string) => (amount: number) =>
    many(amount, () => {
      const ticket = luck.pick(tickets)
      return get(`/api/v1/tickets/${ticket.number}`, person(ticket), `"number":${ticket.number},`)
    })
  return [
    { name: 'read one, as staff', kind: 'read', asks: one(() => luck.pick(people.desk)) },
    { name: 'read one, as customer', kind: 'read', asks: one((ticket) => ticket.customer_id) },
    {
      name: 'incoming list of 50',
      kind: 'read',
      asks: (amount) =>
        many(amount, () => get('/api/v1/queries/incoming-requests', luck.pick(people.desk), '"items":[{"number"')),
    },
    {
      name: 'my requests',
      kind: 'read',
      asks: (amount) =>
        many(amount, () => get('/api/v1/queries/my-tickets', luck.pick(tickets).customer_id, '"items":[{"number"')),
    },
    {
      name: 'submit',
      kind: 'write',
      asks: (amount) =>
        many(amount, () => ({
          method: 'POST',
          path: '/api/v1/tickets',
          cookie: cookie(luck.pick(people.customers)),
          body: JSON.stringify({ title: plain(luck, 7), description: plain(luck, 60) }),
          expect: { status: 201, has: '"status":"open"' },
        })),
    },
    {
      name: 'take',
      kind: 'write',
      asks: async (amount) =>
        (await untaken(amount)).map((ticket) => ({
          method: 'POST',
          path: `/api/v1/tickets/${ticket.number}/take`,
          cookie: cookie(luck.pick(people.groups.find(({ id }) => id === ticket.group_id)!.members)),
          body: '',
          expect: { status: 200, has: `"number":${ticket.number},` },
        })),
    },
  ]
}

const cookieOf = (people: People, person: string): string =>
  sessionCookie(people.tokens.get(person)!, { secret, secure: false }).split(';')[0]!
