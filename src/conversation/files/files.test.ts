import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, utimesSync } from 'node:fs'
import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Character } from '../../testing/cast.server.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'
import { openBlobStore } from '../../server/files/blob-store.server.ts'
import { largestFile } from './largest-file.ts'
import { sweepFiles } from './sweep-files.write.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

const asBytes = { 'content-type': 'application/octet-stream' }

async function send(who: Character, content: Buffer | string, name = 'note.txt', headers: Record<string, string> = {}) {
  const response = await fetch(`${web.address}/api/v1/files`, {
    method: 'POST',
    headers: {
      cookie: web.cookies.get(who)!,
      origin: web.address,
      ...asBytes,
      'x-file-name': `UTF-8''${encodeURIComponent(name)}`,
      ...headers,
    },
    body: typeof content === 'string' ? content : new Uint8Array(content),
  })
  return {
    status: response.status,
    body: (await response.json()) as { id: string; name: string; size: number; sha256: string; code?: string },
  }
}

const fetched = (who: Character | null, id: string) => web.get(who, `/api/v1/files/${id}`)
const statuses = async (id: string, who: (Character | null)[]) =>
  Promise.all(who.map(async (each) => (await fetched(each, id)).status))

/** Everything that lies in the store, half or whole. */
const blobs = (): string[] => {
  const folder = join(web.data, 'files')
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .map(String)
        .filter((name) => /[0-9a-f]{32}$/u.test(name))
    : []
}

async function inWork(): Promise<number> {
  const ticket = await web.submitted('salma')
  await web.post('mariam', `/api/v1/tickets/${ticket}/assign`, { group: web.groups.documents, member: web.ids.omar })
  return ticket
}

describe('a file that was sent', () => {
  test('is kept byte for byte under a name of ours, and its sender alone may read it until it is used', async () => {
    const content = randomBytes(300_000)
    const { status, body } = await send('salma', content, '../../إشعار\u202E.pdf')
    expect(status).toBe(201)
    expect(body).toMatchObject({
      name: 'إشعار.pdf',
      size: 300_000,
      sha256: createHash('sha256').update(content).digest('hex'),
    })
    expect(await statuses(body.id, ['salma', 'pierre', 'mariam', 'adam', null])).toEqual([200, 404, 404, 404, 401])
    expect(blobs().join()).not.toContain('pdf')
  })

  test('comes back as a download that nothing runs, whatever it is', async () => {
    for (const [name, text, type] of [
      ['x.svg', '<svg onload="alert(1)"/>', 'image/svg+xml'],
      ['x.html', '<script>alert(1)</script>', 'text/html'],
      ['x"; filename="y.js', 'alert(1)', 'text/javascript'],
    ] as const) {
      const { body } = await send('salma', text, name, { 'x-file-type': type })
      const { headers, body: back } = await fetched('salma', body.id)
      expect(back).toBe(text)
      expect(headers.get('content-type')).toBe('application/octet-stream')
      expect(headers.get('content-disposition')).toMatch(
        /^attachment; filename="[^"\r\n]*"; filename\*=UTF-8''[^\s;"]+$/u,
      )
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain('sandbox')
    }
  })

  test('is nobody’s to name but its sender’s, and once', async () => {
    const { body } = await send('salma', 'mine')
    const mine = await web.submitted('salma')
    const others = await web.submitted('pierre')
    expect(
      (await web.post('pierre', `/api/v1/tickets/${others}/reply`, { text: 'See', files: [body.id] })).body.errors[0]
        .field,
    ).toBe('files')
    expect((await web.post('salma', `/api/v1/tickets/${mine}/reply`, { text: 'See', files: [body.id] })).status).toBe(
      200,
    )
    expect((await web.post('salma', `/api/v1/tickets/${mine}/reply`, { text: 'Again', files: [body.id] })).status).toBe(
      422,
    )
    expect(
      (await web.post('salma', `/api/v1/tickets/${mine}/reply`, { text: 'None', files: [web.ids.salma] })).status,
    ).toBe(422)
  })
})

describe('a file is seen by who sees its text', () => {
  test('with a request: its customer and the staff who see it', async () => {
    const { body } = await send('salma', 'a picture', 'shot.png')
    const created = await web.post('salma', '/api/v1/tickets', {
      title: 'Look',
      description: 'At this.',
      files: [body.id],
    })
    expect(created.body.files).toEqual([
      { id: body.id, name: 'shot.png', type: 'application/octet-stream', size: 9, of: 'description' },
    ])
    expect(await statuses(body.id, ['salma', 'mariam', 'pierre', 'omar', null])).toEqual([200, 200, 404, 404, 401])
  })

  test('with a note: staff alone, also in the ticket’s list', async () => {
    const ticket = await inWork()
    const { body } = await send('omar', 'internal', 'internal.txt')
    await web.post('omar', `/api/v1/tickets/${ticket}/note`, { text: 'See file', files: [body.id] })
    expect(await statuses(body.id, ['omar', 'mariam', 'salma'])).toEqual([200, 200, 404])
    expect((await web.get('salma', `/api/v1/tickets/${ticket}`)).body.files).toEqual([])
    expect((await web.get('omar', `/api/v1/tickets/${ticket}`)).body.files).toHaveLength(1)
  })

  test('with a solution: its customer only from the moment it goes out', async () => {
    const ticket = await inWork()
    const { body } = await send('omar', 'the note itself', 'note.pdf')
    await web.post('omar', `/api/v1/tickets/${ticket}/propose-solution`, { solution: 'Attached.', files: [body.id] })
    expect(await statuses(body.id, ['salma', 'omar'])).toEqual([404, 200])
    expect((await web.get('salma', `/api/v1/tickets/${ticket}`)).body.files).toEqual([])
    await web.post('mariam', `/api/v1/tickets/${ticket}/approve-solution`, {})
    expect(await statuses(body.id, ['salma', 'pierre'])).toEqual([200, 404])
    expect((await web.get('salma', `/api/v1/tickets/${ticket}`)).body.files[0]).toMatchObject({ of: 'solution:1' })
  })

  test('odd ids are absent', async () => {
    for (const id of ['x', '..%2f..%2fetc%2fpasswd', '%00', web.ids.salma])
      expect((await fetched('salma', id)).status).toBe(404)
  })
})

describe('whole or not at all', () => {
  test('too much is refused while it comes, whatever length was claimed', { timeout: 60_000 }, async () => {
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

  test('a refusal leaves the line to the next request', { timeout: 60_000 }, async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
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
      for await (const _ of answer);
      return answer.statusCode
    }
    const begun = performance.now()
    expect(await ask('GET', '/api/v1/me')).toBe(200)
    for (let round = 0; round < 4; round++) {
      expect(await ask('POST', '/api/v1/files', largestFile + 4_000_000)).toBe(413)
      expect(await ask('GET', '/api/v1/me')).toBe(200)
    }
    expect(performance.now() - begun).toBeLessThan(30_000)
    agent.destroy()
  })

  test('just as much as is allowed is taken', { timeout: 60_000 }, async () => {
    expect(await send('salma', Buffer.alloc(largestFile))).toMatchObject({ status: 201, body: { size: largestFile } })
  })

  test('a line that breaks leaves nothing', async () => {
    const before = blobs().length
    await streamed({ 'content-length': '5000000' }, async (write, cut) => {
      await write(Buffer.alloc(4_900_000))
      cut()
    })
    await expect.poll(() => blobs().length, { timeout: 10_000 }).toBe(before)
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
  const long = new Date(Date.now() - 2 * 3_600_000)
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
