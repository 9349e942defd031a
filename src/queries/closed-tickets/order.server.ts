import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { refuseFields } from '../../server/errors/refusal.ts'
import { usualSort } from './closed-tickets.ts'
import type { Filters } from './narrow.server.ts'
import { orders, type OrderKey } from './order.ts'
import type { PlaceInList } from './place-in-list.ts'

type Sortable<Query> = { orderBy(key: RawBuilder<unknown>, direction: 'asc' | 'desc'): Query }

/** By the columns of `closing`. */
export function inOrder<Query extends Sortable<Query>>(query: Query, { sort = usualSort }: Filters): Query {
  const { by, direction } = orders[sort]
  return by.reduce((sofar, key) => sofar.orderBy(columns[key], direction), query)
}

/** Behind the place where the page before ended. A place of another sort is none of this list. */
export function behindPlace({ sort = usualSort }: Filters, after: PlaceInList): RawBuilder<SqlBool> {
  const { by, direction } = orders[sort]
  const fits = after.values.length === by.length && by.every((key, index) => isOfType(types[key], after.values[index]!))
  if (after.sort !== sort || !fits) refuseFields({ field: 'after', code: 'wrongType' })
  const values = by.map((key, index) => sql`${after.values[index]}::${sql.raw(types[key])}`)
  return sql<SqlBool>`(${sql.join(by.map((key) => columns[key]))}) ${sql.raw(direction === 'desc' ? '<' : '>')} (${sql.join(values)})`
}

function isOfType(type: string, value: string | number): boolean {
  if (type === 'timestamptz') return typeof value === 'string'
  return typeof value === 'number' && value >= 0 && value <= largest[type]!
}

const columns = {
  closed_at: sql`closing.closed_at`,
  opened_at: sql`closing.opened_at`,
  ticket_number: sql`closing.ticket_number`,
  seq: sql`closing.seq`,
  best: sql`coalesce(closing.score, 0::smallint)`,
  worst: sql`coalesce(closing.score, 6::smallint)`,
} satisfies Record<OrderKey, unknown>

const types: Record<OrderKey, string> = {
  closed_at: 'timestamptz',
  opened_at: 'timestamptz',
  ticket_number: 'bigint',
  seq: 'integer',
  best: 'smallint',
  worst: 'smallint',
}

const largest: Record<string, number> = { bigint: Number.MAX_SAFE_INTEGER, integer: 2 ** 31 - 1, smallint: 32_767 }
