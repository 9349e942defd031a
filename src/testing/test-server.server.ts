import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../server/db/embedded/start-embedded.server.ts'
import { spread } from '../server/db/embedded/testing/spread.server.ts'
import { migrate, migrationsFolder } from '../server/db/migrate.server.ts'

export type TestServer = { adminUrl: string; template: string; stop: () => Promise<void> }

const root = path.join(import.meta.dirname, '../..')
const keptTemplates = 4

/** The PostgreSQL of a test run with its migrated template: TEST_DATABASE_URL's, or an embedded one kept for the next run. */
export async function openTestServer(): Promise<TestServer> {
  const given = process.env['TEST_DATABASE_URL']
  const embedded =
    given === undefined ? await startEmbedded({ folder: testFolder(), log: () => {}, settings }) : undefined
  if (embedded) spreadDatabases()
  const adminUrl = given ?? embedded?.url ?? ''
  try {
    const template = await makeTemplate(adminUrl, embedded !== undefined)
    return { adminUrl, template, stop: async () => embedded?.stop() }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

// Durability itself stays on: the application refuses a database without it. Autovacuum would now and then sit in the
// template, which then cannot be copied.
const settings = { max_connections: '500', autovacuum: 'off', max_wal_size: '4GB' }

function testFolder(): string {
  return path.join(root, 'node_modules/.cache/sanad-test')
}

function spreadDatabases(): void {
  const cluster = readdirSync(testFolder()).find((name) => /^pg\d+$/.test(name))
  if (cluster) spread(path.join(testFolder(), cluster, 'base'))
}

/** One template for each state of the migrations: whoever finds it made uses it, so a second run migrates nothing. */
async function makeTemplate(adminUrl: string, isOurs: boolean): Promise<string> {
  const name = `sanad_template_${fingerprint()}`
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query('select pg_advisory_lock(742002)')
    if (isOurs) await dropLeftovers(admin)
    if (await isFinished(admin, name)) return name
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.query(`create database ${name} template template0 encoding 'UTF8'`)
    await migrate(urlOf(adminUrl, name))
    // Nobody may connect any more: a database in use cannot be copied.
    await admin.query(`alter database ${name} with is_template true allow_connections false`)
    return name
  } finally {
    await admin.end()
  }
}

async function isFinished(admin: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1 and datistemplate', [name])
  return rowCount === 1
}

/** Databases of runs that were killed (their process is gone), and templates of migrations long past. */
async function dropLeftovers(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(`select datname as name from pg_database order by oid desc`)
  const names = rows.map((row) => row.name)
  const clones = names.filter((name) => name.startsWith('sanad_test_') && !isRunning(Number(name.split('_')[2])))
  const templates = names.filter((name) => name.startsWith('sanad_template_')).slice(keptTemplates)
  for (const name of templates) await admin.query(`alter database ${name} with is_template false`)
  for (const name of [...clones, ...templates]) await admin.query(`drop database if exists ${name} with (force)`)
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Everything a migrated database depends on: the migrations, what runs them, and the queue with its own tables. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const migrations = readdirSync(migrationsFolder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  for (const name of migrations) hash.update(name).update(readFileSync(path.join(migrationsFolder, name)))
  hash.update(readFileSync(path.join(root, 'src/server/db/migrate.server.ts')))
  hash.update(readFileSync(path.join(root, 'src/server/jobs/install-queue.server.ts')))
  hash.update(readFileSync(path.join(root, 'node_modules/pg-boss/package.json')))
  return hash.digest('hex').slice(0, 16)
}

export function urlOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  return url.toString()
}
