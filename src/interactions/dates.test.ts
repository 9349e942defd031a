import { expect, test } from 'vitest'
import { answerBy } from './dates.ts'

const cairo = { answerWithinDays: 1, language: 'ar-EG', timeZone: 'Africa/Cairo' }
const dayOf = (at: Date) => at.toLocaleDateString('en-CA', { timeZone: cairo.timeZone })

test('in the first hour of the day that has 25, an answer was promised a working day too early', () => {
  // Thursday, 30 October 2025, 00:30 in Cairo, where clocks go back at the midnight that follows
  const asked = new Date('2025-10-29T21:30:00Z')
  expect(dayOf(asked)).toBe('2025-10-30')
  expect(dayOf(answerBy(asked, cairo))).toBe('2025-11-02')
})

test('in the last hour before the day that has 23, that day was passed over', () => {
  // Thursday, 24 April 2025, 23:30 in Cairo; half an hour later it is one o’clock on Friday, a working day of the British
  const asked = new Date('2025-04-24T21:30:00Z')
  expect(dayOf(asked)).toBe('2025-04-24')
  expect(dayOf(answerBy(asked, { ...cairo, language: 'en-GB' }))).toBe('2025-04-25')
})
