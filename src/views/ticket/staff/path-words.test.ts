import { expect, test } from 'vitest'
import type { PassedOn, StaffStep } from '../../../workflow/path.ts'
import { wordsFor } from '../../../words/words.ts'
import { drawnSteps } from './path-words.ts'

const passed = (passedOn: PassedOn): StaffStep => ({
  lane: 'representative',
  holder: null,
  kind: 'done',
  doing: 'working',
  passedOn,
  from: '2026-11-23T09:00:00Z',
  to: '2026-11-23T10:00:00Z',
})
const now: StaffStep = { ...passed('returned'), kind: 'now', doing: 'reworking', passedOn: null, to: null }
const ahead: StaffStep = { ...now, kind: 'todo', doing: 'reviewing', from: null }
const labels = (...ways: PassedOn[]) =>
  drawnSteps(
    {
      lanes: [],
      steps: [...ways.map(passed), now, ahead],
      ball: null,
      ended: null,
      cameBack: 0,
    },
    wordsFor('en'),
    Date.parse('2026-11-23T11:00:00Z'),
  ).map(({ label }) => label)

test('after a reopening the path named the round before the one that is worked on', () => {
  const first = ['submitted', 'assigned', 'proposed', 'approved', 'accepted', 'reopened'] as const
  expect(labels(...first).at(-2)).toBe('Solution')
  expect(labels(...first, 'proposed', 'returned').at(-2)).toBe('Round 3')
  // one that went straight out was a round too
  expect(labels('submitted', 'taken', 'offered', 'closed', 'reopened', 'proposed', 'returned').at(-2)).toBe('Round 3')
  expect(labels('submitted', 'assigned', 'proposed', 'returned').at(-2)).toBe('Round 2')
})
