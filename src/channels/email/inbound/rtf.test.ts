import { expect, test } from 'vitest'
import { unpackRtf } from './lzfu.ts'
import { parseMail } from './parse-mail.server.ts'
import { readRtf } from './rtf.ts'
import { fixture } from './testing/fixture.server.ts'

// The two examples of MS-OXRTFCP, 3.
const hello = '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0'
const repeating = '1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0'
const unpacked = (hex: string) => unpackRtf(Buffer.from(hex, 'hex'))?.toString('latin1')

test('compressed RTF comes out as it went in, and cut short as far as it goes', () => {
  expect(unpacked(hello)).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n')
  expect(unpacked(repeating)).toBe('{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}')
  expect(unpacked('0c000000040000004d454c41000000007b5c7d7d')).toBe('{\\}}')
  expect(unpacked(hello.slice(0, 60))).toMatch(/^\{\\rtf1\\ansi/u)
  expect(unpacked('00'.repeat(40))).toBeUndefined()
  expect(unpackRtf(Buffer.from('ffffffffffffffff4c5a467500000000ff', 'hex'))).toHaveLength(0)
})

test('an Arabic text is read in the charset of its font, without fonts, colours and looks', async () => {
  const { text, html } = await parseMail(fixture('winmail-dat-rtf-arabic'))
  expect(text).toBe('السلام عليكم,\nلم تصل المذكرة بعد.\nPrice: 20 €, {net}—thanks.')
  expect(html).toBeNull()
})

test('HTML that was hidden in RTF is taken out, and cleaned like any other', async () => {
  const { text, html, attachments } = await parseMail(fixture('winmail-dat-rtf-of-html'))
  expect(text).toBe('The delivery note 4711 is missing, José.\n\nSecond & last سلام.')
  expect(html).toContain('<b>4711</b>')
  expect(html).not.toMatch(/onclick|script|Not for you/u)
  expect(attachments).toEqual([])
})

test('what is broken ends, and says what it can', () => {
  expect(readRtf('{'.repeat(100_000)).text).toBe('')
  expect(readRtf('}}}}{\\rtf1 Still here').text).toBe('Still here')
  expect(readRtf("{\\rtf1\\u-10179?\\u-8704? \\'zz \\bin").text).toMatch(/^\u{1f600}/u)
})
