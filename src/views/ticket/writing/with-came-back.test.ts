import { expect, test } from 'vitest'
import type { Draft } from '../../../conversation/writing/writing.ts'
import { withCameBack } from './with-came-back.ts'

const file = (id: string) => ({ id, name: `${id}.txt`, type: 'text/plain', size: 1 })
const draft = (text: string, ...files: string[]): Draft => ({
  kind: 'reply',
  text,
  files: files.map(file),
  at: '2026-03-02T09:00:00.000Z',
  problem: 'changedMeanwhile',
})

test('a reply that came back while its writer wrote the next was written over', () => {
  const came = draft('First.\n\nSec', 'one', 'two')
  expect(withCameBack({ text: 'Second, lon', files: [file('two')] }, draft('Sec', 'two'), came)).toEqual({
    text: 'First.\n\nSecond, lon',
    files: [file('one'), file('two')],
  })
  expect(withCameBack({ text: 'Second', files: [] }, undefined, draft('First.')).text).toBe('First.\n\nSecond')
  expect(withCameBack({ text: ' ', files: [] }, undefined, draft('First.')).text).toBe('First.')
})
