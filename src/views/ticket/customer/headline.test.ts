import { expect, test } from 'vitest'
import type { Station } from '../../../workflow/customer-path.ts'
import { headlineOf } from './headline.ts'

const at = (station: Station, cameBack: Parameters<typeof headlineOf>[1]['cameBack'] = null) =>
  headlineOf({ ended: null }, { ball: { lane: 'us', station, since: '2026-03-02T09:00:00Z' }, cameBack })

test('how it ended says more than how it came there', () => {
  expect(headlineOf({ ended: 'silence' }, { ball: null, cameBack: 'declined' })).toBe('silence')
})

test('an answer that is ready again is ready, whatever was before', () => {
  expect(at('responded', 'declined')).toBe('responded')
  expect(at('answered', 'answered')).toBe('answered')
})

test('work that goes on after a no is told so', () => {
  expect(at('inProgress', 'declined')).toBe('declined')
  expect(at('open', 'reopened')).toBe('reopened')
  expect(at('inProgress')).toBe('inProgress')
  expect(at('open')).toBe('open')
})
