import { expect, test } from 'vitest'
import type { IncomingItem } from '../../queries/incoming-requests/incoming-requests.ts'
import { laidOut, missingFrom, shownAfter, steadyRows, withArrived } from './steady-rows.ts'

const item = (number: number, more: Partial<IncomingItem> = {}): IncomingItem => ({
  number,
  title: { source: 'en', texts: { en: { text: `Ticket ${number}` } } },
  status: 'open',
  solution: null,
  customer: { id: 'c', name: 'Salma' },
  assignee: { group: { id: 'g', name: 'Support desk' }, member: null },
  waiting: { for: 'desk', since: `2026-11-23T09:00:0${number}Z` },
  answered: false,
  openedAt: '2026-11-23T09:00:00Z',
  version: 1,
  ...more,
})
const numbers = (rows: readonly { item: IncomingItem }[]) => rows.map(({ item }) => item.number)

test('what arrives waits, and nothing that is shown moves', () => {
  const shown = laidOut('new', [[item(2), item(3)]])
  const { rows, arrived, gone } = steadyRows(shown, [[item(1), item(2), item(3), item(4)]])
  expect(numbers(rows)).toEqual([2, 3])
  expect({ arrived, gone }).toEqual({ arrived: 2, gone: 0 })
})

test('what left the queue stays in its place and says so', () => {
  const { rows, gone } = steadyRows(laidOut('new', [[item(1), item(2)]]), [[item(2)]])
  expect(rows.map((row) => [row.item.number, row.gone])).toEqual([
    [1, true],
    [2, false],
  ])
  expect(gone).toBe(1)
})

test('a row follows its ticket but keeps the place it was laid out by', () => {
  const waitsAnew = item(1, { status: 'inProgress', waiting: { for: 'representative', since: '2026-11-23T11:00:00Z' } })
  const { rows } = steadyRows(laidOut('new', [[item(1), item(2)]]), [[item(2), waitsAnew]])
  expect(numbers(rows)).toEqual([1, 2])
  expect(rows[0]).toMatchObject({ item: { status: 'inProgress' }, placedBy: '2026-11-23T09:00:01Z' })
})

test('of a queue with more than a page, a ticket that moved down was called gone, and the one that moved up new', () => {
  const shown = laidOut('allOpen', [[item(1), item(2), item(3)]])
  const pages = [[item(2), item(3), item(4)]]
  expect(missingFrom(shown, pages)).toEqual([1])
  const asking = steadyRows(shown, pages, { asked: [], still: [] })
  expect({ arrived: asking.arrived, gone: asking.gone }).toEqual({ arrived: 0, gone: 0 })
  const movedDown = item(1, { version: 2 })
  const there = steadyRows(shown, pages, { asked: [1], still: [movedDown] })
  expect({ arrived: there.arrived, gone: there.gone }).toEqual({ arrived: 0, gone: 0 })
  expect(there.rows[0]!.item.version).toBe(2)
  const left = steadyRows(shown, pages, { asked: [1], still: [] })
  expect({ arrived: left.arrived, gone: left.gone }).toEqual({ arrived: 0, gone: 1 })
  // one that came back to the queue, older than those below it
  expect(steadyRows(shown, [[item(9), item(1), item(2)]], { asked: [3], still: [item(3)] }).arrived).toBe(1)
})

test('an answer about others called a ticket gone that nobody had asked about yet', () => {
  const shown = laidOut('allOpen', [[item(1), item(2), item(3)]])
  const { rows } = steadyRows(shown, [[item(3), item(4)]], { asked: [1], still: [] })
  expect(rows.map(({ gone }) => gone)).toEqual([true, false, false])
})

test('the next page is added below; another question lays the list out anew', () => {
  const shown = laidOut('new', [[item(1), item(2)]])
  const longer = shownAfter(shown, 'new', [
    [item(1), item(2)],
    [item(2), item(3)],
  ])
  expect(longer.items.map(({ number }) => number)).toEqual([1, 2, 3])
  expect(shownAfter(longer, 'mine', [[item(9)]]).items.map(({ number }) => number)).toEqual([9])
})

test('an empty list shows the first that arrives at once', () => {
  const shown = shownAfter(laidOut('new', [[]]), 'new', [[item(1)]])
  expect(shown.items).toHaveLength(1)
})

test('whoever reviewed one answer after the other was told that none is left, while those that came meanwhile waited', () => {
  const shown = laidOut('toReview', [[item(1), item(2)]])
  // both are decided; two came, one of which has waited longer than those
  const pages = [[item(0), item(3)]]
  const longer = withArrived(shown, pages)
  const { rows, arrived } = steadyRows(longer, pages)
  expect(rows.filter(({ gone }) => !gone).map((row) => row.item.number)).toEqual([0, 3])
  expect(numbers(rows)).toEqual([1, 2, 0, 3])
  expect(arrived).toBe(0)
  expect(withArrived(longer, pages)).toBe(longer)
  // what the next page brings is then not there twice
  expect(shownAfter(longer, 'toReview', [...pages, [item(3), item(4)]]).items.map(({ number }) => number)).toEqual([
    1, 2, 0, 3, 4,
  ])
})
