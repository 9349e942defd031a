import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { queueAccountMail } from '../../channels/email/account-mail.write.server.ts'
import { manifestFile, sumsFile } from '../../server/backup/manifest.ts'
import { sumOf } from '../../server/backup/summing.server.ts'
import { openMailSink, type MailSink } from '../../testing/mail-sink.server.ts'
import { emptyDatabase, type ClonedDatabase } from '../../testing/postgres.server.ts'
import { mustRun, runScript } from '../../testing/run-script.server.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'
import { sessionCookie } from '../../users/sign-in/session-cookie.server.ts'
import { startSession } from '../../users/sign-in/session.write.server.ts'
import { openInstallation, type Installation } from '../open-installation.server.ts'
import { openWeb, type Web } from '../open-web.server.ts'
import { openWorker } from '../open-worker.server.ts'

const secret = 'a secret for tests, long enough to be one'

let old: TestWeb
let empty: ClonedDatabase
let sink: MailSink
let scratch: string
let backup: string
let told: number
let untold: number

beforeAll(async () => {
  old = await openTestWeb()
  empty = await emptyDatabase()
  sink = await openMailSink()
  scratch = mkdtempSync(join(tmpdir(), 'sanad-epoch-'))
  backup = join(scratch, 'backup')
  // its tellings were done and its mails wait
  told = await old.post('salma', '/api/v1/tickets', { title: 'Told', description: 'And mails wait.' }).then(number)
  const busy = await openInstallation(old.installation.config, { worker: true, say: () => {} })
  const worker = await openWorker(busy, { secret, address: old.address, onTrouble: () => {} })
  await vi.waitUntil(async () => (await count(old.url, `select from mail where state = 'kept'`)) === 3, 15_000)
  await worker.stop()
  await busy.close()
  await sql(old.url, `update mail set state = 'pending', next_try_at = now()`)
  // its duties wait themselves
  untold = await old.post('salma', '/api/v1/tickets', { title: 'Untold', description: 'Duties wait.' }).then(number)
  await old.database.primary.transaction().execute((db) =>
    queueAccountMail(db, {
      interaction: 'account-invitation',
      recipient: old.ids.tom,
      address: 'tom@example.com',
      variables: { link: '/invitation#x', validUntil: '2027-01-01T00:00:00Z', actor: 'Adam', roles: '' },
      at: new Date(),
    }),
  )
  await mustRun('backup', [backup], environment())
})

afterAll(async () => {
  await old?.close()
  await sink?.stop()
  await empty?.drop()
  rmSync(scratch, { recursive: true, force: true })
})

const environment = () => ({ DATABASE_URL: old.url, SANAD_DATA: old.data, SANAD_SECRET: secret })
const number = ({ body }: { body: { number: number } }): number => body.number

async function sql<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}
const count = async (url: string, text: string): Promise<number> => (await sql(url, text)).length
const restore = (...more: string[]) =>
  runScript('restore', [backup, ...more], {
    DATABASE_URL: empty.url,
    SANAD_DATA: join(scratch, 'data'),
    SANAD_SECRET: secret,
  })

test('a backup never lands on another one: the name that is taken is said at once', async () => {
  const again = await runScript('backup', [backup], environment())
  expect(again).toEqual({ status: 1, said: `${backup} is there already: please give this backup another name.\n` })
  expect(existsSync(`${backup}.begun`)).toBe(false)
})

test('a damaged backup is noticed, and nothing is restored', { tags: 'long' }, async () => {
  const rows = join(backup, 'rows')
  const [some] = readdirSync(rows).filter((name) => name.startsWith('ticket.'))
  const file = join(rows, some!)
  const whole = readFileSync(file)
  for (const harm of [
    () => writeFileSync(file, whole.subarray(0, whole.length - 20)),
    () => writeFileSync(file, Buffer.from(whole).fill(0, 30, 31)),
    () => rmSync(file),
  ]) {
    harm()
    const { status, said } = await restore()
    expect({ status, said }).toMatchObject({ status: 1, said: expect.stringContaining('The backup is damaged') })
    writeFileSync(file, whole)
  }
  expect(await count(empty.url, `select from pg_class where relnamespace = 'public'::regnamespace`)).toBe(0)
})

test('every table that the catalog knows comes back row for row, but for what a new epoch changes', async () => {
  expect(await restore()).toMatchObject({ status: 0 })
  const changed = [
    'users',
    'session',
    'verification',
    'failed_try',
    'setting',
    'mail',
    'restoration',
    'installation',
    'schema_migration',
  ]
  const tables = await sql<{ name: string }>(
    old.url,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  )
  expect(tables.length).toBeGreaterThan(40)
  for (const { name } of tables.filter((table) => !changed.includes(table.name))) {
    const digest = `select count(*), md5(string_agg(row::text, '|' order by row::text)) from ${name} as row`
    expect({ name, rows: await sql(empty.url, digest) }).toEqual({ name, rows: await sql(old.url, digest) })
  }
})

test(
  'what fails half-way leaves what was there before, also when rows had come in already',
  { tags: 'long' },
  async () => {
    await sql(empty.url, `update users set name = 'Kept through it' where email = 'tom@example.com'`)
    const manifest = readFileSync(join(backup, manifestFile), 'utf8')
    const sums = readFileSync(join(backup, sumsFile), 'utf8')
    // sums that fit and a number of rows that does not: found out in the middle
    writeFileSync(
      join(backup, manifestFile),
      manifest.replace(/("file": "rows\/users.copy.gz",\s+"rows": )\d+/, '$19999'),
    )
    const changed = await sumOf(join(backup, manifestFile))
    writeFileSync(join(backup, sumsFile), sums.replace(/\w{64} {2}manifest.json/, `${changed}  manifest.json`))
    const failed = await restore('--replace')
    expect(failed.said).toContain('rows instead of 9999')
    expect(failed.status).toBe(1)
    expect(await count(empty.url, `select from users where name = 'Kept through it'`)).toBe(1)
    expect(await count(empty.url, `select from pg_namespace where nspname like '%restore%'`)).toBe(0)
    writeFileSync(join(backup, manifestFile), manifest)
    writeFileSync(join(backup, sumsFile), sums)
    // a restore that a power cut ended: nobody may start on it, and the next restore begins where that one began
    await sql(
      empty.url,
      'create schema restore_under_way; alter schema public rename to public_before_restore; create schema public',
    )
    await expect(
      openInstallation({ ...old.installation.config, databaseUrl: empty.url }, { worker: false, say: () => {} }),
    ).rejects.toThrow('A restore of this database is under way')
    expect(await restore('--replace')).toMatchObject({ status: 0 })
    expect(await count(empty.url, `select from users where name = 'Kept through it'`)).toBe(0)
  },
)

test('a new epoch: nobody is signed in, no old mail goes out until an administrator says so, new ones do', async () => {
  const config = { ...old.installation.config, databaseUrl: empty.url, smtpUrl: sink.url, data: join(scratch, 'data') }
  const installation: Installation = await openInstallation(config, { worker: true, say: () => {} })
  const web: Web = await openWeb(installation, { secret, isReady: () => true })
  const address = web.address.replace('localhost', '127.0.0.1')
  const worker = await openWorker(installation, { secret, address, onTrouble: () => {} })
  try {
    const ask = async (cookie: string, path: string, method = 'GET', body?: object) => {
      const headers = { cookie, origin: address, ...(body ? { 'content-type': 'application/json' } : {}) }
      const answer = await fetch(address + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
    }
    expect((await ask(old.cookies.get('salma')!, '/api/v1/me')).status).toBe(401)
    expect(await count(old.url, `select from pgboss.job where name = 'tell' and state = 'created'`)).toBe(2)
    // the duties that waited are done once, with notices now and mails held
    await expect.poll(() => count(empty.url, `select from notice where ticket_number = ${untold}`)).toBe(3)
    expect(await count(empty.url, `select from notice where ticket_number = ${told}`)).toBe(3)
    const fresh = async (who: 'adam' | 'salma'): Promise<string> => {
      const session = { user: old.ids[who], at: new Date(), network: '127.0.0.1', userAgent: 'test' }
      const token = await startSession(installation.database.primary, session)
      return sessionCookie(token, { secret, secure: false }).split(';')[0]!
    }
    const adam = await fresh('adam')
    await expect.poll(async () => (await ask(adam, '/api/v1/held-mails')).body['held']).toBe(6)
    expect(await sql(empty.url, `select interaction from mail where state = 'dropped'`)).toEqual([
      { interaction: 'account-invitation' },
    ])
    const submitted = await ask(await fresh('salma'), '/api/v1/tickets', 'POST', { title: 'New', description: 'New.' })
    const newNumber = submitted.body['number'] as number
    expect(newNumber).toBeGreaterThanOrEqual(untold + 1_000)
    await expect.poll(() => sink.mails.length).toBe(3)
    expect(sink.mails.every(({ raw }) => raw.includes(String(newNumber)))).toBe(true)
    expect((await ask(await fresh('salma'), '/api/v1/held-mails/release', 'POST')).status).toBe(403)
    expect((await ask(adam, '/api/v1/held-mails/release', 'POST')).body).toEqual({ released: 6 })
    await expect.poll(() => sink.mails.length).toBe(9)
    expect((await ask(adam, '/api/v1/held-mails/drop', 'POST')).body).toEqual({ dropped: 0 })
  } finally {
    await web.close()
    await worker.stop()
    await installation.close()
  }
})
