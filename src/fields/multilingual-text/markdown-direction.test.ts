import { expect, test } from 'vitest'
import { readMarkdown } from './markdown.ts'
import { dirOfBlock } from './markdown-direction.ts'

const dirs = (text: string, around: 'ltr' | 'rtl' | 'auto') =>
  readMarkdown(text).map((block) => dirOfBlock(block, around))

test('an Arabic sentence that begins with a number of a shipment ran from the left', () => {
  expect(dirs('MF-20418 لم تصل بعد', 'rtl')).toEqual([undefined])
  expect(dirs('ACME Corp. GmbH رفضت الشحنة', 'rtl')).toEqual([undefined])
  expect(dirs('راجع https://example.com/help/parcels/lost', 'rtl')).toEqual([undefined])
  expect(dirs('`npm start` لا يعمل', 'rtl')).toEqual([undefined])
})

test('an English sentence that begins with an Arabic name ran from the right', () => {
  expect(dirs('سلمى إدريس called about invoice 8841 and wants a copy', 'ltr')).toEqual([undefined])
  expect(dirs('سلمى إدريس called about invoice 8841 and wants a copy', 'rtl')).toEqual(['ltr'])
})

test('the number alone on its line stood on the other side of an Arabic text', () => {
  expect(dirs('رقم السائق\n\n+966 50 123 4567', 'rtl')).toEqual([undefined, undefined])
})

test('whoever writes in another language than the text is taken to be has their own direction', () => {
  expect(dirs('تظهر رسالة خطأ', 'ltr')).toEqual(['rtl'])
  expect(dirs('It says not found', 'rtl')).toEqual(['ltr'])
  expect(dirs('- الفاتورة\n- العنوان', 'auto')).toEqual(['rtl'])
})

test('the signs of one list stood on two sides, some outside of the text', () => {
  expect(dirs('1. تأكد من العنوان\n2. +966 50 123 4567\n3. MF-20418', 'rtl')).toEqual([undefined])
  expect(dirs('- Address\n- السائق\n- Invoice', 'ltr')).toEqual([undefined])
  expect(dirs('- Address\n- Invoice', 'rtl')).toEqual(['ltr'])
})
