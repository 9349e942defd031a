import { expect, test } from 'vitest'
import type { IncomingItem } from '../../queries/incoming-requests/incoming-requests.ts'
import { pointedIn } from './pointed.ts'

const row = (number: number, gone = false) => ({ item: { number } as IncomingItem, placedBy: '', gone })

test('a key acted on a ticket that was pointed at in a list that one no longer looks at, or that had left it', () => {
  const pointed = { list: 'all', number: 4 }
  expect(pointedIn([row(3), row(4)], 'all', pointed)).toBe(4)
  expect(pointedIn([row(3)], 'all', pointed)).toBeUndefined()
  expect(pointedIn([row(3), row(4, true)], 'all', pointed)).toBeUndefined()
  // in a list that was searched it may lie anywhere, out of sight
  expect(pointedIn([row(3), row(4)], 'searched', pointed)).toBeUndefined()
  expect(pointedIn([row(3), row(4)], 'all')).toBeUndefined()
})
