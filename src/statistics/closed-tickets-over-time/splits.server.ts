import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import type { Split, SplitBy, Times } from './closed-tickets-over-time.ts'
import { before } from './periods.server.ts'
import type { Range } from './range.server.ts'
import type { Scope } from './scope.server.ts'
import { countNames, figuresOf, type Counts } from './totals.ts'

type Db = Kysely<Tables>
type Cell = Counts & Times & { starts: string; of_id: string; name: string; change: number }

/**
 * Each period told apart by group or by representative: those to whom something happened then. What nobody
 * had taken is in no part: the page shows what is left of the whole.
 */
export async function readSplits(
  db: Db,
  { by, starts }: Range,
  scope: Scope,
  split: SplitBy,
  periods: readonly { starts: string }[],
): Promise<Map<string, Split[]>> {
  const allowed = split === 'group' ? scope.groups : scope.people
  const cells = await readCells(db, { split, by, from: starts, to: periods.at(-1)!.starts, allowed })
  const backlogs = await backlogsBefore(db, split, starts, allowed)
  const splits = new Map<string, Split[]>(periods.map((period) => [period.starts, []]))
  for (const { starts: period, of_id, name, change, firstResponseMedian, resolutionMedian, ...counts } of cells) {
    const backlog = (backlogs.get(of_id) ?? 0) + change
    backlogs.set(of_id, backlog)
    const figures = figuresOf({ ...counts, backlog })
    splits.get(period)?.push({ id: of_id, name, ...figures, firstResponseMedian, resolutionMedian })
  }
  return splits
}

type Wanted = { split: SplitBy; by: string; from: string; to: string; allowed: readonly string[] | null }

async function readCells(db: Db, { split, by, from, to, allowed }: Wanted): Promise<Cell[]> {
  const people = split === 'representative'
  const { rows } = await sql<Cell>`
    select cell.starts::text, cell.of_id, named.name, ${sql.join(countNames.map((name) => sql.ref(`cell.${name}`)))},
      cell.open + cell.in_progress + cell.responded as change,
      response_median as "firstResponseMedian", resolution_median as "resolutionMedian"
    from figure_cell as cell
    join ${people ? sql`users` : sql`user_group`} as named on named.id = cell.of_id
    where scope = ${people ? 'member' : 'group'} and grain = ${by}
      and cell.starts between ${from}::date and ${to}::date
      and ${allowed === null ? sql`true` : sql`cell.of_id = any (${[...allowed]}::uuid[])`}
    order by cell.starts, named.name, cell.of_id`.execute(db)
  return rows
}

async function backlogsBefore(db: Db, split: SplitBy, day: string, allowed: readonly string[] | null) {
  const { rows } = await sql<{ of_id: string; backlog: number }>`
    select of_id, sum(open + in_progress + responded)::int as backlog
    from figure_cell
    where scope = ${split === 'group' ? 'group' : 'member'} and ${before(sql`${day}::date`)}
      and ${allowed === null ? sql`true` : sql`of_id = any (${[...allowed]}::uuid[])`}
    group by of_id`.execute(db)
  return new Map(rows.map(({ of_id, backlog }) => [of_id, backlog]))
}
