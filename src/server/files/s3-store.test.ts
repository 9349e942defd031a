import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openS3Peer } from '../../testing/s3-peer.server.ts'
import { isUnreachable } from '../db/unreachable.server.ts'
import type { BlobStore } from './blob-store.server.ts'
import { openS3Store } from './s3-store.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'sanad-s3-'))
const waiting = join(folder, 'waiting')
let peer: Awaited<ReturnType<typeof openS3Peer>>
let store: BlobStore
beforeAll(async () => {
  peer = await openS3Peer('sanad')
  store = openS3Store(peer.place('sanad'), waiting)
})
afterAll(async () => {
  await peer.close()
  rmSync(folder, { recursive: true, force: true })
})

const contentOf = async (key: string) => Buffer.concat(await (await store.read(key)).toArray())

test('a file comes back byte for byte, and nothing waits here any more', async () => {
  const content = randomBytes(6_000_000)
  const blob = await store.put(Readable.from([content.subarray(0, 2_500_000), content.subarray(2_500_000)]), 10_000_000)
  expect(blob.size).toBe(content.length)
  expect(await contentOf(blob.key)).toEqual(content)
  expect(readdirSync(waiting)).toEqual([])
})

test('one that is too large is refused while it comes, and leaves nothing', async () => {
  const before = await keys()
  await expect(store.put(Readable.from([randomBytes(600), randomBytes(600)]), 1000)).rejects.toMatchObject({
    code: 'tooLarge',
  })
  expect(await keys()).toEqual(before)
  expect(readdirSync(waiting)).toEqual([])
})

test('what was removed is gone, and what is old is found', async () => {
  const { key } = await store.put(Readable.from([Buffer.from('old')]), 100)
  expect(await keys()).toContain(key)
  await store.remove(key)
  expect(await keys()).not.toContain(key)
  expect(await store.has(key)).toBe(false)
})

test('two stores in one bucket do not see each other’s files, and neither those of others', async () => {
  const exports = openS3Store(peer.place('sanad'), waiting, 'exports/')
  const before = await keys()
  const { key } = await exports.put(Readable.from([Buffer.from('export')]), 100)
  const all: string[] = []
  for await (const each of exports.keys()) all.push(each)
  expect(all).toEqual([key])
  expect(await keys()).toEqual(before)
  expect([await exports.has(key), await store.has(key)]).toEqual([true, false])
  await exports.remove(key)
  expect(await exports.has(key)).toBe(false)
})

async function keys(): Promise<string[]> {
  const found: string[] = []
  for await (const key of store.olderThan(new Date(Date.now() + 60_000))) found.push(key)
  return found
}

/** In front of the bucket: the first line to it breaks while a file is on its way. */
async function openBreaking() {
  const { port } = new URL(peer.place('sanad').endpoint!)
  let lines = 0
  const door = net.createServer((client) => {
    client.on('error', () => {})
    if (++lines === 1) return client.once('data', () => client.resetAndDestroy())
    const bucket = net.connect(Number(port), '127.0.0.1').on('error', () => client.destroy())
    client.on('close', () => bucket.destroy())
    return client.pipe(bucket).pipe(client)
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(door.address() as net.AddressInfo).port}`
  return { place: { ...peer.place('sanad'), endpoint }, lines: () => lines, close: () => door.close() }
}

test('a line to the bucket that broke once lost the file that was on its way', async () => {
  const breaking = await openBreaking()
  const content = randomBytes(300_000)
  const { key } = await openS3Store(breaking.place, waiting).put(Readable.from([content]), 1_000_000)
  expect(await contentOf(key)).toEqual(content)
  expect(breaking.lines()).toBeGreaterThan(1)
  expect(readdirSync(waiting)).toEqual([])
  breaking.close()
})

test('where the bucket cannot be reached, who sent the file is told to come again, and nothing of it stays here', async () => {
  const gone = openS3Store({ ...peer.place('sanad'), endpoint: 'http://127.0.0.1:1' }, waiting)
  const failure: unknown = await gone.put(Readable.from([randomBytes(600)]), 1000).catch((error: unknown) => error)
  expect(isUnreachable(failure)).toBe(true)
  expect(readdirSync(waiting)).toEqual([])
})

test('a store that took the line and said nothing held exports, cleaning and a mailbox until the next start', async () => {
  const lines = new Set<net.Socket>()
  const silent = net.createServer((line) => void lines.add(line.on('error', () => {})))
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(silent.address() as net.AddressInfo).port}`
  const mute = openS3Store({ ...peer.place('sanad'), endpoint }, waiting, '', { connect: 300, silence: 300 })
  const failure = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error)
  expect(isUnreachable(await failure(mute.put(Readable.from([randomBytes(600)]), 1000)))).toBe(true)
  expect(isUnreachable(await failure(mute.keys().next()))).toBe(true)
  expect(await failure(mute.read(`00/${'0'.repeat(32)}`))).toBeInstanceOf(Error)
  expect(readdirSync(waiting)).toEqual([])
  for (const line of lines) line.destroy()
  silent.close()
})

test('files that a crash cut off on their way to the bucket stayed on the disk for ever', async () => {
  const [old, fresh] = ['0', '1'].map((sign) => join(waiting, sign.repeat(32))) as [string, string]
  for (const file of [old, fresh]) writeFileSync(file, 'half')
  const long = new Date(Date.now() - 2 * 3_600_000)
  utimesSync(old, long, long)
  for await (const _ of store.olderThan(new Date(Date.now() - 3_600_000)));
  expect([existsSync(old), existsSync(fresh)]).toEqual([false, true])
  rmSync(fresh)
})

test('a download that its reader let rest for a while broke off, as if the store had fallen silent', async () => {
  const content = randomBytes(40_000_000)
  const { key } = await store.put(Readable.from([content]), 50_000_000)
  const hasty = openS3Store(peer.place('sanad'), waiting, '', { connect: 300, silence: 300 })
  const parts: Buffer[] = []
  for await (const part of await hasty.read(key)) {
    if (parts.length === 0) await new Promise((resolve) => setTimeout(resolve, 1_500))
    parts.push(part as Buffer)
  }
  expect(Buffer.concat(parts).equals(content)).toBe(true)
})
