import { describe, expect, test } from 'vitest'
import { fillBody, fillTemplate, parseButtons, textOf, variablesIn } from './template.ts'
import { isInteraction, tellingOf } from './telling.ts'
import { languageCodes, languages } from './languages.ts'
import { catalogsByLanguage } from './words.ts'

describe('a line', () => {
  test('is filled', () => {
    expect(fillTemplate('New ticket {{number}}: {{title}}', { number: 'T-7', title: 'Printer' }, 'ltr')).toBe(
      'New ticket T-7: Printer',
    )
  })

  test.each([
    ['New ticket {{number}}: {{title}}', { number: 'T-7' }, 'New ticket T-7'],
    ['Hello {{name}},', { name: '  ' }, 'Hello,'],
    ['{{actor}} gave {{number}} back: {{reason}}', { actor: 'Sara', number: 'T-7', reason: '' }, 'Sara gave T-7 back'],
    ['Closed ({{reason}}) today', {}, 'Closed today'],
  ])('%s loses an empty variable with the punctuation before it', (template, values, expected) => {
    expect(fillTemplate(template, values, 'ltr')).toBe(expected)
  })

  test.each([
    ['مرحبًا {{name}}،', {}, 'مرحبًا،'],
    ['إسناد جديد: التذكرة {{number}}، {{title}}', { number: '٧' }, 'إسناد جديد: التذكرة ٧'],
    ['أُعيدت (الإعادة من {{actor}}): {{reason}}', { reason: 'عطل' }, 'أُعيدت: عطل'],
  ])('%s does so in Arabic', (template, values, expected) => {
    expect(fillTemplate(template, values, 'rtl')).toBe(expected)
  })

  test('a value that looks like a template stays as it was written', () => {
    const values = { number: '{{title}}', title: '$& {{number}} (x)' }
    expect(fillTemplate('{{number}}: {{title}}', values, 'ltr')).toBe('{{title}}: $& {{number}} (x)')
  })

  test('a subject has marks where running text has isolates', () => {
    const values = { number: 'T-7', title: 'عطل' }
    expect(fillTemplate('تذكرة {{number}}: {{title}}', values, 'rtl')).toBe('تذكرة \u2068T-7\u2069: عطل')
    expect(fillTemplate('تذكرة {{number}}: {{title}}', values, 'rtl', 'mark')).toBe('تذكرة T-7\u200F: عطل')
    expect(fillTemplate('تذكرة {{number}}: {{title}}', values, 'rtl', 'bare')).toBe('تذكرة T-7: عطل')
    expect(fillTemplate('{{number}}: {{title}}', values, 'ltr', 'mark')).toBe('T-7: عطل\u200E')
  })

  test('a stray isolate in a value cannot end ours', () => {
    expect(fillTemplate('{{title}}.', { title: 'a\u2069ب' }, 'ltr')).toBe('\u2068aب\u2069.')
  })
})

describe('a body', () => {
  test('loses the paragraphs of its empty variables, with their buttons', () => {
    const body = ['About {{number}}.', '{{title}}', 'Reopen it until {{until}}: [Reopen](reopen)', '[See](see-request)']
    const paragraphs = fillBody(body, { number: 'T-7' })
    expect(paragraphs.map(({ pieces }) => textOf(pieces, 'ltr'))).toEqual(['About T-7.', ''])
    expect(paragraphs.flatMap(({ buttons }) => buttons)).toEqual([{ label: 'See', action: 'see-request' }])
  })

  test('takes parts as templates and values as they are', () => {
    const [opening] = fillBody(['{{opening}}'], { number: '{{name}}' }, { opening: 'Your request {{number}}' })
    expect(textOf(opening?.pieces ?? [], 'ltr')).toBe('Your request {{name}}')
    expect(fillBody(['{{opening}}'], { number: 'T-7' }, { opening: undefined })).toEqual([])
    expect(fillBody(['{{opening}}'], {}, { opening: 'Because {{reason}}' })).toEqual([])
  })

  test('names its variables, so that a renderer can draw them', () => {
    expect(fillBody(['Rate: {{stars}}'], { stars: '1-5' })).toEqual([
      { pieces: [{ text: 'Rate: ' }, { variable: 'stars', value: '1-5' }], buttons: [] },
    ])
  })
})

test('buttons stand at the end, and only ours are buttons', () => {
  expect(parseButtons('Solved? [Yes](accept-solution) [Not yet](decline-solution)')).toEqual({
    text: 'Solved?',
    buttons: [
      { label: 'Yes', action: 'accept-solution' },
      { label: 'Not yet', action: 'decline-solution' },
    ],
  })
  expect(parseButtons('See [this](https)')).toEqual({ text: 'See [this](https)', buttons: [] })
})

describe.each(languageCodes)('the interactions in %s', (code) => {
  const catalogs = catalogsByLanguage[code]
  const names = Object.keys(catalogs.interactions).filter((name) => isInteraction(catalogs, name))

  test('each has a subject, a line and a body', () => {
    expect(names.length).toBeGreaterThanOrEqual(19)
    const incomplete = names.filter((name) => {
      const { subject, inProduct, body } = tellingOf(catalogs, name)
      return subject === '' || inProduct === '' || body.length < 3
    })
    expect(incomplete).toEqual([])
  })

  test('no bracket is left over once buttons and values are in', () => {
    for (const name of names) {
      for (const variant of [
        undefined,
        'group',
        'customer',
        'noConfirm',
        'desk',
        'note',
        'silence',
        'silenceAnswered',
        'answered',
        'onBehalf',
      ]) {
        const { body, subject, opening } = tellingOf(catalogs, name, variant)
        const all = [...body, opening ?? '', subject]
        const values = Object.fromEntries(all.flatMap(variablesIn).map((variable) => [variable, 'x']))
        const text = fillBody(body, values, { opening }).map(({ pieces }) =>
          textOf(pieces, languages[code].dir, 'bare'),
        )
        expect(text.join('\n')).not.toMatch(/[[\]{}]/u)
        expect(fillTemplate(subject, values, languages[code].dir)).not.toMatch(/[[\]{}]/u)
      }
    }
  })

  test('a variant falls back text by text', () => {
    const telling = tellingOf(catalogs, 'tell-customer-of-solution', 'noConfirm')
    expect(telling.subject).toBe(tellingOf(catalogs, 'tell-customer-of-solution').subject)
    expect(telling.body).not.toEqual(tellingOf(catalogs, 'tell-customer-of-solution').body)
  })
})
