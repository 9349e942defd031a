import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tables } from '../entities/tables.ts'
import { openDesk, type Desk } from '../events/desk.server.ts'
import { newId } from '../server/ids.server.ts'
import { systemClock } from '../server/clock.ts'
import { openDatabase, type Database } from '../server/db/database.server.ts'
import { openQueue, type Queue } from '../server/jobs/queue.server.ts'
import { openTestDesk, type TestDesk } from '../testing/desk.server.ts'
import { openMailSink, type MailSink } from '../testing/mail-sink.server.ts'
import { submitTicket } from '../workflow/submit-ticket.server.ts'
import { listenersTo } from './index.ts'
import { enqueueTellings } from './tell-queue.server.ts'
import { startWorker, type Worker } from './worker.server.ts'

let box: TestDesk
let sink: MailSink
let queue: Queue
let worker: Worker
let database: Database<Tables>
let desk: Desk
const told: string[] = []
const troubles: unknown[] = []
let looks = 0

beforeAll(async () => {
  box = await openTestDesk()
  sink = await openMailSink()
  const onTrouble = (error: unknown) => void troubles.push(error)
  queue = await openQueue({ url: box.url, worker: true, onTrouble })
  database = openDatabase<Tables>({ url: box.url })
  desk = openDesk({
    database,
    clock: systemClock,
    listeners: listenersTo,
    enqueue: enqueueTellings(queue),
    committed: () => queue.wake(),
  })
  const at = new Date(Date.now() - 8 * 24 * 3_600_000)
  await database.primary.insertInto('failed_try').values({ id: newId(), bucket: 'old', at }).execute()
  await database.primary.insertInto('failed_try').values({ id: newId(), bucket: 'new', at: new Date() }).execute()
  worker = await startWorker(desk, queue, {
    mail: {
      publicUrl: 'https://help.example.com',
      repliesAreRead: false,
      sender: { from: 'help@example.com', secret: 'secret', host: 'example.com' },
      smtp: { url: sink.url },
    },
    fallDue: async () => ++looks,
    told: (people) => void told.push(...people),
    onTrouble,
  })
})
afterAll(async () => {
  await queue?.stop()
  await worker?.stop()
  await database?.close()
  await sink?.stop()
  await box?.close()
})

test('from the commit to the notice and to the mail server, and those told are hinted', async () => {
  const salma = await box.person('salma')
  await submitTicket(desk, salma, { title: 'Help', description: 'Please' })
  await expect
    .poll(() => told.toSorted(), { interval: 5 })
    .toEqual([box.ids.salma, box.ids.lina, box.ids.mariam].toSorted())
  await expect.poll(() => sink.mails.length, { interval: 10 }).toBe(3)
  expect(troubles).toEqual([])
})

test('what falls due is looked for, and what is over is forgotten', async () => {
  expect(looks).toBeGreaterThan(0)
  const left = () => database.primary.selectFrom('failed_try').select('bucket').execute()
  await expect.poll(left).toEqual([{ bucket: 'new' }])
})
