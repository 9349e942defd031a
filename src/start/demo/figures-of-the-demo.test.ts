// @module-tag long
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobody } from '../../statistics/places.server.ts'
import { closedTicketsOverTime } from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.server.ts'
import { expectFiguresOfEvents } from '../../statistics/testing/expect-figures.server.ts'
import { openIndependentFigures } from '../../statistics/testing/independent-figures.server.ts'
import { verifyFigures } from '../../statistics/verify-figures.server.ts'
import { makeReport } from '../../reports/monthly-performance/make-report.write.server.ts'
import { readReport } from '../../reports/monthly-performance/read-report.server.ts'
import { cloneDatabase } from '../../testing/postgres.server.ts'
import { loadPerson } from '../../users/sign-in/session.server.ts'
import { openDatabase } from '../../server/db/database.server.ts'
import { openDesk, type Desk } from '../../events/desk.server.ts'
import { writeBuiltInRoles } from '../../permissions/built-in-roles.write.server.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Person } from '../../entities/person/actor.ts'
import { makeDemo } from './make.server.ts'

type Row = Record<string, unknown>

let desk: Desk
let close: () => Promise<void>
let independent: Awaited<ReturnType<typeof openIndependentFigures>>
let reader: Person
let calendar: { timeZone: string; firstDayOfWeek: number }

beforeAll(async () => {
  const clone = await cloneDatabase()
  const database = openDatabase<Tables>({ url: clone.url, connections: 8 })
  await writeBuiltInRoles(database.primary)
  const clock = { now: () => new Date('2026-11-18T10:00:00Z') }
  desk = openDesk({ database, clock, listeners: () => [], enqueue: async () => {}, committed: () => {} })
  await makeDemo(desk, () => {})
  independent = await openIndependentFigures(clone.url)
  close = async () => {
    await independent.close()
    await database.close()
    await clone.drop()
  }
  const [state] = await independent.rows('select time_zone, first_day_of_week from figure_state')
  calendar = { timeZone: state!.time_zone as string, firstDayOfWeek: state!.first_day_of_week as number }
  const [mariam] = await independent.rows(`select id from users where email like 'mariam@%'`)
  reader = (await loadPerson(database.primary, mariam!.id as string)) as Person
})
afterAll(() => close?.())

test('every cell of the demo is what its events say', async () => {
  await expectFiguresOfEvents(independent, calendar.timeZone, calendar.firstDayOfWeek)
  expect(await verifyFigures(desk.database.primary)).toEqual([])
})

test('the graph of the demo shows, day by day, what its events say', async () => {
  const { points } = await closedTicketsOverTime(desk, reader, { from: '2026-01-01', to: '2026-11-18', by: 'day' })
  const told = await flowsOfAll('day')
  expect(points.reduce((sum, { closed }) => sum + closed, 0)).toBeGreaterThan(100)
  for (const point of points) {
    const row = told.get(point.starts)
    const stars = [1, 2, 3, 4, 5].map((score) => Number(row?.[`rated_${score}`] ?? 0))
    const ratings = stars.reduce((all, some) => all + some, 0)
    expect(point).toMatchObject({
      ...counts(row, ['opened', 'reopened', 'closed', 'duplicates']),
      ratings,
      ratingAverage:
        ratings > 0
          ? expect.closeTo(stars.reduce((all, some, index) => all + some * (index + 1), 0) / ratings, 9)
          : null,
      firstResponseMedian: near(row?.['response_median']),
      resolutionMedian: near(row?.['resolution_median']),
    })
  }
  for (const point of [points[40]!, points[200]!, points.at(-1)!])
    expect(point.backlog).toBe(sum(Object.values(await standingOf(point.starts))))
})

test('the reports of the demo hold, for all, each group and each representative, what its events say', async () => {
  const months = ['2026-03', '2026-08', '2026-10']
  for (const month of months) {
    await makeReport(desk, reader, month)
    const report = await readReport(desk, reader, month)
    const rows = (await independent.flows(calendar.timeZone, 'month', calendar.firstDayOfWeek)).filter(
      ({ starts }) => starts === `${month}-01`,
    )
    const rowOf = (scope: string, id: string) => rows.find((row) => row.scope === scope && row.of_id === id)
    expectMonth(report.figures!, rowOf('all', nobody))
    for (const part of report.groups) expectMonth(part.figures, rowOf('group', part.id))
    for (const part of report.representatives) expectMonth(part.figures, rowOf('member', part.id))
    expect(report.representatives.length).toBeGreaterThan(3)
    const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)
    const { open, inProgress, responded } = report.figures!
    expect({ open, in_progress: inProgress, responded }).toEqual(await standingOf(last))
    expect(report.trend.map(({ figures }) => figures.closed).at(-1)).toBe(report.figures!.closed)
    const daily = await flowsOfAll('day')
    for (const day of report.days)
      expect({ opened: day.opened, closed: day.closed }).toEqual(counts(daily.get(day.day), ['opened', 'closed']))
  }
})

function expectMonth(figures: NonNullable<Awaited<ReturnType<typeof readReport>>['figures']>, row: Row | undefined) {
  const told = counts(row, ['opened', 'reopened', 'closed', 'duplicates', 'offered', 'declined', 'first_responses'])
  const share = (part: number, whole: number) => (whole > 0 ? expect.closeTo(part / whole, 9) : null)
  expect(figures).toMatchObject({
    ...{ opened: told.opened, reopened: told.reopened, closed: told.closed, duplicates: told.duplicates },
    ...{ offered: told.offered, declined: told.declined, firstResponses: told.first_responses },
    reopenedShare: share(told.reopened!, told.closed! + told.duplicates!),
    declinedShare: share(told.declined!, told.offered!),
    distribution: [1, 2, 3, 4, 5].map((score) => Number(row?.[`rated_${score}`] ?? 0)),
    firstResponseMedian: near(row?.['response_median']),
    firstResponseP90: near(row?.['response_p90']),
    resolutionMedian: near(row?.['resolution_median']),
    resolutionP90: near(row?.['resolution_p90']),
  })
}

const near = (value: unknown) => (value === null || value === undefined ? null : expect.closeTo(Number(value), 2))
const sum = (values: readonly number[]) => values.reduce((all, some) => all + some, 0)
const counts = (row: Row | undefined, names: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.map((name) => [name, Number(row?.[name] ?? 0)]))

async function flowsOfAll(grain: 'day' | 'month'): Promise<Map<string, Row>> {
  const rows = await independent.flows(calendar.timeZone, grain, calendar.firstDayOfWeek)
  return new Map(rows.filter(({ scope }) => scope === 'all').map((row) => [row.starts as string, row]))
}

async function standingOf(day: string) {
  const rows = await independent.standing(calendar.timeZone, day)
  return counts(
    rows.find(({ scope }) => scope === 'all'),
    ['open', 'in_progress', 'responded'],
  )
}
