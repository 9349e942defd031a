import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { to } from 'pg-copy-streams'
import { refuseHalfRestored } from '../db/migrate.server.ts'
import { namedBlobs, type NamedBlob } from './blobs.server.ts'
import { migrationsIn, sequencesIn, tablesIn } from './catalog.server.ts'
import { rowsFolder, type Manifest, type TableFile } from './manifest.ts'
import { summing } from './summing.server.ts'

export type RowsOut = {
  rows: Pick<Manifest, 'madeAt' | 'postgres' | 'migrations' | 'tables' | 'jobs' | 'sequences'>
  named: NamedBlob[]
}

/** All rows as one moment shows them, a file a table, packed. `sums` gets each file's SHA-256. */
export async function rowsOut(client: pg.ClientBase, folder: string, sums: Map<string, string>): Promise<RowsOut> {
  await mkdir(join(folder, rowsFolder), { mode: 0o700 })
  await client.query(
    `set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set datestyle = 'iso, ymd'`,
  )
  await client.query('begin isolation level repeatable read read only')
  try {
    await refuseHalfRestored(client)
    const migrations = await migrationsIn(client)
    if (!migrations) throw new Error('This database holds nothing of Sanad, so there is nothing to back up.')
    const { rows } = await client.query<{ at: Date; version: string }>(
      `select now() as at, current_setting('server_version') as version`,
    )
    const tables: TableFile[] = []
    for (const { name, columns, partitioned } of await tablesIn(client)) {
      const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
      const table = `public.${client.escapeIdentifier(name)}`
      // of a table in parts COPY takes the rows of a question alone
      const source = partitioned ? `(select ${list} from ${table})` : `${table} (${list})`
      tables.push({ name, columns, ...(await write(client, source, folder, `${rowsFolder}/${name}.copy.gz`, sums)) })
    }
    const jobs = await jobsOut(client, folder, sums)
    // a sequence stands outside of snapshots: read last, it is never behind a row
    const sequences = await sequencesIn(client)
    const { at, version } = rows[0]!
    const named = await namedBlobs(client)
    // of one that began meanwhile we read the tables that it made; it cannot end before we let go of those from before
    await refuseHalfRestored(client)
    return { rows: { madeAt: at.toISOString(), postgres: version, migrations, tables, jobs, sequences }, named }
  } finally {
    // where the connection is gone, so is the transaction, and what is thrown says why
    await client.query('rollback').catch(() => {})
  }
}

/** Duties that wait are part of what was acknowledged; those done an hour ago tell `npm run verify` that none is missing. */
async function jobsOut(client: pg.ClientBase, folder: string, sums: Map<string, string>): Promise<Manifest['jobs']> {
  const { rows } = await client.query<{ column: string }>(
    `select attname as column from pg_attribute
     where attrelid = 'pgboss.job'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
  )
  const source = '(select to_jsonb(job) from pgboss.job)'
  const written = await write(client, source, folder, `${rowsFolder}/duties.copy.gz`, sums)
  return { ...written, columns: rows.map(({ column }) => column) }
}

async function write(
  client: pg.ClientBase,
  source: string,
  folder: string,
  file: string,
  sums: Map<string, string>,
): Promise<{ file: string; rows: number }> {
  const rows = client.query(to(`copy ${source} to stdout (encoding 'UTF8')`))
  const { through, sum } = summing()
  const target = createWriteStream(join(folder, file), { flags: 'wx', mode: 0o600, flush: true })
  await pipeline(rows, createGzip({ level: 3 }), through, target)
  sums.set(file, sum())
  return { file, rows: rows.rowCount }
}
