import { expect, test } from 'vitest'
import { transitions } from '../../workflow/transitions.ts'
import { arrowsOf, stepsOf } from './workflow-steps.ts'

const both = { review: true, confirmation: true }
const find = (switches: typeof both, verb: string, from: string) =>
  stepsOf(switches).find((step) => step.verb === verb && step.from === from)

test('every step is one of the table, from a status it allows', () => {
  for (const { verb, from } of stepsOf(both)) expect(transitions[verb].from).toContain(from)
})

test('with review a proposal stays in progress and is approved; without it goes out at once', () => {
  expect(find(both, 'propose-solution', 'inProgress')?.to).toBeNull()
  expect(find(both, 'approve-solution', 'inProgress')?.to).toBe('responded')
  const straight = { review: false, confirmation: true }
  expect(find(straight, 'propose-solution', 'inProgress')?.to).toBe('responded')
  expect(find(straight, 'approve-solution', 'inProgress')).toBeUndefined()
})

test('without confirmation only silence closes an answered ticket by itself', () => {
  const silent = { review: true, confirmation: false }
  expect(find(silent, 'accept-solution', 'responded')).toBeUndefined()
  expect(find(silent, 'close-by-silence', 'responded')?.to).toBe('closed')
})

test('a responded ticket that is assigned anew stays responded', () => {
  expect(find(both, 'assign', 'responded')?.to).toBeNull()
  expect(find(both, 'assign', 'open')?.to).toBe('inProgress')
})

test('what goes the same way is one arrow', () => {
  const arrows = arrowsOf(stepsOf(both))
  const closing = arrows.find(({ from, to }) => from === 'responded' && to === 'closed')
  expect(closing?.verbs).toEqual(['accept-solution', 'close', 'close-by-silence'])
  expect(new Set(arrows.map(({ from, to }) => `${from} ${to}`)).size).toBe(arrows.length)
})
