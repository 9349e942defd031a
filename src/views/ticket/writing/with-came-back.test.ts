import { expect, test } from 'vitest'
import type { Draft } from '../../../conversation/writing/writing.ts'
import { withCameBack } from './with-came-back.ts'

const file = (id: string) => ({ id, name: `${id}.txt`, type: 'text/plain', size: 1 })
const first = { id: '1', text: 'First.' }
const draft = (text: string, ...files: string[]): Draft => ({
  kind: 'reply',
  text,
  files: files.map(file),
  at: '2026-03-02T09:00:00.000Z',
  problem: 'changedMeanwhile',
  back: [first],
})

test('a reply that came back while its writer wrote the next was written over', () => {
  const came = draft('First.\n\nSec', 'one', 'two')
  expect(withCameBack({ text: 'Second, lon', files: [file('two')] }, came, came.back)).toEqual({
    text: 'First.\n\nSecond, lon',
    files: [file('one'), file('two')],
  })
  expect(withCameBack({ text: ' ', files: [] }, draft('First.'), [first]).text).toBe('First.')
})
