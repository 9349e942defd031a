import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Person } from '../entities/person/actor.ts'
import { may, type PersonsVerb } from './may.ts'
import { permissions, type Permission } from './permissions.ts'
import { reachOf, sights } from './reach.ts'
import { sees } from './sight.ts'
import type { TicketFacts } from './ticket-facts.ts'

const verbOf: Partial<Record<Permission, PersonsVerb>> = {
  'ticket.cancel': 'cancel',
  'ticket.assign': 'assign',
  'ticket.take': 'take',
  'ticket.giveBack': 'give-back',
  'ticket.close': 'close',
  'ticket.markDuplicate': 'mark-duplicate',
  'ticket.reopen': 'reopen',
  'ticket.reopenOwn': 'reopen',
  'ticket.rate': 'rate',
  'ticket.reply': 'reply',
  'ticket.note': 'note',
  'ticket.translate': 'translate',
  'ticket.setFields': 'set-fields',
  'solution.propose': 'propose-solution',
  'solution.withdraw': 'withdraw-solution',
  'solution.review': 'return-solution',
  'solution.accept': 'accept-solution',
}
const people = ['me', 'other', null] as const

const ticketOf = (customer: string | null, group: string, member: string | null): TicketFacts => ({
  number: 1001,
  customer_id: customer ?? 'stranger',
  group_id: group,
  member_id: member,
  status: 'open',
  solution_state: null,
  solution_round: null,
  asks_verdict: null,
  closed_at: null,
  rated_at: null,
  duplicate_of: null,
  answer_state: null,
  author_id: null,
})

test('what the grid says of how far a permission goes is what the rules allow, for every role', () => {
  const roles = fc.subarray([...permissions])
  fc.assert(
    fc.property(roles, fc.constantFrom(...(Object.keys(verbOf) as Permission[])), (role, permission) => {
      const only = [...sights.filter((sight) => role.includes(sight)), permission]
      const me: Person = {
        kind: 'person',
        id: 'me',
        name: 'Me',
        email: 'me@example.com',
        language: 'en',
        timeZone: 'UTC',
        permissions: new Set(only),
        groups: new Set(['mine']),
      }
      const allowed = people.flatMap((customer) =>
        ['mine', 'another'].flatMap((group) =>
          people.flatMap((member) => {
            const ticket = ticketOf(customer, group, member)
            const can = sees(me, ticket) && may(me, verbOf[permission]!, ticket, { soleReviewer: false }) === true
            return can
              ? [{ own: customer === 'me', assigned: member === 'me', groups: group === 'mine' || member === 'me' }]
              : []
          }),
        ),
      )
      const reach = reachOf(permission, only)
      if (reach === 'nowhere') expect(allowed.filter(({ own }) => !own)).toEqual([])
      else expect(allowed.length).toBeGreaterThan(0)
      if (reach === 'own') expect(allowed.every(({ own }) => own)).toBe(true)
      if (reach === 'assigned') expect(allowed.every(({ assigned }) => assigned)).toBe(true)
      // whoever translates may do so with the right to reply to their own as well
      if (reach === 'groups') expect(allowed.every(({ groups, own }) => groups || own)).toBe(true)
      if (reach === 'all') expect(allowed.some(({ own, assigned, groups }) => !own && !assigned && !groups)).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})
