import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '../../entities/person/actor.ts'
import type { Ticket } from '../../entities/ticket/ticket-tables.ts'
import type { Character } from '../../testing/cast.server.ts'
import { openTestDesk, type TestDesk } from '../../testing/desk.server.ts'
import { openStage, situations, type Stage } from '../../testing/situations.server.ts'
import { readCursor } from '../keyset.ts'
import { incomingRequests } from './incoming-requests.server.ts'
import { queueCounts } from './queue-counts.server.ts'
import { queues, type Queue } from './queues.ts'

let box: TestDesk
let stage: Stage
let all: Ticket[]

beforeAll(async () => {
  box = await openTestDesk()
  stage = await openStage(box)
  for (const situation of situations) await stage.ticketIn(situation)
  // work of the others, and some that lies with the desk itself
  const { groups, ids } = box
  const give = async (group: string, member?: string) =>
    stage.act('mariam', 'assign', await box.submitted('pierre'), { group, ...(member ? { member } : {}) })
  await give(groups.billing)
  await give(groups.billing, ids.tom)
  await give(groups.documents, ids.jana)
  await give(groups.supportDesk)
  await give(groups.supportDesk, ids.lina)
  all = await box.database.primary.selectFrom('ticket').selectAll().execute()
})
afterAll(() => box.close())

const readers: Character[] = ['omar', 'jana', 'tom', 'mariam', 'lina', 'adam', 'salma']

describe.each(readers)('the queues of %s', (who) => {
  test.each(queues)('%s, page by page, longest waiting first, nothing twice and nothing missed', async (queue) => {
    const actor = await box.person(who)
    const expected = all
      .filter((ticket) => isStaffFor(who, ticket) && isIn(queue, who, ticket))
      .toSorted((a, b) => a.waiting_since.getTime() - b.waiting_since.getTime() || a.number - b.number)
      .map(({ number }) => number)
    for (const limit of [1, 3, 200]) expect(await everyPage(actor, { queue }, limit)).toEqual(expected)
    expect((await queueCounts(box.desk, actor))[queue]).toBe(expected.length)
  })
})

test('of tickets that a page shows already it is said which are still in the queue', async () => {
  const lina = await box.person('lina')
  const open = all.filter((ticket) => ticket.closed_at === null).map(({ number }) => number)
  const asked = [open[0]!, open[3]!, ...all.filter((ticket) => ticket.closed_at !== null).map(({ number }) => number)]
  const { items } = await incomingRequests(box.desk, lina, { queue: 'allOpen', numbers: asked, limit: 100 })
  expect(items.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual([open[0], open[3]])
})

test('the filters say what they filter', async () => {
  const lina = await box.person('lina')
  const shown = (keep: (ticket: Ticket) => boolean) =>
    all.filter((ticket) => ticket.closed_at === null && keep(ticket)).map(({ number }) => number)
  const { groups, ids } = box
  const same = (got: number[], wanted: number[]) => expect(new Set(got)).toEqual(new Set(wanted))
  same(
    await everyPage(lina, { group: groups.billing }, 2),
    shown((ticket) => ticket.group_id === groups.billing),
  )
  same(
    await everyPage(lina, { member: ids.omar }, 2),
    shown((ticket) => ticket.member_id === ids.omar),
  )
  same(
    await everyPage(lina, { waiting: 'customer' }, 2),
    shown((ticket) => ticket.waiting_for === 'customer'),
  )
})

test('a list that changes between two pages repeats nothing', async () => {
  const mariam = await box.person('mariam')
  const first = await incomingRequests(box.desk, mariam, { limit: 3 })
  await box.submitted('pierre')
  const rest = await incomingRequests(box.desk, mariam, { limit: 200, after: readCursor(first.next!)! })
  const numbers = [...first.items, ...rest.items].map(({ number }) => number)
  expect(new Set(numbers).size).toBe(numbers.length)
})

async function everyPage(
  actor: Person,
  filter: Parameters<typeof incomingRequests>[2],
  limit: number,
): Promise<number[]> {
  const numbers: number[] = []
  let after: ReturnType<typeof readCursor>
  for (;;) {
    const page = await incomingRequests(box.desk, actor, { ...filter, limit, ...(after ? { after } : {}) })
    expect(page.items.length).toBeLessThanOrEqual(limit)
    numbers.push(...page.items.map(({ number }) => number))
    if (page.next === null) return numbers
    after = readCursor(page.next)
  }
}

/** By hand: whom the cast is. */
function isStaffFor(who: Character, ticket: Ticket): boolean {
  const { groups, ids } = box
  if (['mariam', 'lina', 'adam'].includes(who)) return true
  const groupsOf: Partial<Record<Character, string[]>> = {
    omar: [groups.documents],
    jana: [groups.documents, groups.billing],
    tom: [groups.billing],
  }
  return (groupsOf[who] ?? []).includes(ticket.group_id) || (who !== 'salma' && ticket.member_id === ids[who])
}

function isIn(queue: Queue, who: Character, ticket: Ticket): boolean {
  const { groups, ids } = box
  if (!['open', 'inProgress', 'responded'].includes(ticket.status)) return false
  const mine: Partial<Record<Character, string[]>> = {
    omar: [groups.documents],
    jana: [groups.documents, groups.billing],
    tom: [groups.billing],
    mariam: [groups.supportDesk],
    lina: [groups.supportDesk],
  }
  switch (queue) {
    case 'new':
      return ticket.status === 'open'
    case 'mine':
      return ticket.member_id === ids[who]
    case 'myGroups':
      return (mine[who] ?? []).includes(ticket.group_id)
    case 'toReview':
      return ticket.status === 'inProgress' && ticket.solution_state === 'inReview'
    case 'waitingForCustomer':
      return ticket.status === 'responded' && !ticket.answered
    case 'customerAnswered':
      return ticket.answered
    case 'allOpen':
      return true
  }
}
