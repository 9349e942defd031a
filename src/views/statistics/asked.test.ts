import { expect, test } from 'vitest'
import type { Point, Split } from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import { askedIn, closedIn, splitsOver } from './asked.ts'

const figures = { opened: 0, reopened: 0, closed: 0, duplicates: 0, moved: 0, backlog: 0, ratings: 0 }
const times = { ratingAverage: null, firstResponseMedian: null, resolutionMedian: null }
const point: Point = {
  ...figures,
  ...times,
  starts: '2026-10-01',
  from: '2026-09-30T21:00:00.000Z',
  to: '2026-10-31T21:00:00.000Z',
}
const split = (id: string, more: Partial<Split>): Split => ({ ...figures, ...times, id, name: id, ...more })

test('a bar leads to exactly the closings it counts', () => {
  expect(closedIn({ by: 'month', counting: false }, point)).toBe(
    '/closed?closedFrom=2026-10-01&closedTo=2026-10-31&reopened=any&ended=accepted%2Csilence%2Cdesk%2Ccancelled',
  )
  expect(closedIn({ by: 'month', counting: true }, point, { group: 'g' })).toContain(
    'closedFrom=2026-09-30T21%3A00%3A00.000Z&closedTo=2026-10-31T21%3A00%3A00.000Z&group=g',
  )
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

test('splits are summed over the points, and the backlog is the last', () => {
  const points = [
    {
      ...point,
      splits: [split('a', { closed: 2, backlog: 5, ratings: 1, ratingAverage: 5 }), split('b', { closed: 9 })],
    },
    { ...point, splits: [split('a', { closed: 3, backlog: 4, ratings: 3, ratingAverage: 3 })] },
  ]
  expect(
    splitsOver(points).map(({ id, closed, backlog, ratingAverage }) => [id, closed, backlog, ratingAverage]),
  ).toEqual([
    ['b', 9, 0, null],
    ['a', 5, 4, 3.5],
  ])
})
