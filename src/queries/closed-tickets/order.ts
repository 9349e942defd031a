import type { Sort } from './closed-tickets.ts'

/** Each sort with the columns that make it whole, so that the next page starts right behind the last row. */
export type Order = { by: readonly OrderKey[]; direction: 'asc' | 'desc' }
export type OrderKey = 'closed_at' | 'opened_at' | 'ticket_number' | 'seq' | 'best' | 'worst'

export const orders: Record<Sort, Order> = {
  '-closedAt': { by: ['closed_at', 'ticket_number', 'seq'], direction: 'desc' },
  closedAt: { by: ['closed_at', 'ticket_number', 'seq'], direction: 'asc' },
  '-openedAt': { by: ['opened_at', 'ticket_number', 'seq'], direction: 'desc' },
  openedAt: { by: ['opened_at', 'ticket_number', 'seq'], direction: 'asc' },
  '-number': { by: ['ticket_number', 'seq'], direction: 'desc' },
  number: { by: ['ticket_number', 'seq'], direction: 'asc' },
  // the unrated come last either way
  '-score': { by: ['best', 'closed_at', 'ticket_number', 'seq'], direction: 'desc' },
  score: { by: ['worst', 'closed_at', 'ticket_number', 'seq'], direction: 'asc' },
}

type Sortable = { closed_at: Date; opened_at: Date; ticket_number: number; seq: number; score: number | null }

/** The values of a row that its place in the list is told by. */
export const placeValues = (sort: Sort, row: Sortable): (string | number)[] =>
  orders[sort].by.map((key) => {
    if (key === 'best') return row.score ?? 0
    if (key === 'worst') return row.score ?? 6
    const value = row[key]
    return value instanceof Date ? value.toISOString() : value
  })
