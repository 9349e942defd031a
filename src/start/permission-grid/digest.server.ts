import { sql } from 'kysely'
import type { TestWeb } from '../../testing/web.server.ts'

// what moves by being asked: sessions that the grid itself makes, tries that are counted, when a key was last used
const passing = ['session', 'failed_try']
const columnsOf: Record<string, string> = { api_key: '(row_of.id, row_of.revoked_at, row_of.scopes)' }

/** One line a table: how many rows, and a sum over all that they hold; they need not be sorted for it. */
export async function openDigest(web: TestWeb): Promise<() => Promise<Record<string, string>>> {
  const db = web.database.primary
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'
      and (table_schema = 'public' or table_name = 'job')
    order by table_name`.execute(db)
  const each = tables
    .filter(({ name }) => !passing.includes(name))
    .map(
      ({ schema, name }) => `
        select '${name}' as name, count(*)::int || ' ' || coalesce(sum(hashtextextended(content, 0)), 0) as sum
        from (select ${columnsOf[name] ?? 'row_of'}::text as content from "${schema}"."${name}" row_of) contents`,
    )
    .join(' union all ')
  return async () => {
    const { rows } = await sql<{ name: string; sum: string }>`${sql.raw(each)}`.execute(db)
    return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]))
  }
}
