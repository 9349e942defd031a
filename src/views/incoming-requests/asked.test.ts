import { expect, test } from 'vitest'
import { addressOfAsked, askedIn, filterOf, isFiltered, isListAt } from './asked.ts'

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

test('the list that a ticket was opened in is known by what it asks, however its address is written', () => {
  const asked = askedIn({ queue: 'new', words: 'crate 7' }, { number: '12' })
  expect(isListAt('/incoming?words=crate+7&queue=new', asked)).toBe(true)
  expect(isListAt('/incoming', askedIn({}, { number: '12' }))).toBe(true)
  // narrowed meanwhile, another page, another ticket
  for (const address of [
    '/incoming?queue=new',
    '/closed?queue=new&words=crate+7',
    '/incoming/3?queue=new&words=crate+7',
  ])
    expect(isListAt(address, asked)).toBe(false)
})
