import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { happenings } from '../events/happened.ts'
import { isInteraction } from '../words/telling.ts'
import { languageCodes } from '../words/languages.ts'
import { catalogsByLanguage, wordsFor } from '../words/words.ts'
import { answerBy } from './dates.ts'
import { interactions, listenersTo } from './index.ts'
import { excerpt } from './raw.ts'
import { variantsOf } from './template-texts.ts'
import { withDeadLinks } from './values.ts'

test('every interaction is a folder of its name with words in every language, and every such folder is declared', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'testing')
    .map(({ name }) => name)
  expect(interactions.map(({ name }) => name).toSorted()).toEqual(folders.toSorted())
  for (const { name } of interactions)
    for (const catalogs of Object.values(catalogsByLanguage)) expect(isInteraction(catalogs, name)).toBe(true)
})

test('what is told to nobody is so on purpose', () => {
  const untold = happenings.filter((happened) => listenersTo(happened).length === 0)
  // of a mark that was taken back its customer hears what became of the answer
  const known = ['ticketTaken', 'duplicateReturned', 'originalAnswerAccepted', 'textTranslated', 'fieldsChanged']
  expect(untold).toEqual(known)
})

test('links of strangers are dead, figures and abbreviations live', () => {
  expect(withDeadLinks('See https://a.example.com/x?y=1 or www.b.org, javascript:alert(1)')).toBe(
    'See https[:]//a[.]example[.]com/x?y=1 or www[.]b[.]org, javascript[:]alert(1)',
  )
  expect(withDeadLinks('evil.com. Also x@evil.example!')).toBe('evil[.]com. Also x@evil[.]example!')
  expect(withDeadLinks('report.pdf, e.g. final.docx')).toBe('report.pdf, e.g. final.docx')
  expect(withDeadLinks('Version 2.3.1 at 14:05. Thanks')).toBe('Version 2.3.1 at 14:05. Thanks')
})

test.each(languageCodes)(
  '%s: every case of a telling has a name on the page where its words are changed',
  (language) => {
    const names = new Set(interactions.flatMap(({ name }) => variantsOf(name)))
    const nameless = [...names].filter((name) => !wordsFor(language).maybe('settingsInteractions', `variants.${name}`))
    expect(nameless).toEqual([])
  },
)

test.each(languageCodes)('%s: a case that says the answer names its files as the usual case does', (language) => {
  const texts = Object.entries(catalogsByLanguage[language].interactions).flatMap(([name, telling]) => {
    const bodies = Object.entries(telling as Record<string, unknown>).filter(([key]) => key.startsWith('body'))
    return bodies.map(([key, body]) => [`${name} ${key}`, String(body)] as const)
  })
  const saysIt = texts.filter(([, body]) => /\{\{(solution|reply)\}\}/u.test(body))
  expect(saysIt.length).toBeGreaterThan(4)
  const isReview = (name: string) => name.startsWith('notify-desk-to-review')
  expect(saysIt.filter(([name, body]) => !isReview(name) && !body.includes('{{files}}')).map(([name]) => name)).toEqual(
    [],
  )
})

test('an excerpt has at most 300 characters, counted as people count', () => {
  const long = { source: 'en', texts: { en: { text: '😀'.repeat(400), rev: 1 } } }
  const cut = excerpt(long) as { excerpt: { texts: Record<string, { text: string }> } }
  expect([...cut.excerpt.texts['en']!.text]).toHaveLength(300)
})

test('a promise to answer skips the free days of the organisation’s own week', () => {
  const by = (language: string, from: string) =>
    answerBy(new Date(from), { answerWithinDays: 2, language, timeZone: 'UTC' }).toISOString().slice(0, 10)
  expect(by('en-GB', '2026-03-05T12:00:00Z')).toBe('2026-03-09')
  expect(by('ar-EG', '2026-03-05T12:00:00Z')).toBe('2026-03-09')
  expect(by('ar-EG', '2026-03-04T12:00:00Z')).toBe('2026-03-08')
  expect(by('en-GB', '2026-03-02T12:00:00Z')).toBe('2026-03-04')
})

test.each(languageCodes)('%s: every telling has a name on the page where one mutes it', (language) => {
  const nameless = interactions.filter(({ name }) => !wordsFor(language).maybe('profile', `telling.${name}`))
  expect(nameless.map(({ name }) => name)).toEqual([])
})
