import { expect, test } from 'vitest'
import { markdownHtml } from './markdown-html.ts'

const bare = (text: string, around: 'ltr' | 'rtl') =>
  markdownHtml(text, around)
    .replaceAll(/(?:margin|padding)[^;"]*;?/gu, '')
    .replaceAll(' style=""', '')

test('an English paragraph of an Arabic answer ran from the right in the mail, with its full stop in front', () => {
  expect(bare('أعد المحاولة.\n\nRestart it.', 'rtl')).toBe(
    '<p>أعد المحاولة.</p><p dir="ltr" style="text-align:left">Restart it.</p>',
  )
  expect(bare('Try again.\n\nتظهر رسالة', 'ltr')).toContain('<p dir="rtl" style="text-align:right">تظهر رسالة</p>')
})

test('an English list of an Arabic answer had its signs at the right in the mail; one in both keeps them on the text’s side', () => {
  expect(bare('- سلمى إدريس called about invoice 8841 and wants a copy\n- Invoice', 'rtl')).toBe(
    '<ul dir="ltr" style="text-align:left"><li>سلمى إدريس called about invoice 8841 and wants a copy</li><li>Invoice</li></ul>',
  )
  expect(bare('- عنوان السائق\n- The door', 'rtl')).toBe(
    '<ul><li>عنوان السائق</li><li><bdi dir="ltr">The door</bdi></li></ul>',
  )
})
