import { expect, test } from 'vitest'
import type { Station } from '../../../workflow/customer-path.ts'
import { headlineOf, joinedTextForColleague, joinedTextOf } from './headline.ts'

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

test('a request whose original was closed without an answer is not told that it was answered', () => {
  const original = { number: 9, status: 'closed', since: '2026-03-02T09:00:00Z' } as const
  const joined = (more: Partial<Parameters<typeof joinedTextOf>[0]>) =>
    joinedTextOf({ may: ['reopen'], original, offeredByOriginal: null, ...more })
  const text = { texts: {}, source: 'en' } as never
  const offeredByOriginal = { text, ticket: 9, round: 1, at: original.since, state: 'shown' } as const
  expect(joined({})).toBe('duplicateEndedText')
  expect(joined({ may: [] })).toBe('duplicateEndedLate')
  expect(joined({ original: { ...original, status: 'inProgress' } })).toBe('duplicateText')
  expect(joined({ offeredByOriginal: { ...offeredByOriginal, files: [] } })).toBe('duplicateOver')
  expect(joined({ may: [], offeredByOriginal: { ...offeredByOriginal, files: [] } })).toBe('duplicateOverLate')
  expect(joined({ may: ['accept-solution'] })).toBe('duplicateAnswered')
  expect(joinedTextForColleague({ original, offeredByOriginal: null })).toBe('duplicateEndedLate')
})
