import { utimesSync } from 'node:fs'
import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openTestWeb } from '../../testing/web.server.ts'
import { openBlobStore } from '../../server/files/blob-store.server.ts'
import { bytesOf } from './megabytes.ts'
import { sweepFiles } from './sweep-files.write.server.ts'
import { asBytes, filesOf } from './testing/sent-files.server.ts'

const largestFile = bytesOf(25)
const web = await openTestWeb()
const { send, statuses, blobs } = filesOf(web)
afterAll(() => web.close())

describe('whole or not at all', () => {
  test('too much is refused while it comes, whatever length was claimed', async () => {
    const before = blobs().length
    const byOne = await send('salma', Buffer.alloc(largestFile + 1))
    expect(byOne.status).toBe(413)
    // no size is said that would be the limit again, or more than the file has
    expect(new Set(JSON.stringify(byOne.body).match(/\d+(?:\.\d+)? ?MB/gu))).toEqual(new Set(['25 MB']))
    const answer = await streamed({ 'transfer-encoding': 'chunked' }, async (write) => {
      for (let sent = 0; sent <= largestFile + 2_000_000; sent += 1_000_000) await write(Buffer.alloc(1_000_000))
    })
    expect(answer).toBe(413)
    expect(blobs()).toHaveLength(before)
  })

  test('a refusal leaves the line to the next request', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const lines = new Set<number>()
    const ask = async (method: string, path: string, body = 0) => {
      const asked = request(web.address + path, {
        method,
        agent,
        headers: {
          cookie: web.cookies.get('salma')!,
          origin: web.address,
          ...(body ? { 'content-type': 'application/octet-stream', 'content-length': body } : {}),
        },
      })
      asked.end(Buffer.alloc(body))
      const [answer] = (await once(asked, 'response')) as [IncomingMessage]
      lines.add(answer.socket.localPort!)
      for await (const _ of answer);
      return answer.statusCode
    }
    expect(await ask('GET', '/api/v1/me')).toBe(200)
    for (let round = 0; round < 4; round++) {
      expect(await ask('POST', '/api/v1/files', largestFile + 4_000_000)).toBe(413)
      expect(await ask('GET', '/api/v1/me')).toBe(200)
    }
    // a line that had to be cut, or one on which an answer never came, would be another or none
    expect(lines.size).toBe(1)
    agent.destroy()
  })

  test('just as much as is allowed is taken', async () => {
    expect(await send('salma', Buffer.alloc(largestFile))).toMatchObject({ status: 201, body: { size: largestFile } })
  })

  test('a line that breaks leaves nothing', async () => {
    const before = blobs().length
    await streamed({ 'content-length': '5000000' }, async (write, cut) => {
      await write(Buffer.alloc(4_900_000))
      cut()
    })
    await expect.poll(() => blobs().length).toBe(before)
  })

  test('what is no stream of bytes is no file', async () => {
    expect((await web.post('salma', '/api/v1/files', { a: 1 })).status).toBe(415)
    expect((await web.post('salma', '/api/v1/files', 'x', { 'content-type': 'text/plain' })).status).toBe(415)
  })
})

test('what nobody used for a day goes, and blobs without a row; what is used stays', async () => {
  const used = (await send('salma', 'used')).body
  await web.post('salma', '/api/v1/tickets', { title: 'A', description: 'B', files: [used.id] })
  const unused = (await send('salma', 'unused')).body
  const store = openBlobStore(join(web.data, 'files'))
  const orphan = await store.put([Buffer.from('orphan')] as never, 100)
  const long = new Date(Date.now() - 25 * 3_600_000)
  for (const name of blobs()) utimesSync(join(web.data, 'files', name), long, long)
  await sweepFiles(web.database.primary, store, new Date())
  expect(await statuses(unused.id, ['salma'])).toEqual([200])
  await expect(store.read(orphan.key).then((stream) => stream.toArray())).rejects.toThrow(/read|ENOENT/u)
  await sweepFiles(web.database.primary, store, new Date(Date.now() + 25 * 3_600_000))
  expect(await statuses(unused.id, ['salma'])).toEqual([404])
  expect(await statuses(used.id, ['salma'])).toEqual([200])
})

/** Sends bytes as they come; answers with the status, or null where the line broke. */
function streamed(
  headers: Record<string, string>,
  work: (write: (piece: Buffer) => Promise<void>, cut: () => void) => Promise<void>,
) {
  return new Promise<number | null>((resolve) => {
    const url = new URL(`${web.address}/api/v1/files`)
    const out = request(url, {
      method: 'POST',
      headers: { cookie: web.cookies.get('salma')!, origin: web.address, ...asBytes, ...headers },
    })
    let ended = false
    out.on('response', (answer) => {
      ended = true
      answer.resume()
      resolve(answer.statusCode ?? null)
    })
    out.on('error', () => {
      ended = true
      resolve(null)
    })
    const write = (piece: Buffer) =>
      new Promise<void>((done) => {
        if (ended) return done()
        out.write(piece, () => done())
        setTimeout(done, 500)
      })
    void work(write, () => out.destroy()).then(() => ended || out.end())
  })
}
