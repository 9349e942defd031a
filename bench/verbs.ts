import type { Ticket } from '../src/entities/ticket/ticket-tables.ts'
import type { Chance } from '../src/start/demo/chance.ts'
import type { Dataset } from './dataset.ts'
import type { Fate } from './life.ts'
import { cookieOf, type More, type Operation } from './operations.ts'

type Verb = [verb: string, from: Fate, by: 'customer' | 'desk' | 'group' | 'member', body: (ticket: Ticket) => object]

/** Submitting, and every verb on fresh tickets that have come so far. */
export function verbs({ people, texts, tickets }: Dataset, luck: Chance, more: More): Operation[] {
  const words = () => texts.plain(luck, 'message')
  const because = () => ({ reason: words() })
  const say = () => ({ text: words() })
  const all: Verb[] = [
    ['assign', 'open', 'desk', () => ({ group: luck.pick(people.groups).id })],
    ['take', 'grouped', 'group', () => ({})],
    ['give-back', 'taken', 'member', () => ({})],
    ['propose-solution', 'taken', 'member', () => ({ solution: texts.plain(luck, 'solution') })],
    ['withdraw-solution', 'inReview', 'member', because],
    ['approve-solution', 'inReview', 'desk', () => ({})],
    ['return-solution', 'inReview', 'desk', because],
    ['accept-solution', 'offered', 'customer', () => ({})],
    ['decline-solution', 'offered', 'customer', because],
    ['close', 'taken', 'desk', because],
    ['cancel', 'open', 'customer', () => ({})],
    ['mark-duplicate', 'open', 'desk', () => ({ original: luck.pick(tickets).number })],
    ['reopen', 'ends', 'desk', because],
    ['rate', 'ends', 'customer', () => ({ score: 1 + luck.below(5) })],
    ['reply', 'taken', 'customer', say],
    ['note', 'taken', 'desk', say],
    ['translate', 'taken', 'desk', () => ({ field: 'title', language: 'tr', text: 'Teslimat notu nerede' })],
  ]
  const actor = (by: Verb[2], ticket: Ticket): string => {
    if (by === 'customer') return ticket.customer_id
    if (by === 'member') return ticket.member_id!
    return by === 'desk'
      ? luck.pick(people.desk)
      : luck.pick(people.groups.find(({ id }) => id === ticket.group_id)!.members)
  }
  const submit: Operation = {
    name: 'submit',
    kind: 'write',
    asks: async (amount) =>
      Array.from({ length: amount }, () => ({
        method: 'POST',
        path: '/api/v1/tickets',
        cookie: cookieOf(people, luck.pick(people.customers)),
        body: JSON.stringify({ title: texts.plain(luck, 'title'), description: texts.plain(luck, 'description') }),
        expect: { status: 201, has: '"status":"open"' },
      })),
  }
  return [
    submit,
    ...all.map(([verb, from, by, body]): Operation => ({
      name: verb,
      kind: 'write',
      asks: async (amount) =>
        (await more(from, amount)).map((ticket) => ({
          method: 'POST',
          path: `/api/v1/tickets/${ticket.number}/${verb}`,
          cookie: cookieOf(people, actor(by, ticket)),
          body: JSON.stringify(body(ticket)),
          expect: { status: 200, has: `"number":${ticket.number},` },
        })),
    })),
  ]
}
