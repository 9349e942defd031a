import { expect, test } from 'vitest'
import { addressOfAsked, askedIn, filterOf, isNarrowed, nobodyInParticular } from './asked.ts'

test('an address says which people, and says no more than it must', () => {
  expect(askedIn({})).toEqual(nobodyInParticular)
  const asked = askedIn({ search: '47', role: 'customer', state: 'invited', other: 'x' })
  expect(asked).toMatchObject({ search: '47', role: 'customer', state: 'invited', group: '' })
  expect(askedIn(addressOfAsked(asked))).toEqual(asked)
  expect(addressOfAsked(nobodyInParticular)['state']).toBeUndefined()
  expect([isNarrowed(asked), isNarrowed(nobodyInParticular)]).toEqual([true, false])
})

test.each([
  ['active', { active: true, invited: undefined }],
  ['invited', { active: true, invited: true }],
  ['inactive', { active: false, invited: undefined }],
  ['all', { active: undefined, invited: undefined }],
] as const)('the state %s', (state, filter) => {
  expect(filterOf({ ...nobodyInParticular, state })).toMatchObject(filter)
})
