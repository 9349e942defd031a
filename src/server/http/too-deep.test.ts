import { expect, test } from 'vitest'
import { isTooDeep } from './too-deep.ts'

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

test('a hundred values within each other are read, one more is not', () => {
  expect(isTooDeep(nested(100))).toBe(false)
  expect(isTooDeep(nested(101))).toBe(true)
  expect(isTooDeep(`{"a":${nested(100)}}`)).toBe(true)
})

test('what stands in texts does not count, nor what stands beside', () => {
  expect(isTooDeep(JSON.stringify({ text: nested(500), quoted: `"${'{'.repeat(500)}\\` }))).toBe(false)
  expect(isTooDeep(JSON.stringify(Array.from({ length: 500 }, () => [{}])))).toBe(false)
  expect(isTooDeep(`["\\\\",${nested(100)}]`)).toBe(true)
})

test('ten megabytes of one text hold up nobody: work by the square of it would outlast the runner’s patience', () => {
  expect(isTooDeep(JSON.stringify('x'.repeat(10_000_000)))).toBe(false)
  expect(isTooDeep(JSON.stringify('["'.repeat(5_000_000)))).toBe(false)
})
