import { expect, test } from 'vitest'
import { readText } from '../fields/multilingual-text/read-text.ts'
import { readersOf } from './languages.ts'

const request = { source: 'fr', texts: { fr: { text: 'La grue' }, en: { text: 'The crane' }, ar: { text: 'الرافعة' } } }

test.each([
  ['whose language is none of ours reads their own request as they wrote it, on pages in English', 'en', 'fr', 'fr'],
  ['of a region reads its form', 'ar', 'ar-EG', 'ar'],
  ['who looks at the pages in another language reads that', 'ar', 'fr', 'ar'],
  ['who reads one of ours reads it', 'en', 'en', 'en'],
])('somebody %s', (_who, page, own, language) => {
  expect(readText(request, ...readersOf(page, own))).toMatchObject({ language })
})

test('a regional form goes before the plain one that the pages are in', () => {
  const both = { source: 'en', texts: { en: { text: 'Lorry' }, 'en-US': { text: 'Truck' } } }
  expect(readText(both, ...readersOf('en', 'en-US'))).toMatchObject({ text: 'Truck' })
})
