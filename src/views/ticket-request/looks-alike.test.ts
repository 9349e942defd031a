import { expect, test } from 'vitest'
import { looksAlike } from './looks-alike.ts'

const ticket = (number: number, text: string, closedAt: string | null = null, language = 'en') => ({
  number,
  closedAt,
  title: { source: language, texts: { [language]: { text } } },
})
const numbers = (written: string, ...own: ReturnType<typeof ticket>[]) =>
  looksAlike(written, own).map(({ number }) => number)

test('two telling words in common are alike, one is not', () => {
  const packing = ticket(7, 'Packing list of MF-20377 not found')
  expect(numbers('The packing list cannot be found', packing)).toEqual([7])
  expect(numbers('Invoice not found', packing)).toEqual([])
})

test('what is closed helps nobody, and the likeliest comes first', () => {
  expect(
    numbers(
      'Delivery note of MF-20418 cannot be downloaded',
      ticket(1, 'Delivery note downloaded twice', '2026-03-01T09:00:00Z'),
      ticket(2, 'Delivery note is missing'),
      ticket(3, 'Delivery note of MF-20418 is empty'),
    ),
  ).toEqual([3, 2])
})

test('Arabic words are alike with and without their article and their marks', () => {
  expect(numbers('سند التسليم غير موجود', ticket(4, 'لا يمكن تنزيل سَنَد تسليم الشحنة، موجود؟', null, 'ar'))).toEqual([4])
})

test('one word alike is too little to call two requests alike', () => {
  expect(numbers('Help', ticket(5, 'Help me please'))).toEqual([])
})
