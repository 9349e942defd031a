import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Calendar } from './places.server.ts'
import { allTimes, times } from './times.server.ts'

/** Measures the times of every marked cell anew: exact medians and percentiles over the facts of its period. */
export async function measureMarked(db: Transaction<Tables>, calendar: Calendar): Promise<void> {
  await write(
    sql`
      select cell.scope, cell.of_id, cell.grain, cell.starts, times.*
      from figure_cell as cell
      cross join lateral (${times(calendar)}) as times
      where cell.marked`,
  ).execute(db)
}

/** Measures every cell. */
export async function measureAll(db: Transaction<Tables>, calendar: Calendar): Promise<void> {
  await write(allTimes(calendar)).execute(db)
}

const write = (measured: RawBuilder<unknown>) => sql`
  update figure_cell
  set marked = false,
    response_median = measured.response[1],
    response_p90 = measured.response[2],
    resolution_median = measured.resolution[1],
    resolution_p90 = measured.resolution[2]
  from (${measured}) as measured
  where (figure_cell.scope, figure_cell.of_id, figure_cell.grain, figure_cell.starts)
    = (measured.scope, measured.of_id, measured.grain, measured.starts)`
