import { expect, test } from 'vitest'
import { customAskedIn } from './custom-asked.ts'

test('an address asks for added fields by their keys, and for nothing else', () => {
  expect(customAskedIn({ 'custom.yard': 'north', 'custom.paper': '12.50', words: 'x', 'custom.': 'y' })).toEqual({
    'custom.yard': 'north',
    'custom.paper': '12.50',
  })
  expect(customAskedIn({ 'custom.yard': '', 'custom.__proto__': 'x', 'custom.a b': 'x' })).toEqual({})
})
