import { sql } from 'kysely'
import type { TestDesk } from './desk.server.ts'

/** Of each table how much there is, and of what belongs to these tickets what it says: a refusal must leave it as it is. */
export async function digestOf(box: TestDesk, numbers: readonly number[]): Promise<string> {
  const tables = await tablesOf(box)
  const mine = [...numbers]
  const parts = tables.map(({ name, key }) =>
    key
      ? sql`select ${name}::text, count(*), coalesce(sum(hashtextextended(t::text, 0)), 0)
            from ${sql.table(name)} as t where ${sql.ref(key)} = any (${mine}::bigint[])`
      : sql`select ${name}::text, count(*), 0 from ${sql.table(name)}`,
  )
  const { rows } = await sql<object>`${sql.join(parts, sql` union all `)}`.execute(box.database.primary)
  return JSON.stringify(rows)
}

type Known = { name: string; key: string | null }
const known = new WeakMap<TestDesk, Known[]>()

async function tablesOf(box: TestDesk): Promise<Known[]> {
  const before = known.get(box)
  if (before) return before
  const { rows } = await sql<Known>`
    select relname as name,
      case when relname = 'ticket' then 'number' else (
        select attname from pg_attribute where attrelid = pg_class.oid and attname = 'ticket_number'
      ) end as key
    from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and has_table_privilege(oid, 'select')
    order by relname`.execute(box.database.primary)
  known.set(box, rows)
  return rows
}
