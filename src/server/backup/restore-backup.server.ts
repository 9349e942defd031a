import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import type pg from 'pg'
import { refuseOtherEncoding } from '../db/encoding.server.ts'
import { migrate, stories } from '../db/migrate.server.ts'
import { oneClient } from '../db/one-client.server.ts'
import type { BlobStore } from '../files/blob-store.server.ts'
import { openQueue } from '../jobs/queue.server.ts'
import { forgetBefore, stepAside, stepBack } from './aside.write.server.ts'
import { blobsIntoStore, lacking, namedBlobs } from './blobs.server.ts'
import { migrationsIn, tablesIn } from './catalog.server.ts'
import { readSums, sumsFile, type Manifest } from './manifest.ts'
import { rowsIn } from './rows-in.write.server.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type RestoreOptions<Tables> = {
  url: string
  store: BlobStore
  folder: string
  /** As `checkBackup` gave it: every byte was compared before anything is touched. */
  manifest: Manifest
  /** The queues that the duties belong to. */
  queues: readonly string[]
  /** Whether a database that already runs holds nothing that anybody would miss. */
  isEmpty: (client: pg.ClientBase) => Promise<boolean>
  /** Takes the place of a database that is not empty. */
  replace: boolean
  /** What must hold from the first moment on, in the transaction of the rows. */
  beginEpoch: (db: Kysely<Tables>) => Promise<void>
  say: (sentence: string) => void
}

/**
 * Blobs first, rows second: a blob without a row is swept, a row without a blob would be a loss. The rows and the new epoch
 * come in one transaction; what was there before stands aside until all is done and comes back when anything fails.
 */
export async function restoreBackup<Tables>(options: RestoreOptions<Tables>): Promise<void> {
  const { url, store, folder, manifest, say } = options
  await refuseForeign(manifest)
  const client = oneClient({ connectionString: url, application_name: 'sanad-restore', options: '-c timezone=UTC' })
  await client.connect()
  try {
    await refuseOtherEncoding(client)
    await client.query('set statement_timeout = 0')
    await refuseBusy(client)
    await refuseFull(client, options)
    say('Putting the files back …')
    await blobsIntoStore(folder, store)
    await stepAside(client)
    try {
      await fill(client, options)
      await forgetBefore(client)
    } catch (error) {
      await stepBack(client).catch(() => refuseBrokenOff(error as Error))
      throw error
    }
    say('Counting, so that questions are planned well …')
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

async function fill<Tables>(client: pg.Client, { url, folder, manifest, queues, ...rest }: RestoreOptions<Tables>) {
  await migrate(url, { only: manifest.migrations.map(({ name }) => name) })
  await declareQueues(url, queues)
  rest.say(`Reading ${manifest.tables.reduce((sum, { rows }) => sum + rows, 0)} rows …`)
  await client.query('begin')
  try {
    await client.query(`set local maintenance_work_mem = '256MB'`)
    await rowsIn(client, folder, manifest)
    await sayMissing(client, folder, rest.say)
    await rest.beginEpoch(kyselyOn<Tables>(client))
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
  await migrate(url, {})
}

/** Nobody starts on what is half there; the next restore puts back what was there before. */
function refuseBrokenOff(error: Error): never {
  throw new Error(`The restore was broken off (${error.message}): please run npm run restore again, to its end.`, {
    cause: error,
  })
}

/** Made by a newer version, or by one whose migrations were others. */
async function refuseForeign({ migrations }: Manifest): Promise<void> {
  const ours = new Map((await stories()).map(({ name, hash }) => [name, hash]))
  for (const { name, hash } of migrations)
    if (ours.get(name) !== hash)
      throw new Error(
        `The backup knows the migration ${name} and this Sanad does not: restore it with the version that made it, or a newer one.`,
      )
}

async function refuseBusy(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ amount: number }>(
    `select count(*)::int as amount from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and application_name like 'sanad%'`,
  )
  if (rows[0]!.amount > 0) throw new Error('Sanad is running on this database. Stop every server and worker first.')
}

async function refuseFull<Tables>(client: pg.ClientBase, { isEmpty, replace }: RestoreOptions<Tables>): Promise<void> {
  // what is there while a restore was interrupted is that restore's
  const { rows } = await client.query(`select where to_regnamespace('restore_under_way') is not null`)
  if (rows.length > 0) return
  if ((await migrationsIn(client)) === null) {
    if ((await tablesIn(client)).length > 0)
      throw new Error('This database holds tables that are not of Sanad. Please give it one of its own.')
    return
  }
  if (!replace && !(await isEmpty(client)))
    throw new Error(
      'There are people or tickets in this database already. With --replace the backup takes their place.',
    )
}

/** A row whose file is not in the backup was named when the backup was made; here it is said once more. */
async function sayMissing(client: pg.ClientBase, folder: string, say: (sentence: string) => void): Promise<void> {
  const missing = lacking(await namedBlobs(client), readSums(await readFile(join(folder, sumsFile), 'utf8')))
  for (const { table, key } of missing.slice(0, 20)) say(`A file is not in the backup: ${table}: ${key}`)
  if (missing.length > 0) say(`${missing.length} files are not in the backup.`)
}

async function declareQueues(url: string, queues: readonly string[]): Promise<void> {
  const queue = await openQueue({ url, worker: false })
  try {
    for (const name of queues) await queue.declare(name)
  } finally {
    await queue.stop()
  }
}

/** One connection with its transaction, for those who write by the query builder. */
function kyselyOn<Tables>(client: pg.Client): Kysely<Tables> {
  const held = { query: client.query.bind(client), release: () => {} }
  const pool = { connect: async () => held, end: async () => {} } as unknown as PostgresPool
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
