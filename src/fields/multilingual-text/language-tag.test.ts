import { expect, test } from 'vitest'
import { directionOf, isLanguageTag, languageOnly } from './language-tag.ts'

test.each(['en', 'ar', 'gsw', 'ar-EG', 'es-419', 'zh-Hant', 'zh-Hant-TW', 'sl-nedis', 'und'])(
  '%s is a language',
  (tag) => {
    expect(isLanguageTag(tag)).toBe(true)
  },
)

test.each([
  '',
  'e',
  'EN',
  'en_US',
  'en-us',
  'english',
  'en-',
  'en--US',
  '__proto__',
  'constructor',
  '../en',
  'en\n',
  `en${'-abcd'.repeat(9)}`,
])('%j is none', (tag) => {
  expect(isLanguageTag(tag)).toBe(false)
})

test.each([
  ['ar', 'rtl'],
  ['ar-EG', 'rtl'],
  ['he', 'rtl'],
  ['fa-IR', 'rtl'],
  ['ur', 'rtl'],
  ['ku-Arab', 'rtl'],
  ['az-Arab-IR', 'rtl'],
  ['ar-Latn', 'ltr'],
  ['en', 'ltr'],
  ['zh-Hant-TW', 'ltr'],
  ['und', 'auto'],
])('%s is written %s', (tag, direction) => expect(directionOf(tag)).toBe(direction))

test('the language of a tag', () => {
  expect(languageOnly('zh-Hant-TW')).toBe('zh')
  expect(languageOnly('ar')).toBe('ar')
})
