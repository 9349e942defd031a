import { describe, expect, test } from 'vitest'
import { describeField } from '../../testing/field-suite.server.ts'
import {
  isOutdated,
  multilingualText,
  presentText,
  withTranslation,
  type MultilingualText,
} from './multilingual-text.ts'

const said = (text: string, language = 'und'): MultilingualText => ({
  source: language,
  texts: { [language]: { text, rev: 1 } },
})
const both = { source: 'ar', texts: { ar: 'مرحبا', en: 'Hello' } }
const withoutSource = { source: 'en', texts: { ar: 'مرحبا' } }
const withNul = { source: 'en', texts: { en: 'Hello', ar: 'a\0' } }
const long = '𠜎'.repeat(30)

describeField('multi-language text', multilingualText({ required: true, max: 30, lines: 'many' }), {
  column: 'jsonb',
  right: [
    ['Hello', said('Hello'), { source: 'und', texts: { und: { text: 'Hello' } } }],
    ['  one\r\ntwo\rthree \n', said('one\ntwo\nthree')],
    // thirty characters, sixty units
    [long, said(long)],
    [
      both,
      { source: 'ar', texts: { ar: { text: 'مرحبا', rev: 1 }, en: { text: 'Hello', of: 1 } } },
      { source: 'ar', texts: { ar: { text: 'مرحبا' }, en: { text: 'Hello' } } },
    ],
    [{ source: 'zh-Hant-TW', texts: { 'zh-Hant-TW': '你好' } }, said('你好', 'zh-Hant-TW')],
  ],
  wrong: [
    ['x'.repeat(31), 'tooLong'],
    ['𠜎'.repeat(31), 'tooLong'],
    ['', 'required'],
    [' \n\t ', 'required'],
    ['a\0b', 'notText'],
    ['a\udfffb', 'notText'],
    [7, 'wrongType'],
    [['Hello'], 'wrongType'],
    [null, 'required'],
    [undefined, 'required'],
    [{ texts: { en: 'Hello' } }, 'required', 'source'],
    [{ source: 'english', texts: { english: 'Hello' } }, 'notALanguage', 'source'],
    [{ source: 'EN', texts: { EN: 'Hello' } }, 'notALanguage', 'source'],
    [withoutSource, 'required', 'texts.en'],
    [{ source: 'en', texts: ['Hello'] }, 'wrongType', 'texts'],
    [{ source: 'en', texts: { en: 'Hello', '../x': 'y' } }, 'notALanguage', 'texts.../x'],
    [{ source: 'en', texts: { en: 'Hello', ar: 7 } }, 'wrongType', 'texts.ar'],
    [{ source: 'en', texts: { en: 'Hello', ar: ' ' } }, 'required', 'texts.ar'],
    [withNul, 'notText', 'texts.ar'],
    [{ source: 'en', texts: { en: 'Hello', ar: 'x'.repeat(31) } }, 'tooLong', 'texts.ar'],
    [{ source: 'en', texts: { en: 'Hello' }, rev: 3 }, 'unknown', 'rev'],
    [{ source: 'en', texts: { en: { text: 'Hello', by: 'me' } } }, 'wrongType', 'texts.en'],
    [JSON.parse('{"source": "en", "texts": {"en": "Hello", "__proto__": "x"}}'), 'notALanguage', 'texts.__proto__'],
    [
      { source: 'en', texts: Object.fromEntries(languages(51).map((tag) => [tag, 'Hello'])) },
      'tooManyLanguages',
      'texts',
    ],
  ],
  // a schema counts characters and sees no difference between text and what cannot be stored
  beyondSchema: ['a\0b', 'a\udfffb', withoutSource, withNul],
})

function languages(count: number): string[] {
  return ['en', ...Array.from({ length: count - 1 }, (_, index) => `en-${100 + index}`)]
}

test('a title is one line', () => {
  const title = multilingualText({ required: true, max: 300, lines: 'one' })
  expect(title.parse('One\n two\r\n\nthree ')).toEqual({ ok: true, value: said('One two three') })
})

test('the language of a plain string is asked of who knows it', () => {
  const text = multilingualText({ required: true, max: 300, lines: 'one' })
  expect(text.parse('Bonjour', () => 'fr')).toEqual({ ok: true, value: said('Bonjour', 'fr') })
  expect(text.parse(both, () => 'fr')).toMatchObject({ value: { source: 'ar' } })
})

describe('revisions', () => {
  const at = '2026-03-02T09:00:00.000Z'
  const arabic = said('مرحبا', 'ar')

  test('a translation is of the source as it stands, and outdated when that moves on', () => {
    const translated = withTranslation(arabic, 'en', 'Hello', { by: 'mariam', at })
    expect(translated.texts.en).toEqual({ text: 'Hello', of: 1, by: 'mariam', at })
    expect(isOutdated(translated, 'en')).toBe(false)
    const corrected = withTranslation(translated, 'ar', 'أهلا', { by: 'salma', at })
    expect(corrected.texts.ar).toMatchObject({ text: 'أهلا', rev: 2 })
    expect(isOutdated(corrected, 'en')).toBe(true)
    expect(isOutdated(corrected, 'ar')).toBe(false)
    expect(isOutdated(withTranslation(corrected, 'en', 'Welcome', { at }), 'en')).toBe(false)
  })

  test('nothing that was there changes in place', () => {
    const before = structuredClone(arabic)
    withTranslation(arabic, 'ar', 'أهلا', { at })
    expect(arabic).toEqual(before)
  })

  test('goes out with what readers need, and without who wrote it', () => {
    const machine = { ...withTranslation(arabic, 'en', 'Hello', { by: 'mariam', at }) }
    machine.texts.fr = { text: 'Bonjour', of: 0, machine: true }
    expect(presentText(machine)).toEqual({
      source: 'ar',
      texts: { ar: { text: 'مرحبا' }, en: { text: 'Hello' }, fr: { text: 'Bonjour', outdated: true, machine: true } },
    })
  })
})

test('a title of a megabyte of spaces is refused at once, and its lines become one', () => {
  const title = multilingualText({ required: true, max: 300, lines: 'one' })
  for (const unit of [' ', '\t', '\r', ' \n']) title.parse(`a${unit.repeat(1_000_000 / unit.length)}b`, () => 'en')
  expect(title.parse(`a${' '.repeat(1_000_000)}b`, () => 'en')).toMatchObject({ ok: false })
  expect(title.parse(' one \r\n\t\n two\n three ', () => 'en')).toMatchObject({
    value: { texts: { en: { text: 'one two three' } } },
  })
})
