import type { Tables } from '../entities/tables.ts'
import { openDesk } from '../events/desk.server.ts'
import { listenersTo } from '../interactions/index.ts'
import { enqueueTellings } from '../interactions/tell-queue.server.ts'
import { startWorker } from '../interactions/worker.server.ts'
import { systemClock } from '../server/clock.ts'
import { openDatabase } from '../server/db/database.server.ts'
import { openQueue } from '../server/jobs/queue.server.ts'

// A worker as a process of its own, for tests that kill it: DATABASE_URL, SMTP_URL (without it mails are kept), SANAD_FAILPOINT.

const url = process.env['DATABASE_URL']!
const onTrouble = (error: unknown) => console.error(error)
const database = openDatabase<Tables>({ url, connections: 8, waitMs: 60_000 })
const queue = await openQueue({ url, worker: true, onTrouble })
const desk = openDesk({
  database,
  clock: systemClock,
  listeners: listenersTo,
  enqueue: enqueueTellings(queue),
  committed: () => queue.wake(),
})
const worker = await startWorker(desk, queue, {
  mail: {
    publicUrl: 'https://help.example.com',
    repliesAreRead: false,
    sender: { from: 'help@example.com', secret: 'the same for every worker', host: 'example.com' },
    smtp: process.env['SMTP_URL'] ? { url: process.env['SMTP_URL'] } : null,
  },
  fallDue: async () => 0,
  onTrouble,
  outboxSeconds: 0.2,
})

process.once('SIGTERM', () => {
  void queue
    .stop()
    .then(() => worker.stop())
    .then(() => database.close())
    .then(() => process.exit(0))
})
