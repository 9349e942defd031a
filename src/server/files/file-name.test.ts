import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oneLine } from '../../fields/one-line.ts'
import { asAttachment, cleanFileName, fileNameIn } from './file-name.ts'

test.each([
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\windows\\system32\\calc.exe', 'calc.exe'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['shell\u200B.php', 'shell.php'],
  ['.\u200B.htaccess', 'htaccess'],
  ['...', 'file'],
  ['', 'file'],
  ['a\0b\r\nc: d.txt', 'abc d.txt'],
  ['إشعار التسليم.pdf', 'إشعار التسليم.pdf'],
  ['نامه‌های علی.pdf', 'نامه\u200cهای علی.pdf'],
  [`${'x'.repeat(400)}.pdf`, `${'x'.repeat(196)}.pdf`],
])('%j becomes %j', (given, cleaned) => {
  expect(cleanFileName(given)).toBe(cleaned)
})

test('cleaning twice is cleaning once, and the result is a name and no path', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
      const once = cleanFileName(given)
      expect(cleanFileName(once)).toBe(once)
      expect(once).not.toMatch(/[/\\\p{Cc}]|^\.|^$/u)
      expect(oneLine(once)).toBe(once)
      expect([...once].length).toBeLessThanOrEqual(200)
    }),
    { numRuns: 1000 },
  )
})

test('a name in a header, and back in one', () => {
  expect(fileNameIn("UTF-8''r%C3%A9sum%C3%A9%2F..%2F%D8%B3%D9%86%D8%AF.pdf")).toBe('سند.pdf')
  expect(fileNameIn("UTF-8''%E0%A4%A")).toBe('%E0%A4%A')
  expect(fileNameIn(['a.txt', 'b.txt'])).toBe('a.txt')
  expect(fileNameIn(undefined)).toBe('file')
  expect(asAttachment('l\'été "1".pdf')).toBe(
    `attachment; filename="l'_t_ _1_.pdf"; filename*=UTF-8''l%27%C3%A9t%C3%A9%20%221%22.pdf`,
  )
})

test('a name of a million dots, spaces and tabs, as a mail may have it, holds up nobody', () => {
  for (const unit of ['.', ' ', '. ', '\t', '\u00a0.'])
    expect(cleanFileName(`a${unit.repeat(1_000_000 / unit.length)}b`).length).toBeLessThanOrEqual(200)
})
