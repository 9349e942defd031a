import { expect, test } from 'vitest'
import { languageByScript, ownNameOf } from './script-language.ts'

test('the letters decide, and where they leave it open the writer', () => {
  expect(languageByScript('لا يمكنني تنزيل سند تسليم الشحنة MF-20418', 'en')).toBe('ar')
  expect(languageByScript('Delivery note of MF-20418 cannot be downloaded', 'en-GB')).toBe('en')
  expect(languageByScript('La page ne répond pas', 'fr')).toBe('fr')
  expect(languageByScript('无法下载送货单', 'en')).toBe('zh')
  expect(languageByScript('در حال حاضر کار نمی کند', 'fa')).toBe('fa')
})

test('Latin letters of somebody who reads Arabic are not Arabic', () => {
  expect(languageByScript('The page is empty', 'ar')).toBe('en')
  expect(languageByScript('The page is empty', 'fa')).toBe('en')
})

test('without a letter there is no language', () => {
  expect(languageByScript(' 20418 …', 'en')).toBeUndefined()
})

test('a language is called by its own name, and a tag that is none by itself', () => {
  expect(ownNameOf('ar')).toBe('العربية')
  expect(ownNameOf('not a tag')).toBe('not a tag')
})
