import { expect, test } from 'vitest'
import { closedTicketsFilters } from '../../queries/closed-tickets/closed-tickets.ts'
import { holds, kinds } from './filter-kinds.ts'

test('whatever an address can ask has a chip that shows it, so that no filter holds unseen', () => {
  const values: Record<string, string> = { reopened: 'yes' }
  const elsewhere = ['words', 'sort', 'older']
  const names = Object.keys(closedTicketsFilters).filter((each) => !elsewhere.includes(each))
  const shownBy = (name: string) => kinds.filter((kind) => holds[kind]({ [name]: values[name] ?? 'x' })).length
  expect(names.filter((name) => shownBy(name) !== 1)).toEqual([])
})

test('a page that asks nothing has no chip', () => {
  expect(kinds.filter((kind) => holds[kind]({ reopened: 'no', words: 'invoice', sort: 'score' }))).toEqual([])
})
