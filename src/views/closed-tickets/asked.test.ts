import { expect, test } from 'vitest'
import { addressOfAsked, askedIn, isListAt, isNarrowed, listed, written } from './asked.ts'

test('an address is read as it is written', () => {
  const asked = {
    closedFrom: '2026-09-01',
    closedTo: '2026-11-22',
    score: '1,none',
    ended: 'silence',
    words: 'invoice',
  }
  const search = Object.fromEntries(new URLSearchParams(addressOfAsked(asked).split('?')[1]))
  expect(askedIn(search)).toEqual(asked)
})

test('digits are words, and what the query does not take is left out', () => {
  expect(askedIn({ words: 8841, score: 4 })).toEqual({ words: '8841', score: '4' })
  expect(askedIn({ score: '7', closedFrom: 'yesterday', reopened: 'perhaps', colour: 'red', ended: '' })).toEqual({})
})

test('an order of the list is no filter', () => {
  expect(isNarrowed({ sort: 'score' })).toBe(false)
  expect(isNarrowed({ sort: 'score', reopened: 'yes' })).toBe(true)
})

test('some of a list stand in its order, and all of it is no filter', () => {
  expect(written(['a', 'b', 'c'], ['c', 'a'])).toBe('a,c')
  expect(written(['a', 'b'], ['b', 'a'])).toBe('')
  expect(listed(['a', 'b', 'c'], 'c,x,a')).toEqual(['a', 'c'])
  expect(listed(['a'], undefined)).toEqual([])
})

test('the list that a closed ticket was opened in is known by what it asks, and is none with a ticket beside it', () => {
  const asked = askedIn({ words: 'invoice', ended: 'silence', at: '12' })
  expect(isListAt('/closed?ended=silence&words=invoice', asked)).toBe(true)
  for (const address of ['/closed?words=invoice', '/closed?words=invoice&ended=silence&at=3', '/incoming'])
    expect(isListAt(address, asked)).toBe(false)
})
