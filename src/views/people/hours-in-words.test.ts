import { expect, test } from 'vitest'
import { hoursInWords } from './hours-in-words.ts'

const office: [string, string][] = [['09:00', '17:00']]
const split: [string, string][] = [
  ['08:30', '12:00'],
  ['13:00', '24:00'],
]

test('a group’s working hours were kept and shown to nobody', () => {
  const week = { 1: office, 2: office, 3: office, 4: office, 5: split, 6: [], 7: office }
  // Intl puts thin spaces around its dash
  expect(hoursInWords(week, 'en-GB').map((line) => line.replaceAll('\u2009', ' '))).toEqual([
    'Monday – Thursday: 09:00 – 17:00',
    'Friday: 08:30 – 12:00, 13:00 – 00:00',
    'Sunday: 09:00 – 17:00',
  ])
  expect(hoursInWords({ 7: office, 1: office }, 'ar-EG')[0]).toMatch(/^الاثنين: /u)
  expect(hoursInWords({}, 'en-GB')).toEqual([])
})
