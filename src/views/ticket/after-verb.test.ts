import { expect, test } from 'vitest'
import type { PresentedTicket } from '../../queries/one-ticket/one-ticket.ts'
import { afterAnswer, afterFailure } from './after-verb.ts'

const at = (version: number, more: Partial<PresentedTicket> = {}) => ({ version, ...more }) as PresentedTicket

test('the answer of a repeat, kept from the first try, took the page back to how the ticket stood then', () => {
  const [first, since] = [at(2), at(4)]
  expect(afterAnswer(since, first)).toBe(since)
  expect(afterAnswer(first, since)).toBe(since)
  expect(afterAnswer(undefined, first)).toBe(first)
  const rated = at(2)
  expect(afterAnswer(first, rated)).toBe(rated)
})

test('a verb that failed took the page back to how the ticket stood before it, though the page had learnt more since', () => {
  const [before, since] = [at(2), at(4)]
  expect(afterFailure(since, { before, expected: false })).toBe(since)
  expect(afterFailure(since, { before, expected: true })).toBe(since)
  expect(afterFailure(at(2, { may: [] }), { before, expected: true })).toBe(before)
  expect(afterFailure(undefined, { before: undefined, expected: true })).toBeUndefined()
})
