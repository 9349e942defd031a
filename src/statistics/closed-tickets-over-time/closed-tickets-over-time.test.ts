import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDesk, refusalOf, type TestDesk } from '../../testing/desk.server.ts'
import type { Character } from '../../testing/cast.server.ts'
import { callsTo } from '../../testing/call-endpoint.server.ts'
import { acceptSolution } from '../../workflow/accept-solution.server.ts'
import { approveSolution } from '../../workflow/approve-solution.server.ts'
import { assign } from '../../workflow/assign.server.ts'
import { close } from '../../workflow/close.server.ts'
import { markDuplicate } from '../../workflow/mark-duplicate.server.ts'
import { proposeSolution } from '../../workflow/propose-solution.server.ts'
import { rate } from '../../workflow/rate.server.ts'
import { reopen } from '../../workflow/reopen.server.ts'
import { foldFigures } from '../fold-figures.write.server.ts'
import { statisticsEndpoints } from '../statistics-endpoints.server.ts'
import { verifyFigures } from '../verify-figures.server.ts'
import type { Statistic } from './closed-tickets-over-time.ts'

// Cairo sets its clocks forward at midnight of 24 April 2026: that day has 23 hours and begins at 22:00 UTC of the 23rd.
const address = 'GET /api/v1/statistics/closed-tickets-over-time'
let at: TestDesk
let call: ReturnType<typeof callsTo>

const ask = async (query: object, who: Character = 'mariam') =>
  (await call<Statistic>(await at.person(who), address, { query })).answer

beforeAll(async () => {
  at = await openTestDesk()
  call = callsTo(at.desk, statisticsEndpoints)
  await at.setSettings({ timeZone: 'Africa/Cairo', firstDayOfWeek: 6 })
  await tellTheStory(at)
  await foldFigures(at.desk)
})
afterAll(() => at.close())

/** Four requests before and after the midnight at which summer time begins; one comes back a month later. */
async function tellTheStory({ desk, clock, groups, ids, person, submitted }: TestDesk): Promise<void> {
  const [mariam, lina, salma] = [await person('mariam'), await person('lina'), await person('salma')]
  clock.set(new Date('2026-04-23T18:00:00Z'))
  const late = await submitted()
  const accepted = await submitted()
  const double = await submitted('pierre')
  await assign(desk, mariam, accepted, { group: groups.documents, member: ids.omar })
  await proposeSolution(desk, await person('omar'), accepted, { solution: 'Here is the link.' })
  await approveSolution(desk, lina, accepted)
  clock.set(new Date('2026-04-23T21:59:00Z')) // 23:59 there
  await close(desk, mariam, late, { reason: 'It is done.' })
  clock.set(new Date('2026-04-23T22:00:00Z')) // 01:00 of the 24th there
  await acceptSolution(desk, salma, accepted)
  await markDuplicate(desk, mariam, double, { original: late })
  await submitted('pierre')
  clock.set(new Date('2026-05-02T10:00:00Z'))
  await rate(desk, salma, accepted, { score: 4 })
  await reopen(desk, mariam, late, { reason: 'It came back.' })
}

describe('by day', () => {
  test('a point is a day of the organisation, also where it has 23 hours', async () => {
    const { points, timeZone, counting } = await ask({ from: '2026-04-23', to: '2026-04-24' })
    expect({ timeZone, counting }).toEqual({ timeZone: 'Africa/Cairo', counting: false })
    expect(points).toMatchObject([
      {
        ...{ starts: '2026-04-23', from: '2026-04-22T22:00:00.000Z', to: '2026-04-23T22:00:00.000Z' },
        ...{ opened: 3, reopened: 0, closed: 1, duplicates: 0, backlog: 2, ratings: 0, ratingAverage: null },
      },
      {
        ...{ starts: '2026-04-24', from: '2026-04-23T22:00:00.000Z', to: '2026-04-24T21:00:00.000Z' },
        ...{ opened: 1, reopened: 0, closed: 1, duplicates: 1, backlog: 1, ratings: 1, ratingAverage: 4 },
      },
    ])
    expect(Math.round(points[0]!.resolutionMedian! / 60)).toBe(239)
    expect(points[1]!.resolutionMedian! / 60).toBeCloseTo(240, 0)
  })

  test('days on which nothing happened are there, and keep the backlog', async () => {
    const { points, totals, before } = await ask({ from: '2026-04-25', to: '2026-05-02' })
    expect(points).toHaveLength(8)
    expect(points.slice(0, 7).every((point) => point.closed === 0 && point.backlog === 1)).toBe(true)
    expect(points.at(-1)).toMatchObject({ reopened: 1, backlog: 2 })
    expect(totals).toMatchObject({ reopened: 1, closed: 0, backlog: 2, ratingAverage: null })
    expect(before).toMatchObject({ opened: 4, closed: 2, duplicates: 1, backlog: 1, ratings: 1, ratingAverage: 4 })
  })

  test('nothing of the future is shown', async () => {
    const { points } = await ask({ from: '2026-05-01', to: '2026-12-31' })
    expect(points.at(-1)!.starts).toBe('2026-05-02')
  })

  test('days that are to come were refused as if they ended before they began', async () => {
    const { points } = await ask({ from: '2026-12-01' })
    expect(points).toMatchObject([{ starts: '2026-12-01', opened: 0, closed: 0 }])
  })
})

test('weeks begin on the organisation’s first day, months on the first', async () => {
  const weeks = await ask({ from: '2026-04-23', to: '2026-04-29', by: 'week' })
  expect(weeks.points.map(({ starts, opened, closed }) => [starts, opened, closed])).toEqual([
    ['2026-04-18', 4, 2],
    ['2026-04-25', 0, 0],
  ])
  const months = await ask({ from: '2026-04-23T21:00:00Z', to: '2026-05-01', by: 'month' })
  expect(
    months.points.map(({ starts, to, closed, reopened, backlog }) => [starts, to, closed, reopened, backlog]),
  ).toEqual([
    ['2026-04-01', '2026-04-30T21:00:00.000Z', 2, 0, 1],
    ['2026-05-01', '2026-05-31T21:00:00.000Z', 0, 1, 2],
  ])
})

test('split by group and by representative, the parts carry who had the ticket when it closed', async () => {
  const range = { from: '2026-04-23', to: '2026-04-24' }
  const [first, second] = (await ask({ ...range, split: 'group' })).points
  expect(first!.splits).toMatchObject([
    { name: 'Documents', opened: 0, moved: 1, closed: 0, backlog: 1 },
    { name: 'Support Desk', opened: 3, moved: -1, closed: 1, backlog: 1 },
  ])
  expect(second!.splits).toMatchObject([
    { name: 'Documents', closed: 1, backlog: 0, ratingAverage: 4 },
    { name: 'Support Desk', opened: 1, closed: 0, duplicates: 1, backlog: 1, ratingAverage: null },
  ])
  const people = await ask({ ...range, split: 'representative' })
  expect(people.points[1]!.splits).toMatchObject([{ id: at.ids.omar, name: 'Omar Siddiqui', closed: 1, ratings: 1 }])
})

test('what several ask at once is read once, and anew as soon as a closing is counted', async () => {
  const range = { from: '2026-05-01', to: '2026-05-02' }
  const [first, second] = await Promise.all([ask(range), ask(range)])
  expect(first).toBe(second)
  const number = await at.submitted()
  await close(at.desk, await at.person('mariam'), number, { reason: 'It is done.' })
  expect(await ask(range), 'not counted yet').toBe(first)
  await foldFigures(at.desk)
  expect((await ask(range)).totals).toMatchObject({ opened: first.totals.opened + 1, closed: first.totals.closed + 1 })
  await foldFigures(at.desk)
  expect(await ask(range), 'nothing new to count').toBe(await ask(range))
})

describe('rights', () => {
  test('customers and representatives see nothing unless their role says so', async () => {
    for (const who of ['salma', 'omar'] as const)
      expect(await refusalOf(ask({}, who))).toMatchObject({
        code: 'notAllowed',
        details: { variables: { permission: 'statistics.read' } },
      })
  })

  test('whose role says so, but who does not see all tickets, sees the figures of their groups and of themselves', async () => {
    const omar = await at.person('omar')
    const reading = { ...omar, permissions: new Set([...omar.permissions, 'statistics.read']) }
    const asked = async (query: object) => (await call<Statistic>(reading, address, { query })).answer
    const range = { from: '2026-04-23', to: '2026-04-24' }
    const { points } = await asked({ ...range, split: 'group' })
    expect(points.map(({ opened, closed, backlog }) => [opened, closed, backlog])).toEqual([
      [0, 0, 1],
      [0, 1, 0],
    ])
    expect(points[1]!.splits).toMatchObject([{ name: 'Documents' }])
    expect(points[1]!.splits).toHaveLength(1)
    expect((await asked({ ...range, split: 'representative' })).points[1]!.splits).toMatchObject([
      { name: 'Omar Siddiqui' },
    ])
    expect(await refusalOf(asked({ ...range, group: at.groups.billing }))).toMatchObject({ code: 'notFound' })
  })

  test('who sees everything without the right to figures of people sees of people only themselves', async () => {
    const mariam = await at.person('mariam')
    const range = { from: '2026-04-23', to: '2026-04-24', split: 'representative' }
    const named = async (without: string) => {
      const reading = { ...mariam, permissions: new Set([...mariam.permissions].filter((each) => each !== without)) }
      const { points } = (await call<Statistic>(reading, address, { query: range })).answer
      return points.flatMap(({ splits = [] }) => splits.map(({ name }) => name))
    }
    expect(await named('nothing')).toContain('Omar Siddiqui')
    expect(await named('statistics.people')).not.toContain('Omar Siddiqui')
  })

  test('what cannot be asked is said by its field', async () => {
    const wrong = [
      { from: '2026-02-30' },
      { from: '2026-05-02', to: '2026-05-01' },
      { from: '1990-01-01' },
      { by: 'year' },
      { group: at.groups.documents, split: 'representative' },
      { colour: 'red' },
    ]
    for (const query of wrong)
      expect({ query, ...(await refusalOf(ask(query))) }).toMatchObject({ query, code: 'invalidFields' })
  })
})

test('a changed time zone is counted anew, and said until it is', async () => {
  await at.setSettings({ timeZone: 'Asia/Tokyo' })
  const range = { from: '2026-04-23', to: '2026-04-24' }
  expect(await ask(range)).toMatchObject({ timeZone: 'Africa/Cairo', counting: true })
  await foldFigures(at.desk)
  const counted = await ask(range)
  expect(counted).toMatchObject({ timeZone: 'Asia/Tokyo', counting: false })
  expect(counted.points.map(({ opened, closed }) => [opened, closed])).toEqual([
    [0, 0],
    [4, 2],
  ])
})

test('changes and workers at once lose nothing and count nothing twice', async () => {
  const { desk, submitted, person } = at
  const mariam = await person('mariam')
  const work = Array.from({ length: 24 }, async (_, index) => {
    const number = await submitted(index % 2 ? 'salma' : 'pierre')
    if (index === 12) await at.setSettings({ timeZone: 'America/New_York' })
    await close(desk, mariam, number, { reason: 'It is done.' })
  })
  let going = true
  const workers = [1, 2, 3].map(async () => {
    while (going) await foldFigures(desk)
  })
  await Promise.all(work)
  going = false
  await Promise.all(workers)
  await foldFigures(desk)
  expect(await verifyFigures(at.database.primary)).toEqual([])
  expect(await at.database.primary.selectFrom('figure_delta').select('seq').execute()).toEqual([])
})
