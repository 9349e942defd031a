import { expect, test } from 'vitest'
import { differingColumns, replay, versionOf } from './replay.ts'

const events = [
  { seq: 1, happened: 'ticketSubmitted', after: { status: 'open', member_id: null, seq: 1, score: null } },
  { seq: 2, happened: 'ticketTaken', after: { status: 'inProgress', member_id: 'omar', seq: 2 } },
  { seq: 3, happened: 'noteAdded', after: { seq: 3 } },
]

test('events laid over each other give the row', () => {
  expect(replay(events)).toEqual({ status: 'inProgress', member_id: 'omar', seq: 3, score: null })
})

test('the version is that of the last event that changed who has it, where it stands, or was public', () => {
  expect(versionOf(events)).toBe(2)
  expect(versionOf([...events, { seq: 4, happened: 'replyAdded', after: { seq: 4 } }])).toBe(4)
})

test('rows differ by what they say, not by the order in which JSON says it', () => {
  const at = new Date('2026-03-02T09:00:00Z')
  expect(differingColumns({ at, title: { a: 1, b: [2] } }, { at: at.toISOString(), title: { b: [2], a: 1 } })).toEqual(
    [],
  )
  expect(differingColumns({ score: 5, title: { a: 1 } }, { score: 4, title: { a: 1, b: 2 } })).toEqual([
    'score',
    'title',
  ])
  expect(differingColumns({ score: null }, {})).toEqual(['score'])
})
