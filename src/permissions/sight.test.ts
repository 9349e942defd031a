import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from '../entities/person/actor.ts'
import { system } from '../entities/person/actor.ts'
import type { Character } from '../testing/cast.server.ts'
import { openTestDesk, type TestDesk } from '../testing/desk.server.ts'
import { openStage } from '../testing/situations.server.ts'
import { sideOf, sees } from './sight.ts'
import type { TicketFacts } from './ticket-facts.ts'
import { visibleAsStaff, visibleTo } from './visible.server.ts'

let box: TestDesk
let tickets: TicketFacts[]

beforeAll(async () => {
  box = await openTestDesk()
  const stage = await openStage(box)
  const { ids, groups } = box
  for (const by of ['salma', 'pierre'] as const)
    for (const group of [null, 'documents', 'billing'] as const)
      for (const member of [null, 'omar', 'jana', 'tom'] as const) {
        const number = await box.submitted(by)
        const belongs = { documents: ['omar', 'jana'], billing: ['jana', 'tom'] }
        if (group && (!member || belongs[group].includes(member)))
          await stage.act('mariam', 'assign', number, {
            group: groups[group],
            ...(member ? { member: ids[member] } : {}),
          })
      }
  const rows = await box.database.primary.selectFrom('ticket').selectAll().execute()
  tickets = rows.map((row) => ({ ...row, author_id: null }))
})
afterAll(() => box.close())

const permissions = [
  'ticket.seeOwn',
  'ticket.seeOrganisation',
  'ticket.seeGroups',
  'ticket.seeAll',
  'ticket.reply',
  'ticket.assign',
]

test('the rule and its SQL see the same tickets, from the same side, for any rights, groups and person', async () => {
  const someone = fc.record({
    who: fc.constantFrom<Character>('salma', 'pierre', 'omar', 'jana', 'tom', 'mariam'),
    rights: fc.subarray(permissions),
    groups: fc.subarray(['supportDesk', 'documents', 'billing'] as const),
    colleagues: fc.subarray<Character>(['salma', 'pierre', 'tom']),
  })
  await fc.assert(
    fc.asyncProperty(someone, async ({ who, rights, groups, colleagues }) => {
      const actor: Person = {
        ...(await box.person(who)),
        permissions: new Set(rights),
        groups: new Set(groups.map((group) => box.groups[group])),
        colleagues: new Set(colleagues.map((each) => box.ids[each])),
      }
      expect(await found(visibleTo(actor))).toEqual(numbers(tickets.filter((ticket) => sees(actor, ticket))))
      expect(await found(visibleAsStaff(actor))).toEqual(
        numbers(tickets.filter((ticket) => sideOf(actor, ticket) === 'staff')),
      )
    }),
    { numRuns: 300 },
  )
})

test('the system sees everything as staff', async () => {
  expect(await found(visibleTo(system))).toEqual(numbers(tickets))
  expect(await found(visibleAsStaff(system))).toEqual(numbers(tickets))
})

async function found(condition: ReturnType<typeof visibleTo>): Promise<number[]> {
  const rows = await box.database.primary.selectFrom('ticket').select('number').where(condition).execute()
  return numbers(rows)
}

const numbers = (some: readonly { number: number }[]) => some.map(({ number }) => number).toSorted((a, b) => a - b)
