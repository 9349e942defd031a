import { expect, test } from 'vitest'
import type { MyTicket } from '../../queries/my-tickets/my-tickets.ts'
import { sectionsOf } from './sections.ts'

const ticket = (number: number, waitsFor: MyTicket['waiting']['for'], closedAt: string | null = null) => ({
  number,
  waiting: { for: waitsFor, since: '2026-03-02T09:00:00Z' },
  closedAt,
})

test('what waits for the customer is on top, each section keeps its order, an empty one is not there', () => {
  const sections = sectionsOf([
    ticket(4, 'desk'),
    ticket(3, 'customer'),
    ticket(2, 'representative'),
    ticket(1, 'customer'),
  ])
  expect(sections.map(({ key, tickets }) => [key, tickets.map(({ number }) => number)])).toEqual([
    ['waiting', [3, 1]],
    ['going', [4, 2]],
  ])
})

test('a closed request waits for nobody', () => {
  expect(sectionsOf([ticket(1, 'nobody', '2026-03-02T09:00:00Z')])[0]?.key).toBe('ended')
})
