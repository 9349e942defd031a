import { expect, test } from 'vitest'
import { stepped } from './stepped.ts'

test('past a ticket that closed twice nobody came: each step led back to its first closing', () => {
  const listed = [1007, 1003, 1007, 1007, 1001].map((number) => ({ number }))
  const walk = (from: number | undefined, by: 1 | -1): number[] => {
    const next = stepped(listed, from, by)
    return next === undefined ? [] : [next, ...walk(next, by)]
  }
  expect(walk(undefined, 1)).toEqual([1007, 1003, 1001])
  expect(walk(1001, -1)).toEqual([1003, 1007])
})
