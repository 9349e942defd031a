import { expect, test } from 'vitest'
import { atGroupedNumbers, endingTheOtherWay } from './direction.ts'

const found = (text: string) => {
  const parts = atGroupedNumbers(text)
  expect(parts.join('')).toBe(text)
  return parts.filter((_, index) => index % 2)
}

test('a telephone number in an Arabic sentence was read from its end', () => {
  expect(found('رقم السائق +966 50 123 4567، أو 050-123-4567.')).toEqual(['+966 50 123 4567', '050-123-4567'])
  expect(found('اتصل على (011) 123 4567')).toEqual(['(011) 123 4567'])
  expect(found('الرقم ٠٥٠ ١٢٣ ٤٥٦٧')).toEqual(['٠٥٠ ١٢٣ ٤٥٦٧'])
})

test('a day after an Arabic word was read from its end', () => {
  expect(found('وصلت يوم 2026-11-29')).toEqual(['2026-11-29'])
})

test('a span of days, a number alone and the number of a ticket stay as they are', () => {
  expect(found('خلال 3-5 أيام، 20418 و MF-20418 و 7')).toEqual([])
  expect(found('')).toEqual([])
})

test('an Arabic title that ends in a long Latin word lost the beginning of the word at the ellipsis', () => {
  expect(endingTheOtherWay('خطأ في صفحة tracking page 2', 'rtl')).toEqual(['خطأ في صفحة ', 'tracking page 2'])
  expect(endingTheOtherWay('سند التسليم: Delivery-note', 'rtl')).toEqual(['سند التسليم: ', 'Delivery-note'])
  expect(endingTheOtherWay('Invoice of شركة النقل', 'ltr')).toEqual(['Invoice of ', 'شركة النقل'])
})

test('what ends otherwise stays in one piece', () => {
  // a sign at its end, or digits before it, stand where the whole title puts them
  for (const text of ['هل وصل tracking?', 'الشحنة 20418 tracking', 'PDF فقط', 'Tracking page', 'فاتورة', ''])
    expect(endingTheOtherWay(text, 'rtl')).toEqual([text])
  expect(endingTheOtherWay('Invoice of شركة', 'auto')).toEqual(['Invoice of شركة'])
})
