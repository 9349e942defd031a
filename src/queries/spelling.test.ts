import { expect, test } from 'vitest'
import { mistakes, nearest } from './nearest.ts'
import { wordsOfText } from './words-of-text.ts'

test('mistakes are counted as hands make them', () => {
  expect(mistakes('invoice', 'invoice')).toBe(0)
  expect(mistakes('invocie', 'invoice')).toBe(1)
  expect(mistakes('invoce', 'invoice')).toBe(1)
  expect(mistakes('inwoices', 'invoice')).toBe(2)
  expect(mistakes('فاتوره', 'فاتوة')).toBe(2)
  expect(mistakes('', 'abc')).toBe(3)
})

test('a short word bears one mistake, a longer one two', () => {
  expect(nearest('invocie', ['voice', 'invoice', 'invoices'])).toBe('invoice')
  expect(nearest('cat', ['cut', 'dog'])).toBe('cut')
  expect(nearest('cat', ['dog', 'catty'])).toBeUndefined()
  expect(nearest('الفاتوره', ['الفاتور', 'الفواتير'])).toBe('الفاتور')
})

test('words are learnt as they are looked for; numbers and writing without spaces are not', () => {
  expect(wordsOfText('Die Rechnung 8841, RECHNUNG! الفاتُورةُ رقم MF-20418 发票')).toEqual([
    'die',
    'rechnung',
    'الفاتوره',
    'رقم',
  ])
})
