import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Desk } from '../events/desk.server.ts'
import { figureColumns } from '../entities/figure-tables.ts'
import { placesOf, type Calendar } from './places.server.ts'

/**
 * One writer of the cells at a time, so that nobody waits for a hot row, and on one snapshot: what is committed meanwhile, fact
 * and delta, waits for the next turn. Null when another is at it, or was between our snapshot and our lock.
 */
export async function writeCells<Result>(
  desk: Desk,
  write: (db: Transaction<Tables>) => Promise<Result>,
): Promise<Result | null> {
  try {
    return await desk.database.primary
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (db) => ((await alone(db)) ? write(db) : null))
  } catch (error) {
    if ((error as { code?: string }).code !== '40001') throw error
    return null
  }
}

async function alone(db: Transaction<Tables>): Promise<boolean> {
  const { rows } = await sql<{ got: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('figures', 0)) as got`.execute(db)
  return rows[0]!.got
}

/**
 * To be called by whoever changed a cell and the spreads with it, in the same transaction: what is remembered of the cells is
 * then no longer given.
 */
export async function turnVersion(db: Transaction<Tables>): Promise<void> {
  await sql`update figure_state set version = version + 1, spread_version = version + 1`.execute(db)
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
