import { expect, test } from 'vitest'
import { between, stepOf, undoOf } from './many.ts'

const documents = { id: 'g1', name: 'Documents' }
const omar = { id: 'u1', name: 'Omar' }
const may = { mayAssign: true, reason: 'Closed by mistake.' }

test('closing and marking go by the version that was seen, taking and assigning do not', () => {
  expect(stepOf({ verb: 'close', reason: 'Done.' }, { version: 4 }).body).toEqual({ reason: 'Done.', version: 4 })
  expect(stepOf({ verb: 'mark-duplicate', original: 7 }, { version: 4 }).body).toEqual({ original: 7, version: 4 })
  expect(stepOf({ verb: 'take' }, { version: 4 }).body).toEqual({})
})

test('what was assigned goes back to whoever had it, or to the group alone', () => {
  const deed = { verb: 'assign', to: { group: 'g2' } } as const
  expect(undoOf(deed, { assignee: { group: documents, member: omar } }, may)).toEqual({
    verb: 'assign',
    body: { group: 'g1', member: 'u1' },
  })
  expect(undoOf(deed, { assignee: { group: documents, member: null } }, may).body).toEqual({ group: 'g1' })
})

test('who may not assign lays back what they took', () => {
  const assignee = { group: documents, member: null }
  expect(undoOf({ verb: 'take' }, { assignee }, { ...may, mayAssign: false }).verb).toBe('give-back')
})

test('what ended is opened again with a reason', () => {
  const assignee = { group: documents, member: omar }
  expect(undoOf({ verb: 'close', reason: 'x' }, { assignee }, may)).toEqual({
    verb: 'reopen',
    body: { reason: 'Closed by mistake.' },
  })
})

test('a range is chosen in either direction; from what is no longer there, only the one pressed', () => {
  expect(between([5, 3, 9, 1], 9, 5)).toEqual([5, 3, 9])
  expect(between([5, 3, 9, 1], 3, 1)).toEqual([3, 9, 1])
  expect(between([5, 3], 77, 3)).toEqual([3])
})
