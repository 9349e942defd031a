import { expect, test } from 'vitest'
import { loadWords, needWords } from './load.ts'
import { speak, withOwnWords } from './speak.ts'
import { catalogsByLanguage } from './words.ts'

test('the browser speaks as the server does, from one language alone', async () => {
  const t = await loadWords({ language: 'ar-EG' }, false)
  expect(t('plurals:days', { count: 11 })).toBe('١١ يومًا')
  expect([t.language, t.dir, t.locale]).toEqual(['ar', 'rtl', 'ar-EG-u-ca-gregory'])
})

test('a missing text falls back to English', () => {
  const { glossary, ...rest } = catalogsByLanguage.ar
  const t = speak({ language: 'ar' }, { ar: rest as typeof catalogsByLanguage.ar, en: catalogsByLanguage.en })
  expect(glossary.status.open).toBe('مفتوحة')
  expect(t('glossary:status.open')).toBe('Open')
  expect(t('customerGlossary:status.open')).toBe('تم الاستلام')
})

test('customers do not fetch what only staff read', async () => {
  const [customers, staffs] = await Promise.all([
    loadWords({ language: 'ar' }, false),
    loadWords({ language: 'ar' }, true),
  ])
  expect(customers.maybe('staffTicket', 'why')).toBeUndefined()
  expect(staffs.maybe('staffTicket', 'why')).toBeTypeOf('string')
})

test('what few pages need is fetched with the first of them, for whoever reads now and after a change of language', async () => {
  const t = withOwnWords(await loadWords({ language: 'en' }, true), { glossary: { status: { open: 'Fresh' } } })
  expect(t.maybe('profile', 'title')).toBeUndefined()
  await needWords('account')
  expect(t('profile:title')).toBe(catalogsByLanguage.en.profile.title)
  expect(t('glossary:status.open')).toBe('Fresh')
  expect((await loadWords({ language: 'ar' }, false))('profile:title')).toBe(catalogsByLanguage.ar.profile.title)
})
