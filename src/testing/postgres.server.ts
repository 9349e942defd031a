import pg from 'pg'
import { openTestServer, urlOf } from './test-server.server.ts'

export type ClonedDatabase = { url: string; drop: () => Promise<void> }

let clones = 0

/** A fresh database with the newest schema, for one test file; or with what a template of the run has more. */
export async function cloneDatabase(from?: string): Promise<ClonedDatabase> {
  const { adminUrl, template: bare } = await theServer()
  const template = from ?? bare
  const name = `sanad_test_${process.pid}_${Date.now().toString(36)}_${clones++}`
  await asAdmin(adminUrl, async (admin) => {
    // One copy at a time: copies run into each other's checkpoints and locks otherwise.
    await admin.query('select pg_advisory_lock(742003)')
    await admin.query(`create database ${name} template ${template}`)
  })
  return { url: urlOf(adminUrl, name), drop: () => dropDatabase(adminUrl, name) }
}

/**
 * A template that one run makes once, whoever of its processes comes first, and what was said of it then. It goes with the
 * leftovers of the run, whose process its name has. One may begin with what another has already.
 */
export async function templateOfRun<Known>(
  run: { pid: string; name: string; from?: string },
  make: (url: string) => Promise<Known>,
): Promise<{ template: string; known: Known }> {
  const { adminUrl, template: bare } = await theServer()
  const template = `sanad_test_${run.pid}_${run.name}`
  let known: Known | undefined
  await asAdmin(adminUrl, async (admin) => {
    await admin.query('select pg_advisory_lock(742004)')
    const said = `select shobj_description(oid, 'pg_database') as said from pg_database where datname = $1`
    const { rows } = await admin.query<{ said: string | null }>(said, [template])
    if (rows[0]?.said) known = JSON.parse(rows[0].said) as Known
    else {
      await admin.query(`drop database if exists ${template} with (force)`)
      await admin.query(`create database ${template} template ${run.from ?? bare}`)
      known = await make(urlOf(adminUrl, template))
      await admin.query(`alter database ${template} with allow_connections false`)
      await admin.query(`comment on database ${template} is ${admin.escapeLiteral(JSON.stringify(known))}`)
    }
  })
  return { template, known: known! }
}

/** A database with nothing in it, for those who test how one is filled. */
export async function emptyDatabase(): Promise<ClonedDatabase> {
  const { adminUrl } = await theServer()
  const name = `sanad_test_${process.pid}_${Date.now().toString(36)}_${clones++}`
  await asAdmin(adminUrl, (admin) => admin.query(`create database ${name} template template0 encoding 'UTF8'`))
  return { url: urlOf(adminUrl, name), drop: () => dropDatabase(adminUrl, name) }
}

async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, (admin) => admin.query(`drop database if exists ${name} with (force)`))
}

async function asAdmin(url: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}

/** The global set-up hands it to the workers of Vitest; a program of its own (a browser journey, say) opens it here. */
async function theServer(): Promise<{ adminUrl: string; template: string }> {
  const { SANAD_TEST_ADMIN_URL: adminUrl, SANAD_TEST_TEMPLATE: template, SANAD_TEST_FAILURE: failure } = process.env
  if (failure !== undefined) throw new Error(`There is no database to test on: ${failure}`)
  if (adminUrl !== undefined && template !== undefined) return { adminUrl, template }
  return (own ??= openTestServer())
}

let own: ReturnType<typeof openTestServer> | undefined
