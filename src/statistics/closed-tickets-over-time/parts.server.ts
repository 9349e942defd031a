import { sql, type Kysely } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Desk } from '../../events/desk.server.ts'
import type { Filled } from '../../fields/form.ts'
import { stateOfFigures } from '../calendars.server.ts'
import { between } from './between.server.ts'
import { before } from './periods.server.ts'
import { toldApart, type Part, type Parts, type partsForm } from './parts.ts'
import { rangeOf, type Range } from './range.server.ts'
import { scopeOf } from './scope.server.ts'
import { countNames, figuresOf, type Counts } from './totals.ts'

/**
 * A range told apart by group or by representative: the sums of each, and the periods of those that closed most, whom the
 * graph shows. One statement over the cells; how many days the range has hardly matters to it.
 */
export async function partsOverRange(desk: Desk, actor: Person, asked: Filled<typeof partsForm>): Promise<Parts> {
  const db = desk.read('eventual')
  const { wanted, counted } = await stateOfFigures(db)
  const calendar = counted ?? wanted
  const scope = scopeOf(actor, asked)
  const range = rangeOf(asked, calendar, desk.clock.now())
  const people = asked.split === 'representative'
  const allowed = people ? scope.people : scope.groups
  const rows = await readParts(db, range, { people, allowed })
  return { by: range.by, starts: range.starts, parts: rows.map(present) }
}

type Row = Counts & { id: string; name: string; backlog: number; closed_before: number; over: number[] | null }
type Whose = { people: boolean; allowed: readonly string[] | null }

const present = ({ id, name, closed_before, over, ...counts }: Row): Part => ({
  ...{ id, name, ...figuresOf(counts) },
  ...{ closedBefore: closed_before, over },
})

async function readParts(
  db: Kysely<Tables>,
  { by, starts, points }: Range,
  { people, allowed }: Whose,
): Promise<Row[]> {
  const step = sql`('1 ' || ${by}::text)::interval`
  const edge = (periods: number) => sql`(${starts}::date + ${periods}::int * ${step})::date`
  const whose = sql`scope = ${people ? 'member' : 'group'} and ${
    allowed === null ? sql`true` : sql`of_id = any (${[...allowed]}::uuid[])`
  }`
  const cells = sql`edge, figure_cell as cell`
  const counts = sql.join(countNames.map((name) => sql`sum(counted * ${sql.ref(name)})::int as ${sql.ref(name)}`))
  const known = sql.join(countNames.map((name) => sql`coalesce(whole.${sql.ref(name)}, 0) as ${sql.ref(name)}`))
  const { rows } = await sql<Row>`
    with edge as (
      select ${edge(-points)} as before, ${starts}::date as begins, ${edge(points)} as ends
    ), whole as (
      select of_id, ${counts}
      from ${between({ cells, whose, begins: sql`begins`, ends: sql`ends` })}
      group by of_id
    ), earlier as (
      select of_id, sum(counted * closed)::int as closed
      from ${between({ cells, whose, begins: sql`before`, ends: sql`begins` })}
      group by of_id
    ), standing as (
      select of_id, sum(open + in_progress + responded)::int as backlog
      from edge, figure_cell
      where ${whose} and ${before(sql`ends`)}
      group by of_id
    ), part as (
      select named.id, named.name, ${known}, coalesce(standing.backlog, 0) as backlog,
        coalesce(earlier.closed, 0) as closed_before,
        row_number() over (order by coalesce(whole.closed, 0) desc, named.name, named.id) as place
      -- who has a backlog and nothing else in the range stands there too
      from (select of_id from whole union select of_id from standing) as known
      join ${people ? sql`users` : sql`user_group`} as named on named.id = known.of_id
      left join whole on whole.of_id = known.of_id
      left join earlier on earlier.of_id = known.of_id
      left join standing on standing.of_id = known.of_id
      where opened + reopened + whole.closed + duplicates > 0 or moved <> 0 or coalesce(standing.backlog, 0) <> 0
    )
    select part.*, case when place <= ${toldApart}::int and closed > 0 then (
      select json_agg(coalesce(cell.closed, 0) order by period.number)
      from edge
      cross join generate_series(0, ${points - 1}::int) as period (number)
      left join figure_cell as cell on cell.scope = ${people ? 'member' : 'group'} and cell.of_id = part.id
        and cell.grain = ${by} and cell.starts = (begins + period.number * ${step})::date
    ) end as over
    from part
    order by place`.execute(db)
  return rows
}
