import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openDatabase } from '../database.server.ts'
import { compileCache } from '../../../testing/compiled.ts'
import { checkDurability } from '../durability.server.ts'
import { findBinaries } from './binaries.server.ts'
import { linkLibraries } from './library-links.server.ts'
import { chooseRunner } from './run-as-user.server.ts'
import { startEmbedded } from './start-embedded.server.ts'
import { Place } from './testing/place.server.ts'

// What must not be used is refused in a sentence: a database that could lose what it acknowledged, one that is another's, one
// that nobody here may reach.

vi.setConfig({ testTimeout: 180_000 })

let prepared: Place
beforeAll(async () => {
  prepared = new Place()
  const holder = prepared.start()
  await holder.hear('ready')
  await holder.end('SIGTERM')
})
afterAll(() => prepared[Symbol.asyncDispose]())

test.each(['fsync', 'full_page_writes'])('a server whose database has %s off does not start', async (setting) => {
  await using place = new Place(prepared.folder)
  appendFileSync(path.join(place.folder, 'pg18/postgresql.conf'), `${setting} = off\n`)
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [path.join(import.meta.dirname, '../../../start/server.ts')], {
    env: { PATH, HOME, ...compileCache, PORT: '0', SANAD_DATA: place.folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()))
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve))
  expect([status, said]).toEqual([
    1,
    `The database has ${setting} off and could lose tickets. Set ${setting} = on in postgresql.conf.\n`,
  ])
  await expect.poll(() => place.postgresPids()).toEqual([])
})

test('a database that would acknowledge early is asked not to, on every connection', async () => {
  await using place = new Place(prepared.folder)
  const database = await startEmbedded({
    folder: place.folder,
    log: () => {},
    settings: { synchronous_commit: 'off' },
  })
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query('create role sanad_app nologin')
  const shown = async (asked: pg.Client | pg.Pool) =>
    (await asked.query<{ synchronous_commit: string }>('show synchronous_commit')).rows[0]!.synchronous_commit
  expect(await shown(client)).toBe('off')
  await client.end()
  const opened = openDatabase<object>({ url: database.url })
  expect(await shown(opened.pool)).toBe('on')
  expect(await checkDurability(opened.pool)).toBeNull()
  await opened.close()
  await database.stop()
})

test('with PGSSLMODE in the environment a start on the embedded database failed', async () => {
  await using place = new Place(prepared.folder)
  vi.stubEnv('PGSSLMODE', 'require')
  const database = await startEmbedded({ folder: place.folder, log: () => {} })
  const client = new pg.Client({ connectionString: database.url })
  try {
    await expect(client.connect()).resolves.toBeDefined()
  } finally {
    vi.unstubAllEnvs()
    await client.end()
    await database.stop()
  }
})

test('a database without checksums is used, with a warning', async () => {
  await using place = new Place(undefined, await withoutChecksums())
  const database = await startEmbedded({ folder: place.folder, log: () => {} })
  const pool = new pg.Pool({ connectionString: database.url })
  // a connection that is still going when its database stops says so to nobody
  pool.on('error', () => {})
  expect(await checkDurability(pool)).toMatch(/no data checksums.*pg_checksums --enable/)
  await pool.end()
  await database.stop()
})

/** A data folder with a cluster that somebody made in another way. */
async function withoutChecksums(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sanad-place-'))
  const { root, initdb } = findBinaries()
  linkLibraries(root, path.join(folder, 'libraries'))
  const { prefix, owner } = chooseRunner([folder, initdb])
  const cluster = `--pgdata=${path.join(folder, 'pg18')}`
  const [command, ...args] = [...prefix, initdb, cluster, '--username=postgres', '--auth=trust', '--no-data-checksums']
  const { status } = spawnSync(command, args, { cwd: folder, stdio: 'ignore', ...owner })
  expect(status).toBe(0)
  return folder
}

test(
  'a socket behind which another database answers is refused, and the other is left alone',
  { tags: 'long' },
  async () => {
    await using place = new Place(prepared.folder)
    const run = path.join(place.folder, 'pg18.run')
    mkdirSync(run, { mode: 0o700 })
    await using theirs = new Place(prepared.folder)
    const database = await startEmbedded({
      folder: theirs.folder,
      log: () => {},
      settings: { unix_socket_directories: `"${path.join(theirs.folder, 'pg18.run')}", "${run}"` },
    })
    const pid = theirs.postmasterPid()
    await expect(place.start().hear('ready')).rejects.toThrow(/belongs to another database, in .*pg18/)
    expect(theirs.postmasterPid()).toBe(pid)
    expect(theirs.postgresPids()).toContain(pid)
    expect(place.postgresPids()).toEqual([])
    await database.stop()
  },
)

test.runIf(process.getuid?.() === 0)(
  'where nobody but root may enter and there are no namespaces, the way out is said',
  async () => {
    const base = mkdtempSync(path.join(tmpdir(), 'sanad-place-'))
    const inner = path.join(base, 'inner')
    mkdirSync(inner, { mode: 0o700 })
    {
      await using place = new Place(undefined, inner)
      await expect(place.start({ PATH: '' }).hear('ready')).rejects.toThrow(
        new RegExp(`does not run as root, and "\\w+" may not enter ${base}.*ordinary user.*DATABASE_URL`, 's'),
      )
      expect(place.postgresPids()).toEqual([])
      expect(statSync(base).mode & 0o777).toBe(0o700)
    }
    rmSync(base, { recursive: true, force: true })
  },
)

test.runIf(process.getuid?.() === 0)(
  'root who starts it in the closed home of somebody else is told which folder is closed, and what to do',
  async () => {
    const home = mkdtempSync(path.join(tmpdir(), 'sanad-place-'))
    chownSync(home, 65_534, 65_534)
    {
      await using place = new Place(undefined, path.join(home, 'data'))
      await expect(place.start().hear('ready')).rejects.toThrow(
        new RegExp(`does not run as root, and "\\w+" may not enter ${home}.*ordinary user.*DATABASE_URL`, 's'),
      )
      expect(place.postgresPids()).toEqual([])
    }
    rmSync(home, { recursive: true, force: true })
  },
)

test.runIf(process.getuid?.() === 0)(
  'a backup that root makes beside a service takes the data folder from it in nothing, and says whose it is',
  async () => {
    await using place = new Place(prepared.folder)
    mkdirSync(path.join(place.folder, 'pg18.run'), { mode: 0o700 })
    const owned = [place.folder, ...['pg18', 'pg18.run'].map((part) => path.join(place.folder, part))]
    const whose = () => owned.map((each) => [statSync(each).uid, statSync(each).mode & 0o777])
    const asRoot = () => startEmbedded({ folder: place.folder, log: () => {} })
    for (const each of owned) chownSync(each, 1, 1)
    await expect(asRoot()).rejects.toThrow(/belongs to the user “daemon”.*runuser -u daemon --/)
    expect(whose()).toEqual(owned.map(() => [1, 0o700]))
    expect(readdirSync(place.folder).sort()).toEqual(['pg18', 'pg18.run'])
    // neither where the cluster alone is theirs, in a folder of root's
    chownSync(place.folder, 0, 0)
    await expect(asRoot()).rejects.toThrow(/belongs to the user “daemon”/)
    expect(whose()).toEqual(owned.map((_, at) => [at === 0 ? 0 : 1, 0o700]))
  },
)
