import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../server/db/migrate.server.ts'
import { compileCache } from '../testing/compiled.ts'
import { freePort } from '../testing/free-port.server.ts'
import { cloneDatabase, emptyDatabase, type ClonedDatabase } from '../testing/postgres.server.ts'
import { lookAtReplica, reachDatabase, sentenceOf } from './reach-database.server.ts'

// A data folder or a database that cannot be used: the start ends with a sentence that names the setting and what to mend.

let folder: string
let database: ClonedDatabase
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-wrong-'))
  database = await cloneDatabase()
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await database.drop()
})

function start(environment: Record<string, string>) {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [join(import.meta.dirname, 'server.ts')], {
    env: { PATH, HOME, ...compileCache, PORT: '0', SANAD_DATA: join(folder, 'data'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (bytes: Buffer) => (said.out += bytes.toString()))
  child.stderr.on('data', (bytes: Buffer) => (said.err += bytes.toString()))
  return new Promise<typeof said & { status: number | null }>((resolve) =>
    child.once('close', (status) => resolve({ ...said, status })),
  )
}

const file = () => {
  writeFileSync(join(folder, 'a-file'), '')
  return join(folder, 'a-file')
}

test.each([
  ['where nothing can be made', () => '/proc/sanad/data'],
  ['that is a file', file],
  ['below a file', () => join(file(), 'data')],
])('a data folder %s is refused', async (_where, placeOf) => {
  const place = placeOf()
  const { status, err } = await start({ SANAD_DATA: place })
  expect(status).toBe(1)
  expect(err).toMatch(new RegExp(`^SANAD_DATA is “${place}”, which cannot be used \\(E\\w+\\): please .*\\.\\n$`))
})

test('a data folder that is several folders away is made, for its owner alone', async () => {
  const { err } = await start({ SANAD_DATA: join(folder, 'some/where/else'), DATABASE_URL: unknownOne() })
  expect(err).toMatch(/^DATABASE_URL names/)
  for (const made of ['some', 'some/where', 'some/where/else'])
    expect(statSync(join(folder, made)).mode & 0o777).toBe(0o700)
  // a database of one's own: none is made beside it
  expect(readdirSync(join(folder, 'some/where/else'))).toEqual([])
})

const unknownOne = () => {
  const url = new URL(database.url)
  url.pathname = '/no_such_database'
  url.password = 'a secret word'
  return url.href
}

test('a database that the server does not have is said at once', async () => {
  const { status, err } = await start({ DATABASE_URL: unknownOne() })
  expect(status).toBe(1)
  expect(err).toMatch(/^DATABASE_URL names the database “no_such_database” at .*no such database: please create it/)
  expect(err).not.toContain('secret')
})

test('a server that is not there is waited for a while, then named without its password', async () => {
  const port = await freePort()
  const said: string[] = []
  const reached = reachDatabase(`postgres://desk:secret@127.0.0.1:${port}/tickets`, (line) => void said.push(line), 700)
  await expect(reached).rejects.toThrow(
    `DATABASE_URL names the database “tickets” at 127.0.0.1, port ${port}, which cannot be reached (connect ECONNREFUSED 127.0.0.1:${port}): please`,
  )
  expect(said).toEqual([`Waiting for the database “tickets” at 127.0.0.1, port ${port} ...`])
})

test('a replica that refused us let the start through, and failed what is read there', async () => {
  const { status, err } = await start({ DATABASE_URL: database.url, DATABASE_REPLICA_URL: unknownOne() })
  expect(status).toBe(1)
  expect(err).toMatch(
    /^DATABASE_REPLICA_URL names the database “no_such_database” at .*no such database: please create it/,
  )
  expect(err).not.toContain('secret')
})

test('a replica that is away is said and done without', async () => {
  const port = await freePort()
  const said: string[] = []
  await lookAtReplica(`postgres://desk:secret@127.0.0.1:${port}/tickets`, (line) => void said.push(line))
  expect(said).toEqual([
    `The replica, the database “tickets” at 127.0.0.1, port ${port}, cannot be reached (connect ECONNREFUSED 127.0.0.1:${port}): the primary answers until it is.`,
  ])
})

test.each([
  ['postgres://desk:100%ab@db.example/tickets', / cannot be read \(URI malformed\): please write % .* as %25/],
  [
    'postgres://desk@db.example/tickets?sslmode=verify-full&sslrootcert=/nope.pem',
    / names the file “\/nope\.pem”, which cannot be read \(ENOENT\): please correct/,
  ],
])('the address %s ended the start in a bare fragment', async (url, sentence) => {
  await expect(reachDatabase(url, () => {}, 0)).rejects.toThrow(sentence)
  await expect(lookAtReplica(url, () => {})).rejects.toThrow(sentence)
})

test('a user who does not own the database was told of a permission, and not what to do', async () => {
  const [client, empty] = [new pg.Client({ connectionString: database.url }), await emptyDatabase()]
  const user = `desk_${process.pid}`
  const url = new URL(empty.url)
  url.username = user
  await client.connect()
  await client.query(`create role ${user} login`)
  await expect(migrate(url.href)).rejects.toThrow(
    new RegExp(
      `^The user “${user}” may not make tables in the database .*: please .*alter database \\w+ owner to ${user}`,
    ),
  )
  await empty.drop()
  await client.query(`drop role ${user}`)
  await client.end()
})

test('a server that comes up while it is waited for is used', async () => {
  const port = await freePort()
  const reached = reachDatabase(`postgres://127.0.0.1:${port}/tickets?user=desk`, () => {}, 20_000)
  // authentication ok, ready for queries: as much of PostgreSQL as is needed to be let in
  const welcome = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49])
  const server = createServer((socket) => socket.on('error', () => {}).once('data', () => socket.write(welcome)))
  await new Promise((resolve) => setTimeout(resolve, 300))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await expect(reached).resolves.toBeUndefined()
  server.close()
})

test('a server that wants TLS was said to refuse the user or the password', () => {
  const message = 'no pg_hba.conf entry for host "10.0.0.7", user "desk", database "tickets", no encryption'
  const refusal = Object.assign(new Error(message), { code: '28000' })
  expect(sentenceOf('DATABASE_URL', 'postgres://desk:secret@db.example:5432/tickets', refusal)).toBe(
    `DATABASE_URL names the database “tickets” at db.example, port 5432, which does not let this machine in without TLS (${message}): please add ?sslmode=verify-full to the address, or let this machine in as it comes (pg_hba.conf).`,
  )
})

test.each(['SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
  'a server whose certificate is not believed (%s) was said to be out of reach',
  (code) => {
    const trouble = Object.assign(new Error('not believed'), { code })
    expect(sentenceOf('DATABASE_URL', 'postgres://desk:secret@db.example:5432/tickets', trouble)).toMatch(
      /whose certificate is not believed \(not believed\): please .* sslrootcert=/,
    )
  },
)

test('a server that refuses the user is not asked again', async () => {
  const refusal = Buffer.from('SFATAL\0C28P01\0Mpassword authentication failed for user "desk"\0\0')
  const head = Buffer.from([0x45, 0, 0, 0, refusal.length + 4])
  const server = createServer((socket) =>
    socket.on('error', () => {}).once('data', () => socket.end(Buffer.concat([head, refusal]))),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const reached = reachDatabase(`postgres://desk:secret@127.0.0.1:${port}/tickets`, () => {}, 60_000)
  await expect(reached).rejects.toThrow(/refuses the user “desk” \(password authentication failed .*please correct/)
  server.close()
})
