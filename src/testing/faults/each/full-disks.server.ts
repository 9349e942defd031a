import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../../server/db/embedded/start-embedded.server.ts'
import { migrate } from '../../../server/db/migrate.server.ts'
import pg from 'pg'
import type { Fault } from '../fault.ts'
import { outcomeOf, secondsUntil, statusOf, within } from '../outcome.server.ts'
import { mustStart } from '../processes.server.ts'
import { openScene } from '../scene.server.ts'

const mount = (folder: string, megabytes: number): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status === 0
const unmount = (folder: string): void => void spawnSync('umount', ['-l', folder])

function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-mount-'))
  const may = mount(folder, 1)
  if (may) unmount(folder)
  rmSync(folder, { recursive: true, force: true })
  return may
}
const small = mayMount() ? {} : { notRun: 'this user may not mount a small disk (tmpfs): run it as root' }

/** Takes all the space that is left. */
function fill(folder: string): () => void {
  const file = join(folder, 'balloon')
  const handle = openSync(file, 'w')
  for (const size of [1 << 20, 1 << 12])
    try {
      for (;;) writeSync(handle, Buffer.alloc(size))
    } catch {
      // full
    }
  closeSync(handle)
  return () => rmSync(file)
}

export const fullDatabaseDisk: Fault = {
  name: 'the database’s disk is full',
  ...small,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'sanad-full-'))
    mount(folder, 400)
    const embedded = await startEmbedded({ folder, log: () => {} })
    await migrate(embedded.url)
    const scene = await openScene({ url: embedded.url })
    const { DATABASE_URL: _, ...environment } = scene.environment
    const server = await mustStart('server', { ...environment, SANAD_DATA: folder })
    try {
      const driver = scene.driver('full', () => [server.address], { timeoutMs: 12_000 })
      await driver.run(40, 4)
      const free = fill(folder)
      const red = secondsUntil(async () => (await statusOf(server.address, '/readyz')) === 503, 90)
      const busy = driver.run(120, 8)
      await fillLog(embedded.url)
      const redAfter = await red
      free()
      const green = await secondsUntil(async () => (await statusOf(server.address, '/readyz')) === 200)
      await busy
      await driver.run(20, 4)
      await scene.settled()
      const wrong = [...within('being ready again', green, 20)]
      if (redAfter === Infinity) wrong.push('readiness stayed green on a full disk')
      if (server.child.exitCode !== null) wrong.push('the application ended')
      return await outcomeOf(scene, `not ready while full, ready ${green.toFixed(1)} s after there was space`, wrong)
    } finally {
      await server.stop()
      await scene.close()
      await embedded.stop()
      unmount(folder)
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** Fills the log itself, which stops the whole database: words that stand in the log alone, until there is no room for them. */
async function fillLog(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    for (let turn = 0; turn < 800; turn++)
      await client.query(`select pg_logical_emit_message(true, 'fill', repeat('x', 1000000))`)
  } catch {
    // full: the database has ended
  }
  await client.end().catch(() => {})
}

export const fullApplicationDisk: Fault = {
  name: 'the disk of people’s files is full',
  ...small,
  async run() {
    const scene = await openScene()
    const data = scene.environment.SANAD_DATA
    mkdirSync(data, { recursive: true })
    mount(data, 8)
    const server = await mustStart('server', scene.environment)
    try {
      const statuses: number[] = []
      const start = performance.now()
      for (let index = 0; index < 16; index++)
        statuses.push(await upload(server.address, scene.cookies.get('salma')!, Buffer.alloc(1 << 20, index)))
      const seconds = (performance.now() - start) / 1000
      const { rows } = await scene.database.pool.query<{ key: string; size: number }>('select key, size from upload')
      const wrong = rows
        .filter(({ key, size }) => statSync(join(data, 'files', key), { throwIfNoEntry: false })?.size !== size)
        .map(({ key }) => `the file ${key} is not whole`)
      const begun = readdirSync(join(data, 'files/.begun')).length
      if (begun > 0) wrong.push(`${begun} pieces were left behind`)
      const taken = statuses.filter((status) => status === 201).length
      if (taken !== rows.length) wrong.push(`${taken} were taken and ${rows.length} have a row`)
      wrong.push(...within('sixteen files', seconds, 20))
      if (taken === 16 || taken === 0) wrong.push('the disk was never full')
      if (statuses.some((status) => status !== 201 && status < 500))
        wrong.push(`not all were told that it is no mistake of theirs: ${statuses.join(' ')}`)
      await scene.driver('full', () => [server.address]).run(30, 4)
      await scene.settled()
      return await outcomeOf(scene, `${taken} of 16 files taken whole, the others refused whole; tickets go on`, wrong)
    } finally {
      await server.stop()
      unmount(data)
      await scene.close()
    }
  },
}

async function upload(address: string, cookie: string, body: Buffer): Promise<number> {
  const response = await fetch(`${address}/api/v1/files`, {
    method: 'POST',
    headers: { cookie, origin: address, 'content-type': 'application/octet-stream', 'x-file-name': 'x.bin' },
    body: new Uint8Array(body),
  }).catch(() => null)
  await response?.arrayBuffer()
  return response?.status ?? 0
}
