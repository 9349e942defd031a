import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openS3Store } from '../../server/files/s3-store.server.ts'
import { mustStart, startProcess, type Running } from '../../testing/faults/processes.server.ts'
import { openScene, type Scene } from '../../testing/faults/scene.server.ts'
import { emptyDatabase, type ClonedDatabase } from '../../testing/postgres.server.ts'
import { mustRun, runScript } from '../../testing/run-script.server.ts'
import { openS3Peer } from '../../testing/s3-peer.server.ts'

// An installation that keeps people's files in a bucket is backed up, and brought back with another bucket and with a folder.

let peer: Awaited<ReturnType<typeof openS3Peer>>
let scene: Scene
let server: Running
let scratch: string
const contents = new Map<string, Buffer>()
const empties: ClonedDatabase[] = []

const scratched = (name: string): string => join(scratch, name)
const old = () => ({ ...scene.environment, ...peer.environment('old') })

beforeAll(async () => {
  peer = await openS3Peer('old', 'new')
  scene = await openScene()
  scratch = mkdtempSync(join(tmpdir(), 'sanad-bucket-'))
  server = await mustStart('server', old())
  await Promise.all(Array.from({ length: 30 }, (_, index) => submit(Buffer.alloc(1 + index * 40_000, index + 1))))
  const { rows } = await scene.database.pool.query<{ key: string; size: number }>('select key, size from ticket_file')
  for (const { key, size } of rows) contents.set(key, Buffer.alloc(size, Math.floor(size / 40_000) + 1))
})

afterAll(async () => {
  await server?.stop()
  await scene?.close()
  await peer?.close()
  for (const empty of empties) await empty.drop()
  rmSync(scratch, { recursive: true, force: true })
})

async function post<Body>(
  path: string,
  headers: Record<string, string>,
  body: string | Uint8Array<ArrayBuffer>,
): Promise<Body> {
  const response = await fetch(server.address + path, {
    method: 'POST',
    headers: { cookie: scene.cookies.get('salma')!, origin: server.address, ...headers },
    body,
  })
  // as whoever is told that it is busy: thirty come at once here
  if (response.status === 503) {
    await pause(1_000)
    return post<Body>(path, headers, body)
  }
  if (response.status !== 201) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as Body
}

async function submit(content: Buffer<ArrayBuffer>): Promise<void> {
  const kind = { 'content-type': 'application/octet-stream', 'x-file-name': 'note.bin' }
  const { id } = await post<{ id: string }>('/api/v1/files', kind, new Uint8Array(content))
  const ticket = { title: 'With a file', description: 'See there.', files: [id] }
  await post('/api/v1/tickets', { 'content-type': 'application/json' }, JSON.stringify(ticket))
}

async function restoredWith(more: Record<string, string>, data: string): Promise<void> {
  const empty = await emptyDatabase()
  empties.push(empty)
  const there = { DATABASE_URL: empty.url, SANAD_SECRET: scene.environment.SANAD_SECRET, SANAD_DATA: data, ...more }
  const said = await mustRun('restore', [scratched('backup')], there)
  expect(said).not.toContain('not in the backup')
  expect(await mustRun('verify', [], there)).toContain('Everything agrees.')
}

test('what lies in the bucket is in the backup, and comes back in another bucket byte for byte', async () => {
  const said = await mustRun('backup', [scratched('backup')], old())
  expect(said).toContain('30 files')
  await restoredWith(peer.environment('new'), scratched('new'))
  const store = openS3Store(peer.place('new'), scratched('waiting'))
  for (const [key, content] of contents)
    expect(Buffer.concat(await (await store.read(key)).toArray()).equals(content)).toBe(true)
})

test(
  'a drill with the environment as it was laid hands on the bucket of the installation that runs',
  { tags: 'long' },
  async () => {
    const empty = await emptyDatabase()
    empties.push(empty)
    const drill = { ...old(), DATABASE_URL: empty.url, SANAD_DATA: scratched('drill') }
    const { status, said } = await runScript('restore', [scratched('backup')], drill)
    expect({ status, said }).toMatchObject({
      status: 1,
      said: expect.stringContaining('“old” is used by an installation'),
    })
    await mustRun('restore', [scratched('backup'), '--take-bucket'], drill)
    // whoever was told wrongly that it was gone is stopped at its next start, before it loses anything
    await expect(startProcess('server', old())).rejects.toThrow('“old” belongs to another installation')
  },
)

test('the same backup goes into a folder', { tags: 'long' }, async () => {
  await restoredWith({}, scratched('folder'))
  for (const [key, content] of contents)
    expect(readFileSync(join(scratched('folder'), 'files', key)).equals(content)).toBe(true)
})

test('an object that is gone from the bucket is named, and everything else is kept', async () => {
  const [gone] = contents.keys()
  await openS3Store(peer.place('old'), scratched('waiting')).remove(gone!)
  const { status, said } = await runScript('backup', [scratched('second')], old())
  expect(status).toBe(1)
  expect(said).toContain(`A file is missing or is not what was sent: ticket_file: ${gone}`)
  expect(said).toContain('1 files are missing. Everything else is in the backup.')
})
