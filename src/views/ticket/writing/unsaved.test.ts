import { expect, test } from 'vitest'
import { joined } from './unsaved.ts'

const file = (id: string) => ({ id, name: `${id}.txt`, type: 'text/plain', size: 1 })

test('what did not go out stands before what was written since, and an empty text joins nothing', () => {
  const first = { text: 'Hello', files: [] }
  expect(joined(first, { text: 'And more', files: [] }).text).toBe('Hello\n\nAnd more')
  expect(joined(first, { text: '  ', files: [] }).text).toBe('Hello')
  expect(joined(undefined, first)).toBe(first)
})

test('a file that stood in both was attached twice', () => {
  const taken = { text: '', files: [file('a'), file('b')] }
  const since = { text: '', files: [file('b'), file('c')] }
  expect(joined(taken, since).files.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})
