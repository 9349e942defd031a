import { expect, test } from 'vitest'
import { bodyOf, emptyForm, newChoice, optionsWire, textWire } from './field-form.ts'

const options = { own: 'ar', timeZone: 'UTC', isNew: true } as const

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
  expect(bodyOf({ ...emptyForm(), label: { en: 'Yard' } }, { ...options, isNew: false })).toMatchObject({
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
