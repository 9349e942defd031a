import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { installQueue } from '../jobs/install-queue.server.ts'
import { refuseOtherEncoding } from './encoding.server.ts'
import { oneClient } from './one-client.server.ts'

/** Where the plain SQL stories lie, one migration a file, run in the order of their names. */
export const migrationsFolder = join(import.meta.dirname, '../../../migrations')

/**
 * Brings the database at `url` to the newest schema: every file of migrations/ that did not run yet, each in its own
 * transaction, then the queue's own tables. Safe to call from several processes at once: one works, the others wait.
 * Throws when a file that ran before was changed since, and while a restore is under way. A restore itself names the
 * migrations to which it goes first.
 */
export async function migrate(url: string, restoring?: { only?: readonly string[] }): Promise<void> {
  const client = oneClient({ connectionString: url, application_name: 'sanad migrate' })
  await client.connect()
  try {
    await refuseOtherEncoding(client)
    await client.query('select pg_advisory_lock(742001)')
    if (!restoring) await refuseHalfRestored(client)
    await makeMemory(client)
    const ran = await alreadyRun(client)
    for (const story of await stories())
      if (restoring?.only?.includes(story.name) ?? true) await runOnce(client, story, ran)
    await installQueue(client, url)
  } finally {
    await client.end()
  }
}

async function makeMemory(client: pg.Client): Promise<void> {
  try {
    await client.query(`
      create table if not exists schema_migration (
        name text primary key, hash text not null, ran_at timestamptz not null default now()
      )`)
  } catch (cause) {
    if ((cause as { code?: string }).code !== '42501') throw cause
    const { user, database } = client
    throw new Error(
      `The user “${user}” may not make tables in the database “${database}” (${(cause as Error).message}): please let that user ` +
        `own it (alter database ${database} owner to ${user}), or name one who does with DATABASE_URL.`,
      { cause },
    )
  }
}

/** A schema that a restore makes at its beginning and drops at its end: in between, the tables are not what they seem. */
export const restoringSchema = 'restore_under_way'

export async function refuseHalfRestored(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(`select where to_regnamespace('${restoringSchema}') is not null`)
  if (rows.length > 0)
    throw new Error('A restore of this database is under way or was interrupted. Run npm run restore again to its end.')
}

type Story = { name: string; hash: string; sql: string }

/** The migrations in their order, each with the hash by which a change of one that has run is noticed. */
export async function stories(): Promise<Story[]> {
  const names = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(migrationsFolder, name), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function alreadyRun(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from schema_migration')
  return new Map(rows.map((row) => [row.name, row.hash]))
}

async function runOnce(client: pg.Client, story: Story, ran: Map<string, string>): Promise<void> {
  const before = ran.get(story.name)
  if (before === story.hash) return
  if (before) throw new Error(`The migration ${story.name} was changed after it ran. Add a new file instead.`)
  await client.query('begin')
  try {
    // Under traffic a table lock must not queue everybody behind it: give up early, the next start tries again.
    await client.query(`set local lock_timeout = '3s'`)
    await client.query(story.sql)
    await client.query('insert into schema_migration (name, hash) values ($1, $2)', [story.name, story.hash])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback').catch(() => {})
    throw new Error(`The migration ${story.name} failed: ${(cause as Error).message}`, { cause })
  }
}
