import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { figureColumns } from './figures.ts'
import { placesOf, type Calendar } from './places.server.ts'

/** One folder at a time: the cells have one writer, so nobody waits for a hot row. */
export async function alone(db: Transaction<Tables>): Promise<boolean> {
  const { rows } = await sql<{ got: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('figures', 0)) as got`.execute(db)
  return rows[0]!.got
}

/** To be called by whoever changed a cell, in the same transaction: what is remembered of the cells is then no longer given. */
export async function turnVersion(db: Transaction<Tables>): Promise<void> {
  await db
    .updateTable('figure_state')
    .set(({ eb }) => ({ version: eb('version', '+', '1') }))
    .execute()
}

/** Adds the rows of `source` (deltas) to the cells of their day, week and month, of all, their group and their member. */
export function addToCells(source: RawBuilder<unknown>, calendar: Calendar): RawBuilder<unknown> {
  const columns = figureColumns.map((column) => sql.ref(column))
  return sql`
    insert into figure_cell as cell (scope, of_id, grain, starts, ${sql.join(columns)}, marked)
    select place.scope, place.of_id, place.grain, place.starts,
      ${sql.join(columns.map((column) => sql`sum(delta.${column})`))},
      bool_or(delta.closed <> 0 or delta.first_responses <> 0)
    from ${source} as delta
    ${placesOf(sql`delta`, calendar)}
    group by place.scope, place.of_id, place.grain, place.starts
    on conflict (scope, of_id, grain, starts) do update set
      ${sql.join(columns.map((column) => sql`${column} = cell.${column} + excluded.${column}`))},
      marked = cell.marked or excluded.marked`
}
