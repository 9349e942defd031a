import type pg from 'pg'

/** A table as the catalog knows it; a generated column is computed again when the rows come in. */
export type CatalogTable = { name: string; partitioned: boolean; columns: string[] }

const ownTable = 'schema_migration'

/** What is written by the migrations of whoever restores: how far the schema came, and who this database is. */
const ownTables = [ownTable, 'installation']

/** Every table of the schema, read from the catalog: one that is added tomorrow is backed up without a word about it here. */
export async function tablesIn(client: pg.ClientBase): Promise<CatalogTable[]> {
  const { rows } = await client.query<CatalogTable>(
    `select relname as name, relkind = 'p' as partitioned,
       array_agg(attname::text order by attnum) filter (where attgenerated = '') as columns
     from pg_class
     join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and relname <> all ($1)
     group by pg_class.oid, relname, relkind
     order by relname`,
    [ownTables],
  )
  return rows
}

export type Sequence = { name: string; last: string; called: boolean }

/** `last` as text: it may be greater than a number holds. Where `called` is false the next one is `last` itself. */
export async function sequencesIn(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by 1`,
  )
  const sequences: Sequence[] = []
  for (const { name } of rows) {
    const state = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from public.${client.escapeIdentifier(name)}`,
    )
    sequences.push({ name, ...state.rows[0]! })
  }
  return sequences
}

/** Statements that take away, and put back, what would make millions of rows come in one check at a time. */
export async function burdensIn(client: pg.ClientBase): Promise<{ lift: string[]; restore: string[] }> {
  const { rows: keys } = await client.query<{ lift: string; restore: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as lift,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(pg_constraint.oid)) as restore
     from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
     order by conrelid::regclass::text, conname`,
  )
  const { rows: indexes } = await client.query<{ lift: string; restore: string }>(
    `select format('drop index %s', indexrelid::regclass) as lift, pg_get_indexdef(indexrelid) as restore
     from pg_index
     join pg_class on pg_class.oid = indexrelid
     where relnamespace = 'public'::regnamespace and not relispartition
       and not exists (select from pg_constraint where conindid = indexrelid)
     order by indexrelid::regclass::text`,
  )
  return {
    lift: [...keys, ...indexes].map(({ lift }) => lift),
    // indexes first: the keys are then checked with their help
    restore: [...indexes, ...keys].map(({ restore }) => restore),
  }
}

/** The migrations that ran; null where this is no database of ours. */
export async function migrationsIn(client: pg.ClientBase): Promise<{ name: string; hash: string }[] | null> {
  const { rows: there } = await client.query(`select where to_regclass('public.${ownTable}') is not null`)
  if (there.length === 0) return null
  const { rows } = await client.query<{ name: string; hash: string }>(
    `select name, hash from public.${ownTable} order by name`,
  )
  return rows
}
