import { expect, test } from 'vitest'
import { waitingGroupOf, withHeadings } from './waiting-groups.ts'

const now = Date.parse('2026-11-23T12:00:00Z')
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString()

test('longer than a day is late, longer than an hour waits, the rest is fresh', () => {
  expect(waitingGroupOf(ago(24 * 60 + 1), now)).toBe('late')
  expect(waitingGroupOf(ago(24 * 60), now)).toBe('waiting')
  expect(waitingGroupOf(ago(61), now)).toBe('waiting')
  expect(waitingGroupOf(ago(60), now)).toBe('fresh')
})

test('each group has one heading, and its number once it is known to be whole', () => {
  const rows = [ago(3000), ago(2000), ago(90), ago(5)]
  const headings = (complete: boolean) =>
    withHeadings(rows, (since) => since, now, complete)
      .filter((entry) => entry.kind === 'heading')
      .map(({ group, count }) => [group, count])
  expect(headings(true)).toEqual([
    ['late', 2],
    ['waiting', 1],
    ['fresh', 1],
  ])
  expect(headings(false)).toEqual([
    ['late', 2],
    ['waiting', 1],
    ['fresh', undefined],
  ])
})

test('rows keep their place in the list beside the headings', () => {
  const entries = withHeadings([ago(3000), ago(5)], (since) => since, now, true)
  expect(entries.map((entry) => (entry.kind === 'row' ? entry.index : entry.group))).toEqual(['late', 0, 'fresh', 1])
})
