import { expect, test } from 'vitest'
import type { Verb } from '../../entities/ticket/verbs.ts'
import { staffAddressOf } from './staff-address.ts'

const at = (may: Verb[], verb?: string, score?: number, of?: string) =>
  staffAddressOf({ number: 7, may }, { verb, score, of })

test('the button “Review the solution” of a mail leads to the review, for as long as there is one', () => {
  expect(at(['approve-solution', 'return-solution'], 'review')).toBe('/review?ticket=7')
  expect(at(['return-solution', 'assign'], 'review')).toBe('/review?ticket=7')
  expect(at(['assign'], 'review')).toBe('/incoming/7')
})

test('any other button begins what it says where that is possible; without one the ticket is shown', () => {
  expect(at(['propose-solution', 'note'], 'propose-solution')).toBe('/incoming/7?do=propose-solution')
  expect(at(['note'], 'propose-solution')).toBe('/incoming/7')
  expect(at(['note'], 'something else')).toBe('/incoming/7')
  expect(at(['note'])).toBe('/incoming/7')
})

test('a star that one of the staff pressed in the mail of their own request was lost on the way to it', () => {
  expect(at(['rate', 'note'], 'rate', 4, '1780000000000')).toBe('/incoming/7?do=rate&score=4&of=1780000000000')
})
