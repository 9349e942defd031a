import { expect, test } from 'vitest'
import { addressOfAsked, askedIn, filterOf, isFiltered } from './asked.ts'

test('a link to the tickets that wait for one side showed all of them', () => {
  const asked = askedIn({ queue: 'allOpen', waiting: 'representative' }, {})
  expect(filterOf(asked)).toMatchObject({ queue: 'allOpen', waiting: 'representative' })
  expect(isFiltered(asked)).toBe(true)
  const search = Object.fromEntries(new URL(addressOfAsked(asked), 'http://desk').searchParams)
  expect(askedIn(search, {})).toEqual(asked)
})

test('nobody has the ball of a closed ticket, and an address may say anything', () => {
  for (const waiting of ['nobody', 'tom', 7]) {
    const asked = askedIn({ waiting }, {})
    expect(asked.waiting).toBe('')
    expect(isFiltered(asked)).toBe(false)
  }
})
