import type { ColumnType, Generated } from 'kysely'

/** Every count of the figures, in the order of their columns; docs/figures.md says what each means. */
export const figureColumns = [
  'opened',
  'reopened',
  'closed',
  'duplicates',
  'moved',
  'offered',
  'declined',
  'first_responses',
  'rated_1',
  'rated_2',
  'rated_3',
  'rated_4',
  'rated_5',
  'open',
  'in_progress',
  'responded',
] as const
export type FigureColumn = (typeof figureColumns)[number]

type Counts<Column> = { [Name in FigureColumn]: Column }

export type FigureDeltaRow = Counts<ColumnType<number, number | undefined>> & {
  ticket_number: number
  seq: number
  part: number
  at: Date
  group_id: string
  member_id: string | null
}

export type FigureCellRow = Counts<number> & {
  scope: 'all' | 'group' | 'member'
  of_id: string
  grain: 'day' | 'week' | 'month'
  /** The first day, as YYYY-MM-DD. */
  starts: string
  response_median: number | null
  response_p90: number | null
  resolution_median: number | null
  resolution_p90: number | null
  marked: boolean
}

export type FigureStateRow = {
  one: boolean
  time_zone: string | null
  first_day_of_week: number | null
  counted_at: Date | null
  version: Generated<string>
  /** The version to which the spreads belong. */
  spread_version: Generated<string | null>
}

export type FigureSpreadRow = {
  scope: 'all' | 'group'
  of_id: string
  grain: 'day' | 'week' | 'month'
  starts: string
  kind: 'response' | 'resolution'
  buckets: number[]
  /** How many are in each. */
  facts: number[]
}
