import { expect, test } from 'vitest'
import { changedLabels } from './changed-labels.ts'
import { labelsOver, typedLabel } from './typed-labels.ts'

const saved = { open: { colour: 'blue', staff: { en: 'New' }, customer: {} } } as const

test('two administrators who name one status at once, each in a language: neither takes the other’s word back', () => {
  const typed = typedLabel(saved, {}, 'open', { staff: { en: 'Arrived' } })
  const meanwhile = { open: { ...saved.open, staff: { en: 'New', ar: 'وصلت' } } }
  const shown = labelsOver(meanwhile, typed)
  expect(shown['open']?.staff).toEqual({ en: 'Arrived', ar: 'وصلت' })
  expect(changedLabels(meanwhile, shown)).toEqual({ open: { staff: { en: 'Arrived' } } })
})

test('what was typed and taken back is not sent when somebody else changes it', () => {
  const there = typedLabel(saved, {}, 'open', { colour: 'red', staff: { en: 'Newer' } })
  const back = typedLabel(saved, there, 'open', { colour: 'blue', staff: { en: 'New' } })
  const meanwhile = { open: { ...saved.open, colour: 'green', staff: { en: 'Fresh' } } } as const
  expect(changedLabels(meanwhile, labelsOver(meanwhile, back))).toEqual({})
})

test('what goes back to what is built in is taken away', () => {
  const reset = typedLabel(saved, {}, 'open', { staff: {}, customer: {}, colour: 'blue' })
  expect(changedLabels(saved, labelsOver(saved, reset))).toEqual({ open: { staff: { en: null } } })
})
