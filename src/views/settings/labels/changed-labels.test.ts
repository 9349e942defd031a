import { expect, test } from 'vitest'
import { changedLabels } from './changed-labels.ts'

test('only what is otherwise goes out, and what was emptied goes back to the built-in word', () => {
  const open = { staff: { en: 'Fresh' }, customer: {}, colour: 'blue' as const }
  expect(changedLabels({ open }, { open })).toEqual({})
  const now = { open: { staff: { en: '', ar: 'جديدة' }, customer: { en: ' ' }, colour: 'amber' as const } }
  expect(changedLabels({ open }, now)).toEqual({ open: { staff: { en: null, ar: 'جديدة' }, colour: 'amber' } })
  expect(changedLabels(now, { open: { ...now.open, colour: 'blue' } })).toEqual({ open: { colour: null } })
})
