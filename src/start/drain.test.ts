import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mustStart } from '../testing/faults/processes.server.ts'
import { openScene, type Scene } from '../testing/faults/scene.server.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene?.close())

test('asked to stop, a server answers what it was asked before, says that it is not ready, and ends by itself', async () => {
  const number = await scene.submitted()
  const server = await mustStart('server', scene.environment)
  const holder = new pg.Client({ connectionString: scene.url })
  await holder.connect()
  await holder.query('begin')
  await holder.query('select from ticket where number = $1 for update', [number])
  const pages = await fetch(`${server.address}/api/v1/live`, { headers: { cookie: scene.cookies.get('mariam')! } })
  const asked = fetch(`${server.address}/api/v1/tickets/${number}/reply`, {
    method: 'POST',
    headers: { cookie: scene.cookies.get('salma')!, origin: server.address, 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'In the middle of it.' }),
  })
  await new Promise((resolve) => setTimeout(resolve, 500))
  server.child.kill('SIGTERM')
  await new Promise((resolve) => setTimeout(resolve, 700))
  // an open page ends at once: it asks again, and another server answers
  await expect(pages.text()).resolves.toContain('catchUp')
  await holder.query('commit')
  await holder.end()
  expect((await asked).status).toBe(200)
  expect(await server.ended).toBe(0)
  expect(await scene.number(`select count(*) from message where ticket_number = ${number}`)).toBe(1)
})

/** The bucket of an installation; its list of old files never ends. */
async function openEndlessBucket(installation: string) {
  let pages = 0
  const files = Array.from({ length: 200 }, (_, index) => {
    const key = `00/${index.toString(16).padStart(32, '0')}`
    return `<Contents><Key>${key}</Key><LastModified>2020-01-01T00:00:00Z</LastModified></Contents>`
  })
  const list = `<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>more</NextContinuationToken>${files.join('')}</ListBucketResult>`
  const bucket = createServer((request, response) => {
    if (request.method === 'DELETE') return response.writeHead(204).end()
    if (request.url!.includes('sanad-installation')) return response.end(installation)
    pages++
    return response.setHeader('content-type', 'application/xml').end(list)
  })
  await new Promise<void>((resolve) => bucket.listen(0, '127.0.0.1', resolve))
  return {
    environment: {
      S3_BUCKET: 'endless',
      S3_ENDPOINT: `http://127.0.0.1:${(bucket.address() as AddressInfo).port}`,
      S3_ACCESS_KEY: 'key',
      S3_SECRET_KEY: 'secret',
    },
    pages: () => pages,
    async close() {
      bucket.closeAllConnections()
      await new Promise((resolve) => bucket.close(resolve))
    },
  }
}

test(
  'a worker that was sweeping a large bucket did not hear the stop, and was ended half a minute later',
  { tags: 'long' },
  async () => {
    const { rows } = await scene.database.pool.query<{ id: string }>('select id from installation')
    const bucket = await openEndlessBucket(rows[0]!.id)
    const worker = await mustStart('worker', { ...scene.environment, ...bucket.environment })
    await expect.poll(bucket.pages).toBeGreaterThan(2)
    worker.child.kill('SIGTERM')
    expect(await worker.ended).toBe(0)
    await bucket.close()
  },
)
