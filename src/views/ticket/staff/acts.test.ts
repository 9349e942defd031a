import { expect, test } from 'vitest'
import { offeredOf, writingsOf } from './acts.ts'

test('what is possible is offered, the usual first and as buttons', () => {
  expect(offeredOf(['close', 'assign', 'reply', 'take', 'mark-duplicate', 'give-back'])).toEqual({
    first: ['take', 'assign', 'mark-duplicate'],
    more: ['give-back', 'close'],
  })
})

test('a review pushes the last button behind the dots and loses none', () => {
  const { first, more } = offeredOf(['approve-solution', 'take', 'assign', 'mark-duplicate', 'withdraw-solution'])
  expect(first).toEqual(['approve-solution', 'take', 'assign'])
  expect(more).toEqual(['mark-duplicate', 'withdraw-solution'])
})

test('nothing possible offers nothing', () => {
  expect(offeredOf([])).toEqual({ first: [], more: [] })
  expect(writingsOf(['note', 'rate'])).toEqual(['note'])
})

test('a proposal that became impossible took its text out of reach', () => {
  expect(writingsOf(['reply', 'note'], (writing) => writing === 'propose-solution')).toEqual([
    'reply',
    'note',
    'propose-solution',
  ])
})
