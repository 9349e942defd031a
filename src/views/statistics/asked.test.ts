import { expect, test } from 'vitest'
import type { Point, Statistic } from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import type { Part, Parts } from '../../statistics/closed-tickets-over-time/parts.ts'
import { askedIn, closedIn, closedInAll, groupIn, stackedIn } from './asked.ts'
import { isEmpty, partsAt, seriesOf } from './series.ts'
import { partsQuery, timesQuery } from './statistics-question.tsx'

const figures = { opened: 0, reopened: 0, closed: 0, duplicates: 0, moved: 0, backlog: 0, ratings: 0 }
const times = { ratingAverage: null, firstResponseMedian: null, resolutionMedian: null }
const point: Point = {
  ...figures,
  ...times,
  starts: '2026-10-01',
  from: '2026-09-30T21:00:00.000Z',
  to: '2026-10-31T21:00:00.000Z',
}

test('a bar leads to exactly the closings it counts', () => {
  expect(closedIn({ by: 'month', counting: false }, point)).toBe(
    '/closed?closedFrom=2026-10-01&closedTo=2026-10-31&reopened=any&ended=accepted%2Csilence%2Cdesk%2Ccancelled',
  )
  expect(closedIn({ by: 'month', counting: true }, point, { group: 'g' })).toContain(
    'closedFrom=2026-09-30T21%3A00%3A00.000Z&closedTo=2026-10-31T21%3A00%3A00.000Z&group=g',
  )
})

test('the closed tickets of the whole time and their rating led nowhere', () => {
  const points = [point, { ...point, starts: '2026-11-01' }]
  const whole = '/closed?closedFrom=2026-10-01&closedTo=2026-11-30'
  const ended = 'reopened=any&ended=accepted%2Csilence%2Cdesk%2Ccancelled'
  const months = { by: 'month', counting: false, points } as const
  expect(closedInAll(months, {})).toBe(`${whole}&${ended}`)
  expect(closedInAll(months, { group: 'g' }, '1,2,3,4,5')).toBe(`${whole}&group=g&${ended}&score=1%2C2%2C3%2C4%2C5`)
})

test('figures of one’s own group led to the tickets of others too', () => {
  const groups = [{ id: 'documents', name: 'Documents' }]
  expect(groupIn({}, { permissions: ['statistics.read'], groups })).toBe('documents')
  expect(groupIn({ group: 'asked' }, { permissions: ['statistics.read'], groups })).toBe('asked')
  expect(groupIn({}, { permissions: ['statistics.read', 'ticket.seeAll'], groups })).toBeUndefined()
  expect(groupIn({}, { permissions: ['statistics.read'], groups: [...groups, ...groups] })).toBeUndefined()
})

test('an address says what the statistic takes, and nothing else', () => {
  expect(askedIn({ by: 'week', from: '2026-01-01', split: 'group', as: 'table' })).toEqual({
    by: 'week',
    from: '2026-01-01',
    split: 'group',
    as: 'table',
  })
  expect(askedIn({ by: 'hour', from: 'soon', colour: 'red', as: 'cake' })).toEqual({})
})

const statistic = (closed: number[]): Statistic => ({
  ...{ timeZone: 'UTC', firstDayOfWeek: 1, by: 'month', counting: false },
  points: closed.map((each) => ({ ...point, closed: each })),
  ...{ totals: { ...figures, ratingAverage: null }, before: { ...figures, ratingAverage: null } },
})
const part = (id: string, over: number[] | null): Part => ({
  ...{ ...figures, ratingAverage: null, closedBefore: 0, id, name: id.toUpperCase(), over },
})

test('bars are told apart by those who closed most; what is left is the others’ and leads nowhere of its own', () => {
  const parts: Parts = {
    by: 'month',
    starts: '2026-10-01',
    parts: [part('a', [3, 1]), part('b', [0, 2]), part('c', null)],
  }
  const series = seriesOf(statistic([5, 3]), parts, 'representative', 'Others')!
  expect(series.map(({ name, tone, over }) => [name, tone, over])).toEqual([
    ['A', 1, [3, 1]],
    ['B', 2, [0, 2]],
    ['Others', 'rest', [2, 0]],
  ])
  const whole = statistic([5, 3])
  const stacked = partsAt(whole, series, whole.points[0]!, 0)
  expect(stacked.map(({ closed, href }) => [closed, href?.match(/member=\w+/u)?.[0]])).toEqual([
    [3, 'member=a'],
    [0, 'member=b'],
    [2, undefined],
  ])
})

test('parts of other days than the graph’s are not drawn into it', () => {
  const parts: Parts = { by: 'month', starts: '2026-09-01', parts: [part('a', [3, 1])] }
  expect(seriesOf(statistic([5, 3]), parts, 'group', 'Others')).toBeUndefined()
  expect(seriesOf(statistic([5, 3]), { ...parts, by: 'day' }, 'group', 'Others')).toBeUndefined()
})

test('“Nothing happened in this time.” stood beside figures that said otherwise', () => {
  const nothing = { ...figures, firstResponseMedian: null, resolutionMedian: null, ratingAverage: null }
  const shown = (more: object) => isEmpty([{ ...point, ...nothing, ...more }], 'opened')
  expect(shown({})).toBe(true)
  for (const figure of ['closed', 'opened', 'reopened', 'duplicates', 'moved'])
    expect(shown({ [figure]: 1 })).toBe(false)
  // a backlog that stands is nothing that happened, until it is what one looks at
  expect(shown({ backlog: 3 })).toBe(true)
  expect(isEmpty([{ ...point, ...nothing, backlog: 3 }], 'backlog')).toBe(false)
})

test('of a representative who does not see everything, bars were told apart by more than they have', () => {
  const representative = { permissions: ['ticket.seeGroups'] } as const
  expect(stackedIn({ split: 'representative' }, representative)).toBeUndefined()
  expect(stackedIn({ split: 'group' }, representative)).toBe('group')
  expect(stackedIn({ split: 'representative' }, { permissions: ['ticket.seeAll'] })).toBe('representative')
  expect(stackedIn({}, { permissions: ['ticket.seeAll'] })).toBeUndefined()
})

test('on a page that stays open the two times were of other days than the counts', () => {
  expect(timesQuery({}).refetchInterval).toBe(partsQuery({}).refetchInterval)
})
