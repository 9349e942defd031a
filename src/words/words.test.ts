import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { completenessFaults, foreignFirstWords, textsIn, untranslated, voiceFaults } from './testing/faults.ts'
import { languageCodes } from './languages.ts'
import { catalogsByLanguage, wordsFor } from './words.ts'

const english = catalogsByLanguage.en
const others = languageCodes.filter((code) => code !== 'en')

// A term that is the same word in both, with the reason beside it. Empty is best.
const sameInEveryLanguage: string[] = []

/** Files that gather namespaces and are none themselves. */
const gathering = ['index', 'for-everyone', 'for-staff', 'for-account', 'for-administration']

describe('every language', () => {
  test('has texts to check', () => {
    expect(textsIn(english).size).toBeGreaterThan(400)
    const empty = Object.entries(english).filter(([, texts]) => textsIn(texts).size === 0)
    expect(empty).toEqual([])
  })

  test.each(languageCodes)('%s has every text, in every plural form, with the same variables and buttons', (code) => {
    expect(completenessFaults(code, catalogsByLanguage[code], english)).toEqual([])
  })

  test.each(languageCodes)('%s keeps to the voice', (code) => {
    expect(voiceFaults(code, catalogsByLanguage[code])).toEqual([])
  })

  test.each(others)('%s leaves nothing in English', (code) => {
    const left = untranslated(code, catalogsByLanguage[code], english)
    expect(left.filter((fault) => !sameInEveryLanguage.some((text) => fault.endsWith(`: ${text}`)))).toEqual([])
  })

  test('a counted noun that is put into an Arabic sentence comes after a colon: behind a preposition two of it is another word', () => {
    const counted = [...textsIn(catalogsByLanguage.ar)].filter(([, text]) =>
      /\{\{(age|rows|amount)\}\}/u.test(String(text)),
    )
    expect(counted.length).toBeGreaterThan(3)
    expect(counted.filter(([, text]) => !/: \{\{(age|rows|amount)\}\}/u.test(String(text)))).toEqual([])
  })

  test('Arabic subjects and notices begin with an Arabic word', () => {
    expect(foreignFirstWords(catalogsByLanguage.ar)).toEqual([])
  })

  test.each(languageCodes)('%s has the same files as English, each gathered in its index', (code) => {
    const filesOf = (language: string) => readdirSync(new URL(`./${language}/`, import.meta.url)).sort()
    expect(filesOf(code)).toEqual(filesOf('en'))
    const namespaces = Object.keys(catalogsByLanguage[code]).map(kebab)
    const stray = filesOf(code)
      .map((file) => file.replace(/\.ts$/u, ''))
      .filter(
        (file) => !gathering.includes(file) && !namespaces.some((name) => file === name || file.startsWith(`${name}-`)),
      )
    expect(stray).toEqual([])
  })
})

describe('a planted fault is found', () => {
  const texts = {
    a: { title_one: '{{count, number}} file', title_other: '{{count, number}} files', hello: 'Hello {{name}}' },
  }
  const arabic = {
    a: {
      title_zero: 'لا ملفات',
      title_one: 'ملف واحد',
      title_two: 'ملفان',
      title_few: '{{count, number}} ملفات',
      title_many: '{{count, number}} ملفًا',
      title_other: '{{count, number}} ملف',
      hello: 'مرحبًا {{name}}',
    },
  }
  const changed = (change: object) => ({ a: { ...arabic.a, ...change } })
  const faults = (catalog: object) => completenessFaults('ar', catalog, texts)

  test('and a good catalog has none', () => {
    expect(faults(arabic)).toEqual([])
    expect(voiceFaults('ar', arabic)).toEqual([])
    expect(untranslated('ar', arabic, texts)).toEqual([])
  })

  test('a missing key, a stray key, a missing form', () => {
    expect(faults(changed({ stray: 'شيء' }))).toEqual(['ar: a.stray is not in English'])
    const { hello: _, ...withoutHello } = arabic.a
    expect(faults({ a: withoutHello })).toEqual(['ar: a.hello is missing'])
    const { title_two: __, ...withoutTwo } = arabic.a
    expect(faults({ a: withoutTwo })).toEqual(['ar: a.title_two is missing'])
  })

  test('another variable, a count left out, a number without its format', () => {
    expect(faults(changed({ hello: 'مرحبًا {{nam}}' }))).toEqual(['ar: a.hello has {nam}, English {name}'])
    expect(faults(changed({ title_many: 'ملفات' }))).toHaveLength(1)
    expect(faults(changed({ title_few: '{{count}} ملفات' }))).toHaveLength(1)
    expect(voiceFaults('ar', changed({ title_few: '{{count}} ملفات' }))).toHaveLength(1)
  })

  test.each([
    ['مرحبًا!', 'has an exclamation mark'],
    ['إلى ل{{name}}', 'attaches a particle'],
    ['طلب {{name}}ك', 'attaches a particle'],
    ['Hello {{name}}', 'has no Arabic letter'],
    ['مرحبًا, {{name}}', 'has Latin punctuation'],
    ['مرحبًا ، {{name}}', 'has a space before punctuation'],
    ['خلال 3 أيام', 'types a digit'],
    ['قام بالإغلاق {{name}}', 'says قام بـ'],
    ['تم إغلاق التذكرة رقم {{name}}', 'says a long sentence with «تم»'],
    ['مرحبـًا {{name}}', 'has a tatweel'],
    ['حاول مرة أخرى {{name}}', 'speaks to a man alone'],
    ['ستجد هنا {{name}}', 'speaks to a man alone'],
    ['للزبون {{name}}', 'glossary.md has another'],
    ['وبالفئة {{name}}', 'glossary.md has another'],
  ])('Arabic «%s» %s', (hello, fault) => {
    expect(voiceFaults('ar', changed({ hello })).join()).toContain(fault)
  })

  test.each([
    ["We can't do this", 'has a contraction'],
    ['Unfortunately not', 'has theatre'],
    ['Your email', 'writes "email"'],
    ['We write soon', 'says "soon"'],
    ['Done!', 'has an exclamation mark'],
    ['The agent has it', 'glossary.md has another'],
    ['Merged', 'glossary.md has another'],
  ])('English "%s" %s', (text, fault) => {
    expect(voiceFaults('en', { a: { text } }).join()).toContain(fault)
  })

  test('a text left in English, a subject that begins with a variable', () => {
    expect(untranslated('ar', changed({ hello: 'Hello {{name}}' }), texts)).toHaveLength(1)
    expect(
      foreignFirstWords({ a: { x: { subject: '{{number}} أُسندت', inProduct_group: 'أُسندت {{number}}' } } }),
    ).toHaveLength(1)
  })
})

describe('asking for words', () => {
  test('Arabic has six forms of a number with its noun', () => {
    const t = wordsFor('ar')
    const said = [0, 1, 2, 3, 11, 100, 103].map((count) => t('plurals:days', { count }))
    expect(said).toEqual(['أقل من يوم', 'يوم واحد', 'يومان', '3 أيام', '11 يومًا', '100 يوم', '103 أيام'])
  })

  test('numbers stand in the digits of the reader', () => {
    expect(wordsFor('ar-EG')('plurals:tickets', { count: 1042 })).toBe('١٬٠٤٢ تذكرة')
    expect(wordsFor({ language: 'ar-EG', digits: 'latn' })('plurals:tickets', { count: 1042 })).toBe('1,042 تذكرة')
    expect(wordsFor({ language: 'ar', digits: 'arab' })('plurals:tickets', { count: 12 })).toBe('١٢ تذكرة')
    expect(wordsFor('en')('plurals:tickets', { count: 1042 })).toBe('1,042 tickets')
  })

  test('a value of the other direction is isolated, unless asked for plainly', () => {
    const t = wordsFor('ar')
    expect(t('happened:staff.ticketTaken', { actor: 'Sara' })).toBe('أصبحت التذكرة لدى \u2068Sara\u2069')
    expect(t.plain('happened:staff.ticketTaken', { actor: 'Sara' })).toBe('أصبحت التذكرة لدى Sara')
    expect(t('happened:staff.ticketTaken', { actor: 'سارة' })).toBe('أصبحت التذكرة لدى سارة')
    expect(wordsFor('en')('happened:staff.ticketTaken', { actor: 'سارة' })).toBe('\u2068سارة\u2069 took the ticket')
  })

  test('what people wrote is never read as a template, a key or an option', () => {
    const actor = '{{actor}} $t(glossary:product) <b>'
    expect(wordsFor('en')('happened:staff.ticketTaken', { actor })).toBe(`${actor} took the ticket`)
  })

  test('an unknown language is read in English, a region in its language', () => {
    expect(wordsFor('tlh')('glossary:status.open')).toBe('Open')
    expect(wordsFor('ar-MA')('glossary:status.open')).toBe('مفتوحة')
    expect(wordsFor('ar-MA').dir).toBe('rtl')
  })

  test('a code from outside has words or has none', () => {
    const t = wordsFor('en')
    expect(t.maybe('refusals', 'field.required')).toBe('Please fill this in.')
    expect(t.maybe('permissions', 'ticket.assign')).toBe('Assign tickets')
    expect(t.maybe('refusals', 'field')).toBeUndefined()
    expect(t.maybe('refusals', 'no-such-code')).toBeUndefined()
    expect(t.maybe('refusals', 'constructor')).toBeUndefined()
    expect(t.maybe('refusals', '__proto__.toString')).toBeUndefined()
    expect(t.maybe('interactions', 'tell-of-release.body')).toBeUndefined()
    expect(t.maybe('plurals', 'days', { count: 2 })).toBe('2 days')
  })

  test('a wrong key, a missing variable or a forgotten count does not compile', () => {
    const t = wordsFor('en')
    // @ts-expect-error there is no such status
    t('glossary:status.opened')
    // @ts-expect-error the count is forgotten
    t('plurals:tickets')
    // @ts-expect-error a number goes in as a number, for its digits
    t('rating:spoken', { score: '4', max: 5, word: 'good' })
    // @ts-expect-error the actor is missing
    t('happened:staff.ticketTaken', {})
    // @ts-expect-error customers never see a note
    t('happened:customer.noteAdded')
    const status = 'open' as 'open' | 'closed'
    expect(t(`glossary:status.${status}`)).toBe('Open')
  })
})

const kebab = (name: string): string => name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)

test('the reader’s own line on the path said “your turn” in Arabic while the customer had the ball', () => {
  const t = wordsFor('ar')
  expect(t('staffTicket:youLane')).toBe(t('customerTicket:conversation.you'))
})
