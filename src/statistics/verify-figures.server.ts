import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { stateOfFigures } from './calendars.server.ts'
import { deltasOfHistory } from './deltas-of-history.server.ts'
import { figureColumns } from '../entities/figure-tables.ts'
import { bringsFact, bucket, factsOf, kinds, type Kind } from './measured-facts.server.ts'
import { placesOf, type Calendar } from './places.server.ts'
import { allTimes } from './times.server.ts'
import { closingsOfHistory, firstResponsesOfHistory } from './told.server.ts'

/**
 * Proves the facts and the cells equal to what the events say, on one snapshot: what has been added and not yet folded counts
 * with the cells. Returns a sentence for each kind of difference; none when all is well.
 */
export async function verifyFigures(db: Kysely<Tables>): Promise<string[]> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (snapshot) => {
      await sql`set local statement_timeout = 0`.execute(snapshot)
      const facts = [
        ...(await differing(snapshot, 'closing', closingsOfHistory(), closingColumns)),
        ...(await differing(snapshot, 'first_response', firstResponsesOfHistory(), responseColumns)),
      ]
      const calendar = await standing(snapshot)
      if (!calendar) return [...facts, ...(await uncounted(snapshot))]
      return [
        ...facts,
        ...(await wrongCounts(snapshot, calendar)),
        ...(await wrongTimes(snapshot, calendar)),
        ...(await wrongSpreads(snapshot, calendar)),
      ]
    })
}

type Db = Transaction<Tables>

const closingColumns = ['ticket_number', 'seq', 'closed_at', 'ended', 'group_id', 'member_id', 'customer_id'].concat(
  'opened_at',
  'score',
  'reopened_at',
)
const responseColumns = ['ticket_number', 'seq', 'at', 'opened_at', 'group_id', 'member_id']

async function differing(db: Db, table: 'closing' | 'first_response', told: RawBuilder<unknown>, names: string[]) {
  const columns = sql.join(names.map((name) => sql.ref(name)))
  const { rows } = await sql<{ ticket: number; side: string }>`
    with told_facts as (${told}), kept as (select ${columns} from ${sql.table(table)})
    select ticket_number as ticket, 'is kept and did not happen so' as side
    from (select ${columns} from kept except select ${columns} from told_facts) as strange
    union all
    select ticket_number, 'happened and is not kept so'
    from (select ${columns} from told_facts except select ${columns} from kept) as missing
    order by ticket`.execute(db)
  return rows.length === 0
    ? []
    : [`${table}: ${rows.length} differ, first ticket ${rows[0]!.ticket} (${rows[0]!.side})`]
}

async function standing(db: Db): Promise<Calendar | null> {
  const state = await db.selectFrom('figure_state').selectAll().executeTakeFirst()
  if (!state?.time_zone || !state.first_day_of_week) return null
  return { timeZone: state.time_zone, firstDayOfWeek: state.first_day_of_week }
}

/** Before the worker first counted there is nothing to compare; cells without a calendar are wrong whatever they say. */
async function uncounted(db: Db): Promise<string[]> {
  const cell = await db.selectFrom('figure_cell').select('grain').limit(1).executeTakeFirst()
  return cell ? ['figure_cell: there are cells and no calendar that they stand in'] : []
}

async function wrongCounts(db: Db, calendar: Calendar): Promise<string[]> {
  const columns = figureColumns.map((column) => sql.ref(column))
  const signed = (sign: RawBuilder<unknown>) => sql.join(columns.map((column) => sql`${sign} * ${column} as ${column}`))
  const { rows } = await sql<{ place: string }>`
    with history as (${deltasOfHistory()}), both_sides as (
      select scope, of_id, grain, starts, ${signed(sql`1`)} from figure_cell
      union all
      select place.scope, place.of_id, place.grain, place.starts, ${signed(sql`1`)}
      from figure_delta as delta ${placesOf(sql`delta`, calendar)}
      union all
      select place.scope, place.of_id, place.grain, place.starts, ${signed(sql`-1`)}
      from history as delta ${placesOf(sql`delta`, calendar)}
    )
    select concat_ws(' ', scope, of_id, grain, starts) as place
    from both_sides
    group by scope, of_id, grain, starts
    having ${sql.join(
      columns.map((column) => sql`sum(${column}) <> 0`),
      sql` or `,
    )}
    order by 1`.execute(db)
  return rows.length === 0 ? [] : [`figure_cell: ${rows.length} cells differ from a recount, first ${rows[0]!.place}`]
}

/**
 * Cells that wait to be measured are left out, and while something waits to be folded all are. Both sides in one heap: joined, each
 * cell was looked for among all (a million tickets: not done after six minutes, so in one).
 */
async function wrongTimes(db: Db, calendar: Calendar): Promise<string[]> {
  if (await db.selectFrom('figure_delta').select('seq').limit(1).executeTakeFirst()) return []
  const columns = ['response_median', 'response_p90', 'resolution_median', 'resolution_p90'].map((name) =>
    sql.ref(name),
  )
  const differ = columns.map((column) => sql`count(${column}) = 1 or min(${column}) <> max(${column})`)
  const { rows } = await sql<{ place: string }>`
    select concat_ws(' ', scope, of_id, grain, starts) as place
    from (
      select scope, of_id, grain, starts, marked, ${sql.join(columns)} from figure_cell
      union all
      select scope, of_id, grain, starts, false, response[1], response[2], resolution[1], resolution[2]
      from (${allTimes(calendar)}) as measured
    ) as both_sides
    group by scope, of_id, grain, starts
    having not bool_or(marked) and (${sql.join(differ, sql` or `)})
    order by 1`.execute(db)
  return rows.length === 0 ? [] : [`figure_cell: the times of ${rows.length} cells differ, first ${rows[0]!.place}`]
}

/** What waits to be folded counts with the spreads. Spreads that nobody asks, since they are still to be counted, are left out. */
async function wrongSpreads(db: Db, calendar: Calendar): Promise<string[]> {
  if (!(await stateOfFigures(db)).spreadsStand) return []
  const facts = (kind: Kind, counted: 1 | -1, source: RawBuilder<unknown>) => sql`
    select place.scope, place.of_id, place.grain, place.starts, ${kind} as kind, ${bucket} as bucket, ${sql.lit(counted)} as facts
    from ${source} ${placesOf(sql`fact`, calendar)}
    where place.scope <> 'member'`
  const waiting = (kind: Kind) => sql`(
    select fact.* from ${factsOf(kind)} join figure_delta as delta using (ticket_number, seq) where ${bringsFact(kind)}
  ) as fact`
  const { rows } = await sql<{ place: string }>`
    select distinct concat_ws(' ', scope, of_id, grain, starts) as place
    from (
      select scope, of_id, grain, starts, kind, part.bucket, part.facts
      from figure_spread as spread
      cross join lateral unnest(spread.buckets, spread.facts) as part (bucket, facts)
      union all ${sql.join(
        kinds.flatMap((kind) => [facts(kind, 1, waiting(kind)), facts(kind, -1, factsOf(kind))]),
        sql` union all `,
      )}
    ) as both_sides
    group by scope, of_id, grain, starts, kind, bucket
    having sum(facts) <> 0
    order by 1`.execute(db)
  return rows.length === 0 ? [] : [`figure_spread: the spread of ${rows.length} cells differs, first ${rows[0]!.place}`]
}
