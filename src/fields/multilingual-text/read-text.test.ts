import { expect, test } from 'vitest'
import { readText } from './read-text.ts'

const text = {
  source: 'ar-EG',
  texts: {
    'ar-EG': { text: 'مرحبا' },
    en: { text: 'Hello', outdated: true },
    'fr-CA': { text: 'Allô' },
    fr: { text: 'Bonjour' },
    'de-AT': { text: 'Servus' },
  },
}

test.each([
  ['their own language', ['fr'], 'Bonjour', 'fr'],
  ['their own region of it', ['fr-CA'], 'Allô', 'fr-CA'],
  ['the language without the region', ['fr-BE'], 'Bonjour', 'fr'],
  ['another region where there is only that', ['de-CH'], 'Servus', 'de-AT'],
  ['the original where it is in their language', ['ar'], 'مرحبا', 'ar-EG'],
  ['their second language', ['nl', 'en-GB'], 'Hello', 'en'],
  ['the first of theirs that there is', ['ja', 'de', 'en'], 'Servus', 'de-AT'],
  ['else the original', ['ja', 'nl'], 'مرحبا', 'ar-EG'],
  ['the original, where they named none', [], 'مرحبا', 'ar-EG'],
])('a reader gets %s', (_what, languages, words, language) => {
  expect(readText(text, ...languages)).toMatchObject({ text: words, language, isOriginal: language === 'ar-EG' })
})

test.each([
  ['the original is in another region’s form', 'pt-BR', 'pt-PT', 'pt-PT'],
  ['the original is in another script', 'zh-Hans', 'zh-Hant', 'zh-Hant'],
  ['they name their region beside the script', 'zh-Hans', 'zh-Hant', 'zh-Hant-TW'],
  ['the original names its region', 'ar-EG', 'ar', 'ar'],
])('a reader gets their own form of a language where %s', (_what, source, translated, wanted) => {
  const both = { source, texts: { [source]: { text: 'as written' }, [translated]: { text: 'as translated' } } }
  expect(readText(both, wanted)).toMatchObject({ text: 'as translated', language: translated, isOriginal: false })
  expect(readText(both, source)).toMatchObject({ text: 'as written', isOriginal: true })
})

test.each([
  ['Taiwan’s Chinese', 'zh-TW', ['en', 'zh-Hans', 'zh-Hant'], 'zh-Hant'],
  ['Hong Kong’s Chinese, written there as in Taiwan', 'zh-HK', ['zh-Hans', 'zh-TW'], 'zh-TW'],
  ['Chinese, without saying which', 'zh', ['zh-Hant', 'zh-Hans'], 'zh-Hans'],
  ['Serbian in Latin letters', 'sr-Latn', ['sr', 'en', 'sr-Latn-RS'], 'sr-Latn-RS'],
  ['Serbian as in Serbia', 'sr-RS', ['sr-Latn', 'sr-Cyrl'], 'sr-Cyrl'],
  ['the other script where there is only that', 'zh-TW', ['en', 'zh-Hans'], 'zh-Hans'],
  ['a tag of which no script is known', 'sl-rozaj-rozaj', ['en', 'sl'], 'sl'],
])('who reads %s was shown the other script', (_what, wanted, languages, language) => {
  const texts = Object.fromEntries(languages.map((each) => [each, { text: each }]))
  expect(readText({ source: languages[0]!, texts }, wanted)).toMatchObject({ language })
})

test('is marked with its direction, and whether it is behind the original', () => {
  expect(readText(text, 'en')).toEqual({ text: 'Hello', language: 'en', dir: 'ltr', isOriginal: false, outdated: true })
  expect(readText(text, 'ar')).toEqual({
    text: 'مرحبا',
    language: 'ar-EG',
    dir: 'rtl',
    isOriginal: true,
    outdated: false,
  })
})
