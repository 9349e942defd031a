import { expect, test } from 'vitest'
import type { SavedQuery } from '../../queries/saved-queries/saved-queries.ts'
import { askedNow } from './saved-questions.tsx'

const saved = (id: string, own: boolean, score = '1,2'): SavedQuery => ({
  ...{ id, own, name: id, query: 'closed-tickets', filters: { score, ended: 'desk' } },
  ...{ owner: { id: 'x', name: 'X' }, group: own ? null : { id: 'g', name: 'Documents' } },
})

test('one’s own search could be neither changed nor removed while a colleague shared the same one', () => {
  const asked = { ended: 'desk', score: '1,2' }
  const [theirs, mine, another] = [saved('a', false), saved('b', true), saved('c', true)]
  expect(askedNow([theirs, mine, another], asked)).toBe(mine)
  expect(askedNow([theirs, mine, another], asked, 'c')).toBe(another)
  expect(askedNow([theirs, mine], asked, 'a')).toBe(theirs)
  expect(askedNow([theirs, saved('d', true, '5')], asked, 'd')).toBe(theirs)
  expect(askedNow([saved('d', true, '5')], asked)).toBeUndefined()
})
