import type { ColumnType } from 'kysely'

export type ExportFileRow = {
  id: string
  owner_id: string
  query: string
  filters: ColumnType<Record<string, unknown>, string, string>
  format: 'csv' | 'xlsx'
  state: 'waiting' | 'writing' | 'ready' | 'failed'
  rows: ColumnType<number, number | undefined>
  key: ColumnType<string | null, string | undefined, string | null>
  size: ColumnType<number | null, number | undefined, number | null>
  asked_at: Date
  ready_at: ColumnType<Date | null, Date | undefined, Date | null>
  read_at: ColumnType<Date | null, Date | undefined, Date | null>
  leased_until: ColumnType<Date | null, Date | undefined, Date | null>
  tries: ColumnType<number, number | undefined>
  /** With which eyes it is written; null before there was such a thing. */
  sight: ColumnType<ExportSight | null, string, string>
}

/** What decided over which tickets and columns somebody saw when they asked for an export. */
export type ExportSight = { permissions: string[]; groups: string[]; colleagues: string[] }
