import { expect, test } from 'vitest'
import { canUndo } from './can-undo.ts'

test('a new ticket that was assigned or taken does not become new again: no undo is offered', () => {
  expect(canUndo('assign', { status: 'open', solution: null })).toBe(false)
  expect(canUndo('take', { status: 'open', solution: null })).toBe(false)
})

test('what was in work goes back to whoever had it, also with an answer that is with its customer', () => {
  expect(canUndo('take', { status: 'inProgress', solution: null })).toBe(true)
  expect(canUndo('assign', { status: 'inProgress', solution: 'inReview' })).toBe(true)
  expect(canUndo('assign', { status: 'responded', solution: 'offered' })).toBe(true)
})

test.each(['close', 'mark-duplicate'] as const)('%s is taken back where reopening loses nothing', (verb) => {
  expect(canUndo(verb, { status: 'open', solution: null })).toBe(true)
  expect(canUndo(verb, { status: 'inProgress', solution: null })).toBe(true)
})

test.each(['close', 'mark-duplicate'] as const)('no undo of %s is offered where it would destroy an answer', (verb) => {
  expect(canUndo(verb, { status: 'responded', solution: 'offered' })).toBe(false)
  expect(canUndo(verb, { status: 'inProgress', solution: 'inReview' })).toBe(false)
  expect(canUndo(verb, { status: 'inProgress', solution: 'returned' })).toBe(false)
})
