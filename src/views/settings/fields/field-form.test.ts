import { expect, test } from 'vitest'
import type { ShownField } from '../../added-fields/fields-question.tsx'
import { bodyOf, changedBodyOf, emptyForm, formOf, newChoice, optionsWire, textWire } from './field-form.ts'

const options = { own: 'ar', timeZone: 'UTC', field: undefined } as const

const text = (source: string, texts: Record<string, string>) => ({
  source,
  texts: Object.fromEntries(Object.entries(texts).map(([language, said]) => [language, { text: said }])),
})
const yard: ShownField = {
  key: 'yard',
  type: 'multilingual-text',
  required: 'never',
  visibleTo: 'everyone',
  order: 0,
  retired: false,
  label: text('en', { en: 'Yard', ar: 'الساحة' }),
  help: text('en', { en: 'Where', ar: 'أين' }),
  options: {},
  default: text('en', { en: 'North', ar: 'الشمال' }),
}

test('a new field goes out with what was written, its label in the languages it has', () => {
  const form = { ...emptyForm(), label: { en: 'Order number', ar: 'رقم الطلب' }, max: '٢٠', default: 'PO-1' }
  expect(bodyOf(form, options)).toEqual({
    type: 'short-text',
    label: { source: 'ar', texts: { en: 'Order number', ar: 'رقم الطلب' } },
    required: 'never',
    visibleTo: 'everyone',
    options: { max: 20 },
    default: 'PO-1',
  })
})

test('what was emptied is taken away where the field is there already', () => {
  expect(bodyOf({ ...emptyForm(), label: { en: 'Yard' } }, { ...options, field: yard })).toMatchObject({
    help: null,
    default: null,
  })
})

test('options are named from their labels, none twice, and keep the names that they have', () => {
  const choice = (value: string, label: Record<string, string>) => ({ ...newChoice(), value, label })
  const choices = [choice('a', { en: 'North' }), choice('', { en: 'North' }), choice('', { en: 'north' })]
  const form = { ...emptyForm(), type: 'classification' as const, choices: [...choices, choice('', { ar: 'الشرق' })] }
  const { values } = optionsWire(form, 'en') as { values: { value: string }[] }
  expect(values.map(({ value }) => value)).toEqual(['a', 'north', 'north2', 'option1'])
})

test('a text without words is none', () => {
  expect(textWire({ en: ' ', ar: '' }, 'en')).toBeUndefined()
  expect(textWire({ en: '', ar: 'نص' }, 'en')).toEqual({ source: 'ar', texts: { ar: 'نص' } })
})

test('of two administrators on one field the second undid what the first had changed', () => {
  const opened = formOf(yard, 'UTC')
  expect(changedBodyOf(opened, { ...opened, required: 'onSubmission' }, { ...options, field: yard })).toEqual({
    required: 'onSubmission',
  })
})

test('of two administrators on the options of one field the second undid what the first had changed', () => {
  const option = (value: string, said: Record<string, string>) => ({ value, label: text('en', said) })
  const crane = { ...yard, key: 'crane', type: 'classification' as const, help: null, default: null }
  const opened: ShownField = {
    ...crane,
    options: { values: [option('a', { en: 'Ash' }), option('b', { en: 'Birch' })] },
  }
  const form = formOf(opened, 'UTC')
  const [ash, birch] = form.choices
  const mine = {
    ...form,
    choices: [{ ...ash!, colour: 'red' as const }, birch!, { ...newChoice(), label: { ar: 'بلوط' } }],
  }
  // renamed one, retired the other and added another of their own
  const now: ShownField = {
    ...crane,
    label: text('en', { en: 'Crane', ar: 'الساحة' }),
    options: {
      values: [
        option('a', { en: 'Ash tree', ar: 'دردار' }),
        { ...option('b', { en: 'Birch' }), retired: true },
        option('option1', { ar: 'صفصاف' }),
      ],
    },
  }
  const label = (texts: Record<string, string>, source = 'en') => ({ source, texts })
  expect(changedBodyOf(form, mine, { ...options, field: now })).toEqual({
    options: {
      values: [
        { value: 'a', label: label({ en: 'Ash tree', ar: 'دردار' }), colour: 'red' },
        { value: 'b', label: label({ en: 'Birch' }), colour: 'grey', retired: true },
        { value: 'option1', label: label({ ar: 'صفصاف' }, 'ar'), colour: 'grey' },
        { value: 'option2', label: label({ ar: 'بلوط' }, 'ar'), colour: 'grey' },
      ],
    },
  })
})

test('of two administrators who wrote one label in two languages the second undid what the first had written', () => {
  const opened = formOf(yard, 'UTC')
  const mine = { ...opened, label: { ...opened.label, ar: 'ساحة' } }
  const now = { ...yard, label: text('en', { en: 'Storage yard', ar: 'الساحة' }) }
  expect(changedBodyOf(opened, mine, { ...options, field: now })).toEqual({
    label: { source: 'en', texts: { en: 'Storage yard', ar: 'ساحة' } },
  })
})

test('an administrator who reads Arabic made the Arabic label the original', () => {
  const opened = formOf(yard, 'UTC')
  const changed = { ...opened, label: { ...opened.label, ar: 'ساحة' } }
  expect(changedBodyOf(opened, changed, { ...options, field: yard })).toEqual({
    label: { source: 'en', texts: { en: 'Yard', ar: 'ساحة' } },
  })
})
