import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { columns, keepColumns, keptColumns } from './columns.ts'

const kept = new Map<string, string>()
beforeEach(() => {
  kept.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
})

afterAll(() => void vi.unstubAllGlobals())

test('without a choice all stand there but the day of opening', () => {
  expect(keptColumns()).toEqual(columns.filter((column) => column !== 'opened'))
})

test('a choice is kept in the order of the list, own fields behind it, and never without the title', () => {
  keepColumns(['custom.yard', 'rating', 'number', 'custom.cost'])
  expect(keptColumns()).toEqual(['number', 'title', 'rating', 'custom.yard', 'custom.cost'])
})

test('what is no column is none', () => {
  kept.set('sanad.closedColumns', 'title,nonsense,custom.yard')
  expect(keptColumns()).toEqual(['title', 'custom.yard'])
})
