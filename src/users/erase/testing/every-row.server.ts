import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../../entities/tables.ts'

/** Every row of every table of ours as text, each with its table's name before it. */
export async function everyRow(db: Kysely<Tables>): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`.execute(
    db,
  )
  const rows = await Promise.all(
    tables
      .filter(({ name }) => name !== 'public.schema_migration')
      .map(async ({ name }) => {
        const answer = await sql<{ row: string }>`select row::text as row from ${sql.raw(name)} as row`.execute(db)
        return answer.rows.map(({ row }) => `${name} ${row}`)
      }),
  )
  return rows.flat()
}
