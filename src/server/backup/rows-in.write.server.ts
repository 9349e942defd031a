import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { from } from 'pg-copy-streams'
import { burdensIn, tablesIn } from './catalog.server.ts'
import { damaged, type Manifest } from './manifest.ts'

/** All rows of a checked backup, in the caller's transaction, into a schema that has come exactly as far as the backup's. */
export async function rowsIn(client: pg.ClientBase, folder: string, manifest: Manifest): Promise<void> {
  const quoted = (name: string) => `public.${client.escapeIdentifier(name)}`
  const here = await tablesIn(client)
  const unknown = manifest.tables.filter(({ name }) => !here.some((table) => table.name === name))
  if (unknown.length > 0) damaged(`it has tables that its migrations do not make: ${unknown[0]!.name}`)
  // what migrations put in by themselves is in the backup too
  await client.query(`truncate ${here.map(({ name }) => quoted(name)).join(', ')}`)
  const burdens = await burdensIn(client)
  for (const statement of burdens.lift) await client.query(statement)
  for (const { name, columns, file, rows } of manifest.tables) {
    const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
    await read(client, `copy ${quoted(name)} (${list}) from stdin (encoding 'UTF8')`, folder, file, rows)
  }
  for (const { name, last, called } of manifest.sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), last, called])
  for (const statement of burdens.restore) await client.query(statement)
  await jobsIn(client, folder, manifest.jobs)
}

/** A newer queue may have columns more; what a worker had in hand is begun anew. Its queues must have been declared. */
async function jobsIn(client: pg.ClientBase, folder: string, { file, columns, rows }: Manifest['jobs']): Promise<void> {
  await client.query('create temporary table duty (said jsonb) on commit drop')
  await read(client, `copy duty from stdin (encoding 'UTF8')`, folder, file, rows)
  const { rows: here } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = 'pgboss.job'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
  )
  const both = columns.filter((column) => here.some(({ name }) => name === column))
  const list = both.map((column) => client.escapeIdentifier(column))
  await client.query(`
    insert into pgboss.job (${list.join(', ')})
    select ${list.map((column) => `made.${column}`).join(', ')}
    from duty
    cross join lateral jsonb_populate_record(
      null::pgboss.job,
      case when said ->> 'state' = 'active' then said || '{"state": "retry", "heartbeat_on": null}' else said end
    ) as made`)
}

async function read(client: pg.ClientBase, statement: string, folder: string, file: string, rows: number) {
  const target = client.query(from(statement))
  await pipeline(createReadStream(join(folder, file)), createGunzip(), target)
  if (target.rowCount !== rows) damaged(`${file} has ${target.rowCount} rows instead of ${rows}`)
}
