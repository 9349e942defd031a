import { expect, test } from 'vitest'
import { between, leadsBack, stepOf, undoOf } from './many.ts'

const documents = { id: 'g1', name: 'Documents' }
const omar = { id: 'u1', name: 'Omar' }
const may = { mayAssign: true, reason: 'Closed by mistake.' }

test('assigning, closing and marking go by the version that was seen, taking does not', () => {
  expect(stepOf({ verb: 'close', reason: 'Done.' }, { version: 4 }).body).toEqual({ reason: 'Done.', version: 4 })
  expect(stepOf({ verb: 'mark-duplicate', original: 7 }, { version: 4 }).body).toEqual({ original: 7, version: 4 })
  expect(stepOf({ verb: 'assign', to: { group: 'g2' } }, { version: 4 }).body).toEqual({ group: 'g2', version: 4 })
  expect(stepOf({ verb: 'take' }, { version: 4 }).body).toEqual({})
})

test('what was assigned goes back to whoever had it, or to the group alone, as long as it is as the deed left it', () => {
  const deed = { verb: 'assign', to: { group: 'g2' } } as const
  expect(undoOf(deed, { assignee: { group: documents, member: omar }, version: 5 }, may)).toEqual({
    verb: 'assign',
    body: { group: 'g1', member: 'u1', version: 5 },
  })
  expect(undoOf(deed, { assignee: { group: documents, member: null }, version: 5 }, may).body).toEqual({
    group: 'g1',
    version: 5,
  })
})

test('an undo was offered that is always refused: whoever had the ticket is not in its group', () => {
  const member = { ...omar, active: true, service: false, holds: true }
  const group = { ...documents, key: null, roles: [], lead: null, timeZone: null, workingHours: null }
  const deed = { verb: 'assign', to: { group: 'g2' } } as const
  const had = { assignee: { group: documents, member: omar }, version: 5 }
  const item = { ...had, status: 'inProgress', solution: null } as const
  const among = (...members: (typeof member)[]) => ({ mayAssign: true, groups: [{ ...group, members }] })
  expect(leadsBack(deed, item, among(member))).toBe(true)
  expect(leadsBack(deed, item, among())).toBe(false)
  expect(leadsBack(deed, item, among({ ...member, holds: false }))).toBe(false)
  // to the group alone it always leads back, and so does laying down what one took, or opening again what ended
  expect(leadsBack(deed, { ...item, assignee: { group: documents, member: null } }, among())).toBe(true)
  expect(leadsBack({ verb: 'take' }, item, { ...among(), mayAssign: false })).toBe(true)
  expect(leadsBack({ verb: 'close', reason: 'x' }, item, among())).toBe(true)
  expect(leadsBack(deed, { ...item, status: 'open' }, among(member))).toBe(false)
})

test('who may not assign lays back what they took', () => {
  const assignee = { group: documents, member: null }
  expect(undoOf({ verb: 'take' }, { assignee, version: 5 }, { ...may, mayAssign: false }).verb).toBe('give-back')
})

test('what ended is opened again with a reason', () => {
  const assignee = { group: documents, member: omar }
  expect(undoOf({ verb: 'close', reason: 'x' }, { assignee, version: 5 }, may)).toEqual({
    verb: 'reopen',
    body: { reason: 'Closed by mistake.' },
  })
})

test('a range is chosen in either direction; from what is no longer there, only the one pressed', () => {
  expect(between([5, 3, 9, 1], 9, 5)).toEqual([5, 3, 9])
  expect(between([5, 3, 9, 1], 3, 1)).toEqual([3, 9, 1])
  expect(between([5, 3], 77, 3)).toEqual([3])
})
