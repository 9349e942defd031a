import { expect, test } from 'vitest'
import { formatFor } from '../../../words/format.ts'
import { wordsFor } from '../../../words/words.ts'
import { changeOf } from './change.ts'

const t = wordsFor('en')
const format = formatFor({ language: 'en', timeZone: 'UTC' })

test('the paper said “2 points” where the page said 2.3, and “=” where it said 0.4', () => {
  const said = (from: number, to: number) => changeOf('share', from, to, t, format).change
  expect(said(0.115, 0.138)).toBe('▲ 2.3 points')
  expect(said(0.1, 0.104)).toBe('▲ 0.4 points')
  expect(said(0.1, 0.1004)).toBe('=')
})

test('an average of 4 stood as “4” beside one of “4.3”', () => {
  expect(changeOf('stars', 3, 4, t, format).change).toBe('▲ 1.0')
})

test('nothing after nothing had no answer, as if it could not be compared', () => {
  expect(changeOf('count', 0, 0, t, format).change).toBe('=')
  expect(changeOf('count', 0, 3, t, format).change).toBe('–')
})
