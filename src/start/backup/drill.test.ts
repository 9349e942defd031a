import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  hasDebianPostgres,
  sayWithoutDebianPostgres,
  startDebianPostgres,
} from '../../testing/debian-postgres.server.ts'
import { emptyDatabase, type ClonedDatabase } from '../../testing/postgres.server.ts'
import { mustRun, runScript } from '../../testing/run-script.server.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'

// The drill of docs/operating.md, with its own commands: a busy installation is backed up, lost, and brought back elsewhere.

if (!hasDebianPostgres) sayWithoutDebianPostgres('restoring in another version of PostgreSQL')

let web: TestWeb
let scratch: string
let backup: string
/** Numbers that were acknowledged before the backup began, and all that were ever acknowledged. */
let before: number[]
const acknowledged: number[] = []
const empties: ClonedDatabase[] = []

const folder = (name: string) => join(scratch, name)
const environment = (url: string, data: string) => ({ DATABASE_URL: url, SANAD_DATA: data, LOG_LEVEL: 'debug' })

async function submit(text: string): Promise<void> {
  const file = await fetch(`${web.address}/api/v1/files`, {
    method: 'POST',
    headers: {
      cookie: web.cookies.get('salma')!,
      origin: web.address,
      'content-type': 'application/octet-stream',
      'x-file-name': 'note.txt',
    },
    body: `the file of ${text}`,
  })
  const { id } = (await file.json()) as { id: string }
  const { status, body } = await web.post('salma', '/api/v1/tickets', { title: text, description: text, files: [id] })
  if (status === 201) acknowledged.push(body.number as number)
}

beforeAll(async () => {
  web = await openTestWeb()
  scratch = mkdtempSync(join(tmpdir(), 'sanad-drill-'))
  backup = folder('backup')
  await Promise.all(Array.from({ length: 40 }, (_, index) => submit(`Before ${index}`)))
  before = [...acknowledged]
  writeFileSync(join(web.data, 'secret'), 'the secret that its first start made')
  let busy = true
  const traffic = (async () => {
    for (let index = 0; busy; index++) await submit(`Meanwhile ${index}`)
  })()
  // it would end with 1 if a file were missing
  await mustRun('backup', [backup], environment(web.url, web.data))
  busy = false
  await traffic
})

afterAll(async () => {
  await web?.close()
  for (const empty of empties) await empty.drop()
  rmSync(scratch, { recursive: true, force: true })
})

async function somewhereEmpty(): Promise<string> {
  const empty = await emptyDatabase()
  empties.push(empty)
  return empty.url
}

async function ask<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

async function holds(url: string): Promise<void> {
  const numbers = (await ask<{ number: string }>(url, 'select number from ticket order by number')).map(({ number }) =>
    Number(number),
  )
  // what was acknowledged before it began is there, once; nothing was invented
  expect(numbers.filter((number) => before.includes(number))).toEqual(before.toSorted((one, other) => one - other))
  expect(numbers.filter((number) => !acknowledged.includes(number))).toEqual([])
}

test('restored on an empty machine: nothing lost up to the point, files too, and everything agrees', async () => {
  const url = await somewhereEmpty()
  const there = environment(url, folder('elsewhere'))
  const restored = await runScript('restore', [backup], there)
  expect(restored).toMatchObject({ status: 0 })
  expect(restored.said).toContain('Everything is restored.')
  expect(restored.said).not.toContain('not in the backup')
  await holds(url)
  const [{ next } = { next: '' }] = await ask<{ next: string }>(url, `select nextval('ticket_number') as next`)
  expect(Number(next)).toBeGreaterThanOrEqual(Math.max(...before) + 1_000)
  expect(await ask(url, 'select id from session')).toEqual([])
  const verified = await runScript('verify', [], there)
  expect(verified.said).toContain('Everything agrees.')
  expect(verified.status).toBe(0)
  const again = await runScript('restore', [backup], there)
  expect(again.status).toBe(1)
  expect(again.said).toContain('--replace')
})

test(
  'a machine that was started before kept its own secret, and nothing that was sealed could be opened',
  { tags: 'long' },
  async () => {
    const url = await somewhereEmpty()
    const data = folder('started before')
    mkdirSync(data)
    writeFileSync(join(data, 'secret'), 'a secret that was made by an earlier start')
    const restored = await runScript('restore', [backup], environment(url, data))
    expect(restored).toMatchObject({ status: 0 })
    expect(readFileSync(join(data, 'secret'), 'utf8')).toBe(readFileSync(join(backup, 'secret'), 'utf8'))
    const [aside] = readdirSync(data).filter((name) => name.startsWith('secret-until-'))
    expect(readFileSync(join(data, aside!), 'utf8')).toBe('a secret that was made by an earlier start')
    expect(restored.said).toContain(`kept as ${join(data, aside!)}`)
    expect(restored.said).not.toContain('The secret is not the backup’s')
  },
)

test('from a server into the embedded database, and from there out again', { tags: 'long' }, async () => {
  const inside = { SANAD_DATA: folder('embedded') }
  const restored = await runScript('restore', [backup], inside)
  expect(restored.said).toContain('Everything is restored.')
  expect((await runScript('verify', [], inside)).said).toContain('Everything agrees.')
  const second = folder('second backup')
  expect(await runScript('backup', [second], inside)).toMatchObject({ status: 0 })
  const url = await somewhereEmpty()
  expect(await runScript('restore', [second], environment(url, folder('third')))).toMatchObject({ status: 0 })
  await holds(url)
})

/** What docs/operating.md has an administrator of the server run for a user who may not create roles. */
async function databaseOf(user: string, admin: string, hasRole: boolean): Promise<void> {
  if (!hasRole) await ask(admin, 'create role sanad_app nologin')
  await ask(admin, `create role ${user} login`)
  await ask(admin, `grant sanad_app to ${user} with admin option`)
  await ask(admin, `create database ${user} owner ${user} template template0 encoding 'UTF8'`)
}

const as = (user: string, url: string): string => {
  const theirs = new URL(url)
  theirs.username = user
  theirs.pathname = `/${user}`
  return theirs.toString()
}

test(
  'a user who may not create roles restores and works with what the documentation has granted',
  { tags: 'long' },
  async () => {
    const empty = await emptyDatabase()
    const user = `sanad_test_${process.pid}_plain`
    await databaseOf(user, empty.url, true)
    try {
      const there = environment(as(user, empty.url), folder('plain'))
      expect(await runScript('restore', [backup], there)).toMatchObject({ status: 0 })
      const again = await runScript('restore', [backup, '--replace'], there)
      expect([again.status, again.said]).toEqual([
        1,
        expect.stringContaining('please restore into a new, empty database'),
      ])
      expect((await runScript('verify', [], there)).said).toContain('Everything agrees.')
      const without = environment(`${there.DATABASE_URL}&options=-c%20timezone%3DUTC`, folder('plain'))
      const { status, said } = await runScript('verify', [], without)
      expect([status, said]).toEqual([1, expect.stringContaining(`work as “${user}” and not in the role sanad_app`)])
    } finally {
      await ask(empty.url, `drop database ${user} with (force)`)
      await ask(empty.url, `drop role ${user}`)
      await empty.drop()
    }
  },
)

test.runIf(hasDebianPostgres)(
  'a backup of PostgreSQL 18 in the PostgreSQL of the system, of a user who may not create roles',
  { tags: 'long' },
  async () => {
    const system = await startDebianPostgres()
    try {
      await databaseOf('desk', system.url('postgres'), false)
      const there = environment(as('desk', system.url('postgres')), folder('debian'))
      expect(await runScript('restore', [backup], there)).toMatchObject({ status: 0 })
      expect((await runScript('verify', [], there)).said).toContain('Everything agrees.')
      await holds(there.DATABASE_URL)
    } finally {
      await system.stop()
    }
  },
)
