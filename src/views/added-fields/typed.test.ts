import { expect, test } from 'vitest'
import type { AddedFieldType } from '../../settings/added-fields/added-field.ts'
import { heldChoice } from './choices.tsx'
import { Problem } from '../../web/problem.ts'
import { defaultOf, fieldFaults, givenOf, typedOf, wireOf } from './typed.ts'

const kinds: [type: AddedFieldType, typed: string, wire: unknown, presented: unknown][] = [
  ['short-text', 'PO 7', 'PO 7', 'PO 7'],
  ['multilingual-text', 'مرحبا', 'مرحبا', { source: 'ar', texts: { ar: { text: 'مرحبا' } } }],
  ['number', '12.5', 12.5, 12.5],
  ['scale', '3', 3, 3],
  ['yes-no', 'false', false, false],
  ['date', '2026-03-01', '2026-03-01', '2026-03-01'],
  ['date-time', '2026-03-01T09:30', '2026-03-01T03:45:00.000Z', '2026-03-01T03:45:00.000Z'],
  ['classification', 'north', 'north', 'north'],
  ['user', 'u1', 'u1', { id: 'u1', name: 'Omar' }],
  ['user-group', 'g1', { group: 'g1' }, { group: { id: 'g1', name: 'Billing' }, member: null }],
  ['file', '{"id":"f1","name":"a.pdf","size":3}', 'f1', { id: 'f1', name: 'a.pdf', size: 3 }],
  ['user-group', 'g1/u1', { group: 'g1', member: 'u1' }, { group: { id: 'g1' }, member: { id: 'u1' } }],
]

test.each(kinds)('%s goes out as its type has it, and comes back into its input', (type, typed, wire, presented) => {
  expect(wireOf({ type }, typed, 'Asia/Kathmandu')).toEqual(wire)
  expect(typedOf({ type }, presented, 'Asia/Kathmandu')).toBe(typed)
  expect(wireOf({ type }, ' ', 'UTC')).toBeNull()
})

test('digits of any keyboard are numbers, and what is none goes as it was typed', () => {
  expect(wireOf({ type: 'number' }, '١٢٫٥', 'UTC')).toBe(12.5)
  expect(wireOf({ type: 'number' }, 'many', 'UTC')).toBe('many')
  expect(wireOf({ type: 'date-time' }, 'soon', 'UTC')).toBe('soon')
})

test('a default stands in the form; it goes out as it was seen, and taken away it does not come back', () => {
  const field = { key: 'size', type: 'classification', default: 'small' } as const
  expect(defaultOf(field, 'UTC')).toBe('small')
  expect(givenOf([field], {}, 'UTC')).toEqual({ size: 'small' })
  expect(givenOf([field], { size: 'small' }, 'UTC')).toEqual({ size: 'small' })
  expect(givenOf([field], { size: 'large' }, 'UTC')).toEqual({ size: 'large' })
  expect(givenOf([field], { size: '' }, 'UTC')).toEqual({ size: null })
  expect(givenOf([{ ...field, default: null }], { size: '' }, 'UTC')).toEqual({})
})

test('a default that changed while somebody wrote went on their ticket, although they had seen another', () => {
  const seen = [
    { key: 'copies', type: 'number', default: 2 },
    { key: 'since', type: 'date-time', default: '2026-03-01T03:45:00.000Z' },
  ] as const
  expect(givenOf(seen, {}, 'Asia/Kathmandu')).toEqual({ copies: 2, since: '2026-03-01T03:45:00.000Z' })
})

test('a default that its reader could not have given, or that is more than its input shows, is left to the server', () => {
  const kept = [
    { key: 'yard', type: 'multilingual-text', default: { source: 'en', texts: { en: { text: 'North' } } } },
    { key: 'who', type: 'user', default: 'u1' },
    { key: 'crew', type: 'user-group', default: { group: 'g1', member: null } },
  ] as const
  expect(givenOf(kept, {}, 'UTC')).toEqual({})
})

test('what a ticket holds is called as it is there, wherever whoever it names has gone', () => {
  const omar = { id: 'o', name: 'Omar' }
  const crew = { group: { id: 'g', name: 'Cranes' }, member: omar }
  expect(heldChoice({ type: 'user' }, omar)).toEqual({ value: 'o', label: 'Omar' })
  expect(heldChoice({ type: 'user-group' }, crew)).toEqual({ value: 'g/o', label: 'Cranes: Omar' })
  expect(heldChoice({ type: 'user-group' }, { ...crew, member: null })).toEqual({ value: 'g', label: 'Cranes' })
  for (const nothing of [undefined, null]) expect(heldChoice({ type: 'user' }, nothing)).toBeUndefined()
  expect(heldChoice({ type: 'short-text' }, 'Omar')).toBeUndefined()
})

test('what is wrong with a field is said beside it, of a new ticket and of a changed one', () => {
  const refused = (field: string) =>
    new Problem({
      status: 422,
      code: 'invalidFields',
      title: 'Not all fields could be taken.',
      errors: [{ field, code: 'required', message: 'Please fill this in.' }],
    })
  for (const field of ['custom.cost', 'fields.cost', 'fields.cost.member'])
    expect(fieldFaults(refused(field))).toEqual({ cost: 'Please fill this in.' })
  for (const field of ['title', 'fields']) expect(fieldFaults(refused(field))).toEqual({})
})
