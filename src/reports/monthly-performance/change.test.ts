import { expect, test } from 'vitest'
import { formatFor } from '../../words/format.ts'
import { wordsFor } from '../../words/words.ts'
import { changeOf } from './change.ts'
import type { MonthFigures } from './monthly-performance.ts'
import { furtherColumns, partCell, partColumns } from './part-columns.ts'
import { tableOf } from './pdf/figures-on-paper.ts'

const t = wordsFor('en')
const format = formatFor({ language: 'en', timeZone: 'UTC' })

test('the paper said “2 points” where the page said 2.3, and “=” where it said 0.4', () => {
  const said = (from: number, to: number) => changeOf('share', from, to, t, format).change
  expect(said(0.115, 0.138)).toBe('▲ 2.3 points')
  expect(said(0.1, 0.104)).toBe('▲ 0.4 points')
  expect(said(0.1, 0.1004)).toBe('=')
})

test('an average of 4 stood as “4” beside one of “4.3”', () => {
  expect(changeOf('stars', 3, 4, t, format).change).toBe('▲ 1.0')
})

test('nothing after nothing had no answer, as if it could not be compared', () => {
  expect(changeOf('count', 0, 0, t, format).change).toBe('=')
  expect(changeOf('count', 0, 3, t, format).change).toBe('–')
})

test('more closed was good on the page and nothing on paper', () => {
  expect(changeOf('moreIsBetter', 10, 12, t, format)).toEqual({ change: '▲ 20%', tone: 'good' })
  expect(changeOf('moreIsBetter', 0, 3, t, format).change).toBe('–')
})

const figures = (over: Partial<MonthFigures>) =>
  ({
    ...{ opened: 10, closed: 10, firstResponseMedian: 3600, resolutionMedian: 7200, declinedShare: 0.1, backlog: 4 },
    ...{ ratingAverage: 4, moved: 0, ...over },
  }) as MonthFigures

test('a group was compared with the month before in what it closed alone: every figure is, and on paper the same', () => {
  const part = {
    ...{ id: 'group', name: 'Billing' },
    figures: figures({
      ...{
        opened: 12,
        moved: -3,
        closed: 15,
        firstResponseMedian: 1800,
        resolutionMedian: 7230,
        declinedShare: 0.2,
        backlog: 2,
      },
      ratingAverage: 4.5,
    }),
    before: figures({}),
  }
  const cells = partColumns.group.map((column) => partCell(column, part, t, format))
  expect(cells.map(({ step }) => step && [step.up, step.amount, step.tone])).toEqual([
    [true, '20%', 'plain'],
    [false, '3', 'plain'],
    [true, '50%', 'good'],
    [false, '30\u00a0m', 'good'],
    null,
    [true, '10 points', 'bad'],
    [false, '2', 'good'],
    [true, '0.5', 'good'],
  ])
  const [row] = tableOf([part], { title: 'By group', of: 'group', columns: partColumns.group }, t, format).rows
  expect(row!.slice(1)).toEqual(
    cells.map(({ value, step }) => (step ? `${value}\n${step.up ? '▲' : '▼'} ${step.amount}` : value)),
  )
  expect(row).toContain('15\n▲ 50%')
})

test('a column that was nothing for every representative stood in their table', () => {
  const names = (of: 'group' | 'representative') => partColumns[of].map(({ name }) => name)
  expect(names('group').slice(0, 3)).toEqual([
    'statistics:figure.opened',
    'statistics:figure.moved',
    'statistics:figure.closed',
  ])
  expect(names('representative').slice(0, 2)).toEqual(['statistics:figure.moved', 'statistics:figure.closed'])
})

test('status, 90th percentiles, reopened, duplicates and single stars of a group or person stood nowhere', () => {
  const own = figures({
    ...{ open: 3, inProgress: 5, responded: 1, firstResponseP90: 5400, resolutionP90: 9000 },
    ...{ reopened: 2, reopenedShare: 0.25, duplicates: 4, ratings: 6, distribution: [1, 0, 0, 2, 3] },
  })
  const part = { id: 'group', name: 'Billing', figures: own, before: { ...own, reopened: 1, duplicates: 4 } }
  const { head, rows } = tableOf([part], { title: 'By group', of: 'group', columns: furtherColumns }, t, format)
  expect(head.slice(0, 2)).toEqual(['Group', 'Open at month’s end'])
  const cells = [
    '3',
    '5',
    '1',
    '1\u00a0h\u00a030\u00a0m',
    '2\u00a0h\u00a030\u00a0m',
    '2\n▲ 1',
    '25%',
    '4',
    '1 · 0 · 0 · 2 · 3',
  ]
  expect(rows).toEqual([['Billing', ...cells]])
  const unrated = { ...part, figures: { ...own, ratings: 0 } }
  expect(partCell(furtherColumns.at(-1)!, unrated, t, format)).toEqual({ value: '–', step: null })
})
