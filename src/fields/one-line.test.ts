import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oneLine } from './one-line.ts'

test.each([
  ['turned around', 'Noor\u202enimdA', 'NoornimdA'],
  ['isolated', '\u2066Support\u2069 Desk\u200f', 'Support Desk'],
  ['two groups that look alike', 'Support\u200b Des\u00adk', 'Support Desk'],
  ['a Latin name with a joiner in it', 'Ad\u200dm\u200cin', 'Admin'],
  ['a name of nothing', '\u200b\u200c\u3164\ufeff', ''],
  ['of two lines', 'Noor\r\nAdministrator\u2028', 'Noor Administrator '],
  ['a Persian name, whose joiner is spelling', 'علی\u200cرضا میرزایی', 'علی\u200cرضا میرزایی'],
  ['an initial that keeps its joined form', 'ه\u200d. رضا', 'ه\u200d. رضا'],
  ['joiners in a row', 'علی\u200c\u200c\u200dرضا', 'علی\u200cرضا'],
  ['a family and a coloured heart', '👩🏽\u200d👩🏽\u200d👧 ❤️\u200d🔥', '👩🏽\u200d👩🏽\u200d👧 ❤️\u200d🔥'],
  ['an Indic conjunct', 'क्\u200dष', 'क्\u200dष'],
  ['an Arabic sign that is seen', '\u0601٢٠٢٦', '\u0601٢٠٢٦'],
  ['no text at all', 'a\0b', 'a\0b'],
])('%s', (_, given, shown) => {
  expect(oneLine(given)).toBe(shown)
})

test('twice is once', () => {
  const sign = fc.constantFrom('\u200c', '\u200d', '\u202e', '\u200b', '\n', 'a', '.', ' ', 'ع', '́', '👩', '1')
  fc.assert(
    fc.property(fc.array(fc.oneof(sign, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 20 }), (signs) => {
      const once = oneLine(signs.join(''))
      expect(oneLine(once)).toBe(once)
    }),
    { numRuns: 2000 },
  )
})
