import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { history } from '../queries/one-ticket/history.server.ts'
import type { Character } from '../testing/cast.server.ts'
import { openTestDesk, type TestDesk } from '../testing/desk.server.ts'
import { openStage, situations, type Stage } from '../testing/situations.server.ts'
import { customerPath, originalPath } from './customer-path.ts'
import { staffPath } from './path.ts'

let box: TestDesk
let stage: Stage
beforeAll(async () => {
  box = await openTestDesk()
  stage = await openStage(box)
})
afterAll(() => box.close())

const seen = async (who: Character, number: number) => ({
  ticket: await box.seenBy(who, number),
  events: (await history(box.desk, await box.person(who), number, {})).items,
})
const ours = async (number: number) => {
  const { ticket, events } = await seen('mariam', number)
  return staffPath(ticket, events)
}
const theirs = async (number: number) => {
  const { ticket, events } = await seen('salma', number)
  return customerPath(ticket, events)
}
const told = (path: Awaited<ReturnType<typeof ours>>) =>
  path.steps.map(
    ({ lane, kind, doing, passedOn }) => `${lane} ${kind} ${kind === 'todo' ? doing : (passedOn ?? doing)}`,
  )
const drawn = (path: ReturnType<typeof customerPath>) =>
  path.steps.map(({ lane, station, kind, quiet }) => `${lane} ${kind} ${station}${quiet ? ' quietly' : ''}`)

describe('staff', () => {
  test('see a returned answer as a zigzag, and who has it now', async () => {
    const path = await ours(await stage.ticketIn('returned'))
    expect(told(path)).toEqual([
      'customer done submitted',
      'desk done assigned',
      'representative done proposed',
      'desk returned returned',
      'representative now reworking',
      'desk todo reviewing',
      'customer todo deciding',
      'customer todo ended',
    ])
    expect(path.ball).toMatchObject({ lane: 'representative', holder: { name: 'Omar Siddiqui' }, after: 'returned' })
    expect(path.lanes.map(({ holder }) => holder?.name ?? null)).toEqual(['Salma Idris', null, 'Omar Siddiqui'])
    expect(path.cameBack).toBe(1)
  })

  test('see a group that has yet to say who', async () => {
    const path = await ours(await stage.ticketIn('untaken'))
    expect(path.ball).toMatchObject({ lane: 'representative', holder: { name: 'Documents' }, after: 'assigned' })
  })

  test('see nobody named before somebody works on it', async () => {
    const path = await ours(await stage.ticketIn('open'))
    expect(told(path)).toEqual([
      'customer done submitted',
      'desk now firstLook',
      'representative todo working',
      'desk todo reviewing',
      'customer todo deciding',
      'customer todo ended',
    ])
    expect(path.lanes[2]).toEqual({ key: 'representative', holder: null })
  })

  test('see that the customer wrote instead of deciding', async () => {
    const path = await ours(await stage.ticketIn('answered'))
    expect(told(path).slice(4)).toEqual([
      'customer done answered',
      'representative now answering',
      'desk todo reviewing',
      'customer todo deciding',
      'customer todo ended',
    ])
  })

  test('see each hand that took it over in the same lane', async () => {
    const number = await stage.ticketIn('taken')
    await stage.act('omar', 'give-back', number)
    const path = await ours(number)
    expect(path.steps.filter(({ lane, kind }) => lane === 'representative' && kind !== 'todo')).toMatchObject([
      { holder: { name: 'Omar Siddiqui' }, passedOn: 'givenBack' },
      { holder: { name: 'Documents' }, kind: 'now' },
    ])
  })

  test('see a reopened ticket go on behind its first end', async () => {
    const number = await stage.ticketIn('accepted')
    await stage.act('salma', 'reopen', number, { reason: 'It stopped again.' })
    expect(told(await ours(number)).slice(-6)).toEqual([
      'customer done accepted',
      'customer returned reopened',
      'representative now reworking',
      'desk todo reviewing',
      'customer todo deciding',
      'customer todo ended',
    ])
  })

  test('see nothing to come where nothing is reviewed', async () => {
    const { ticket, events } = await seen('mariam', await stage.ticketIn('taken'))
    const ahead = staffPath(ticket, events, { review: false }).steps.filter(({ kind }) => kind === 'todo')
    expect(ahead.map(({ doing }) => doing)).toEqual(['deciding', 'ended'])
  })
})

describe('a customer', () => {
  test('sees nothing of what the desk does among itself', async () => {
    for (const situation of ['taken', 'inReview', 'returned', 'withdrawn'] as const)
      expect(drawn(await theirs(await stage.ticketIn(situation)))).toEqual([
        'you done writing',
        'us done open',
        'us now inProgress',
        'you todo responded',
        'you todo closed',
      ])
  })

  test('has the ball when the answer is ready', async () => {
    const path = await theirs(await stage.ticketIn('offered'))
    expect(drawn(path)).toEqual([
      'you done writing',
      'us done open',
      'us done inProgress',
      'you now responded',
      'you todo closed',
    ])
    expect(path.ball).toMatchObject({ lane: 'you', station: 'responded' })
  })

  test('sees that what they declined came back to us', async () => {
    const path = await theirs(await stage.ticketIn('declined'))
    expect(drawn(path)).toEqual([
      'you done writing',
      'us done open quietly',
      'you returned responded quietly',
      'us now inProgress',
      'you todo responded',
      'you todo closed',
    ])
    expect(path.cameBack).toBe('declined')
  })

  test('sees that we read what they wrote', async () => {
    const path = await theirs(await stage.ticketIn('answered'))
    expect(path.ball).toMatchObject({ lane: 'us', station: 'answered' })
    expect(drawn(path).at(-3)).toBe('us now answered')
  })

  test('who came back often sees the last way only', async () => {
    const number = await stage.ticketIn('declined')
    for (let round = 0; round < 3; round++) {
      await stage.act('omar', 'propose-solution', number, { solution: 'Once more.' })
      await stage.act('mariam', 'approve-solution', number)
      await stage.act('salma', 'decline-solution', number, { reason: 'Not yet.' })
    }
    expect((await theirs(number)).steps).toHaveLength(6)
  })

  test('whose request ended early sees the end behind the last station reached', async () => {
    const path = await theirs(await stage.ticketIn('cancelledOpen'))
    expect(drawn(path)).toEqual(['you done writing', 'us done open', 'you end closed'])
    expect(path).toMatchObject({ ball: null, ended: 'cancelled' })
  })

  test('of a joined request sees how far the original is', () => {
    const original = { number: 7, status: 'responded', since: '2026-03-02T09:00:00Z' } as const
    const path = originalPath({ original, offeredByOriginal: { state: 'offered' } })
    expect(drawn(path)).toEqual([
      'you done writing',
      'us done open',
      'us done inProgress',
      'you now responded',
      'you todo closed',
    ])
    expect(path.ball?.lane).toBe('you')
    expect(originalPath({ original: { ...original, status: 'closed' }, offeredByOriginal: null }).ball).toBeNull()
  })

  test('who said yes to the answer of another request has no ball any more while that one waits for its own customer', () => {
    const original = { number: 7, status: 'responded', since: '2026-03-02T09:00:00Z' } as const
    for (const state of ['accepted', 'shown'] as const) {
      const path = originalPath({ original, offeredByOriginal: { state } })
      expect(path.ball).toBeNull()
      expect(drawn(path).slice(-2)).toEqual(['you done responded', 'you todo closed'])
    }
  })
})

test.each(situations)('%s: whoever the ticket waits for has the ball, on both sides', async (situation) => {
  const number = await stage.ticketIn(situation)
  const { ticket } = await seen('mariam', number)
  const [staff, customer] = [await ours(number), await theirs(number)]
  const lanes = { desk: 'desk', review: 'desk', representative: 'representative', customer: 'customer', nobody: null }
  expect(staff.ball?.lane ?? null).toBe(lanes[ticket.waiting.for])
  expect(staff.ball?.since ?? null).toBe(staff.ball && ticket.waiting.since)
  expect(customer.ball === null).toBe(ticket.closedAt !== null)
  expect(customer.ball?.lane === 'you').toBe(ticket.waiting.for === 'customer')
  for (const { steps } of [staff, customer])
    expect(steps.filter(({ kind }) => kind === 'now' || kind === 'end')).toHaveLength(1)
  const gone = staff.steps.filter(({ from }) => from !== null)
  expect(gone.slice(1).map(({ from }) => from)).toEqual(gone.slice(0, -1).map(({ to }) => to))
})
