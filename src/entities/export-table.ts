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
}
