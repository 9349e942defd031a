import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Readable } from 'node:stream'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesOf } from '../conversation/files/testing/sent-files.server.ts'
import { openBucketMark } from '../server/files/bucket-mark.server.ts'
import { openS3Store } from '../server/files/s3-store.server.ts'
import { openS3Peer } from '../testing/s3-peer.server.ts'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'
import { beginOnBucket } from './own-bucket.server.ts'
import type { Installation } from './open-installation.server.ts'
import { openWorker } from './open-worker.server.ts'

// Two installations whose environments name one bucket: a demo in the shell of the server, the drill of the restore.

let peer: Awaited<ReturnType<typeof openS3Peer>>
let first: TestWeb
let second: TestWeb
const buckets = ['shared', 'older', 'strange', 'empty']

beforeAll(async () => {
  peer = await openS3Peer(...buckets)
  first = await openTestWeb({ s3: peer.place('shared') })
  second = await openTestWeb()
  // in tests both are copies of one database
  const owner = new pg.Client({ connectionString: second.url })
  await owner.connect()
  await owner.query('update installation set id = gen_random_uuid()')
  await owner.end()
})
afterAll(async () => {
  await first.close()
  await second.close()
  await peer.close()
})

const withBucket = (web: TestWeb, bucket: string): Installation => ({
  ...web.installation,
  config: { ...web.installation.config, s3: peer.place(bucket) },
})
const begin = (web: TestWeb, bucket: string) => beginOnBucket(withBucket(web, bucket), () => {})
const storeOf = (bucket: string) => openS3Store(peer.place(bucket), join(first.data, 'waiting'))

/** A worker of tomorrow: what was sent just now is old enough to be swept. */
async function swept(web: TestWeb, bucket: string): Promise<string[]> {
  const troubles: string[] = []
  const there = withBucket(web, bucket)
  const clock = { now: () => new Date(Date.now() + 25 * 3_600_000) }
  const worker = await openWorker(
    { ...there, desk: { ...there.desk, clock: { ...there.desk.clock, ...clock } } },
    { secret: web.secret, address: web.address, onTrouble: (error) => troubles.push((error as Error).message) },
  )
  await pause(3_000)
  await worker.stop()
  return troubles
}

test('an installation that named the bucket of another one removed all its files', async () => {
  await begin(first, 'shared')
  const { id } = (await filesOf(first).send('salma', 'the form')).body
  await first.post('salma', '/api/v1/tickets', { title: 'A', description: 'B', files: [id] })
  expect(await swept(second, 'shared')).toEqual([
    expect.stringMatching(/“shared” belongs to another installation of Sanad\. .*S3_BUCKET/),
  ])
  expect(await filesOf(first).statuses(id, ['salma'])).toEqual([200])
  await expect(begin(second, 'shared')).rejects.toThrow('“shared” belongs to another installation')
  expect(await swept(first, 'shared')).toEqual([])
  expect(await filesOf(first).statuses(id, ['salma'])).toEqual([200])
})

test('a bucket from before buckets said whose they are is taken by whoever knows its files, and by nobody else', async () => {
  const { key } = await first.database.primary.selectFrom('ticket_file').select('key').executeTakeFirstOrThrow()
  await storeOf('strange').put(Readable.from([Buffer.from('strange')]), 100)
  await storeOf('older').put(Readable.from([Buffer.from('swept soon')]), 100)
  const known = join(first.data, 'known')
  writeFileSync(known, 'the form')
  await storeOf('older').bring(key!, known)
  await expect(begin(first, 'strange')).rejects.toThrow('“strange” holds files of which this database knows nothing')
  expect(await openBucketMark(peer.place('strange')).read()).toBeNull()
  for (const bucket of ['older', 'empty']) {
    await begin(first, bucket)
    await begin(first, bucket)
    await expect(begin(second, bucket)).rejects.toThrow('belongs to another installation')
  }
})

test('a bucket that does not answer stops no start', async () => {
  const there = withBucket(first, 'shared')
  const s3 = { ...peer.place('shared'), endpoint: 'http://127.0.0.1:1' }
  const said: string[] = []
  await beginOnBucket({ ...there, config: { ...there.config, s3 } }, (sentence) => void said.push(sentence))
  expect(said).toEqual([expect.stringContaining('The bucket cannot be used: connect ECONNREFUSED')])
})
