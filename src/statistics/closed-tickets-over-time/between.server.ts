import { sql, type RawBuilder } from 'kysely'

type Between = {
  /** Of what is kept by cells: `figure_cell as cell`. */
  cells: RawBuilder<unknown>
  whose: RawBuilder<unknown>
  begins: RawBuilder<unknown>
  ends: RawBuilder<unknown>
}

/**
 * The cells between two days, each with how often it is `counted`: whole months, the days by which the range reaches into the
 * last, less those before it began in the first; within a month its days. Exact, since a month is the sum of its days, and a
 * few rows however long it is.
 */
export function between({ cells, whose, begins, ends }: Between): RawBuilder<unknown> {
  const monthOf = (day: RawBuilder<unknown>) => sql`date_trunc('month', ${day})::date`
  return sql`(
    select 1 as counted, cell.* from ${cells}
    where ${whose} and grain = 'month' and starts >= ${monthOf(begins)} and starts < ${monthOf(ends)}
    union all
    select 1, cell.* from ${cells}
    where ${whose} and grain = 'day' and starts >= greatest(${monthOf(ends)}, ${begins}) and starts < ${ends}
    union all
    select -1, cell.* from ${cells}
    where ${whose} and grain = 'day' and starts >= ${monthOf(begins)} and starts < ${begins}
      and ${monthOf(begins)} < ${monthOf(ends)}
  ) as counted_cell`
}
