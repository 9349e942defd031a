import { expect } from 'vitest'
import type { Grain, openIndependentFigures } from './independent-figures.server.ts'

type Independent = Awaited<ReturnType<typeof openIndependentFigures>>
type Row = Record<string, unknown>

const flowColumns = [
  ...['opened', 'reopened', 'closed', 'duplicates', 'offered', 'declined', 'first_responses'],
  ...['rated_1', 'rated_2', 'rated_3', 'rated_4', 'rated_5'],
  ...['response_median', 'response_p90', 'resolution_median', 'resolution_p90'],
]
const standingColumns = ['open', 'in_progress', 'responded']

/** Every cell, by day, week and month, of all, of each group and each member, is what the events say. */
export async function expectFiguresOfEvents(independent: Independent, zone: string, firstDay: number): Promise<void> {
  await independent.replay()
  for (const grain of ['day', 'week', 'month'] as const) await expectFlows(independent, zone, grain, firstDay)
  await expectStanding(independent, zone)
  await expectBalance(independent)
}

async function expectFlows(independent: Independent, zone: string, grain: Grain, firstDay: number): Promise<void> {
  const expected = byPlace(await independent.flows(zone, grain, firstDay), flowColumns)
  const counted = byPlace(
    await independent.rows(`select *, starts::text as starts from figure_cell where grain = $1`, [grain]),
    flowColumns,
  )
  expect(counted.size).toBeGreaterThan(10)
  expect(counted).toEqual(expected)
}

/** Cells summed up to the end of a day are the tickets that stood then, in each status, group and member's hands. */
async function expectStanding(independent: Independent, zone: string): Promise<void> {
  const days = await independent.rows(
    `select distinct starts::text as day from figure_cell where grain = 'day' order by 1`,
  )
  for (const { day } of days.filter((_, index) => index % 4 === 0 || index > days.length - 3)) {
    const summed = await independent.rows(
      `select scope, of_id, sum(open)::int as open, sum(in_progress)::int as in_progress, sum(responded)::int as responded
       from figure_cell where grain = 'day' and starts <= $1 group by 1, 2`,
      [day],
    )
    const expected = byPlace(await independent.standing(zone, day as string), standingColumns)
    expect({ day, standing: byPlace(summed, standingColumns) }).toEqual({ day, standing: expected })
  }
}

/** opened + reopened − closed − marked duplicate = change in backlog: in every cell, and over all nothing moves. */
async function expectBalance(independent: Independent): Promise<void> {
  const unbalanced = await independent.rows(`
    select * from figure_cell
    where opened + reopened + moved - closed - duplicates <> open + in_progress + responded
      or scope = 'all' and moved <> 0`)
  expect(unbalanced).toEqual([])
}

/** Rows by their place, without what is zero, so that an empty cell and no cell are the same. */
function byPlace(rows: readonly Row[], columns: readonly string[]): Map<string, Row> {
  const places = rows.map((row): [string, Row] => [
    [row.scope, row.of_id, row.starts ?? ''].join(' '),
    Object.fromEntries(columns.filter((column) => row[column]).map((column) => [column, rounded(row[column])])),
  ])
  return new Map(
    places.filter(([, figures]) => Object.keys(figures).length > 0).sort(([one], [other]) => (one < other ? -1 : 1)),
  )
}

const rounded = (value: unknown) => Math.round(Number(value) * 1000) / 1000
