import { expect, test } from 'vitest'
import { scaleShown } from './scale-shown.ts'

test('eight of ten was shown as five stars once the scale ended at five', () => {
  expect(scaleShown({ min: 1, max: 10 }, 8)).toBe('steps')
  expect(scaleShown({ min: 1, max: 5 }, 8)).toBe('number')
  expect(scaleShown({ min: 1, max: 5 }, 0)).toBe('number')
  expect(scaleShown({}, 5)).toBe('stars')
})
