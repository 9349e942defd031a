import type { Tables } from '../entities/tables.ts'
import { readMailboxes } from '../conversation/mail-in/read-mailboxes.server.ts'
import { openDesk } from '../events/desk.server.ts'
import { systemClock } from '../server/clock.ts'
import { openDatabase } from '../server/db/database.server.ts'

// The worker's part that reads mailboxes, as a process of its own, for tests that kill it: DATABASE_URL, MAIL_SECRET.

const database = openDatabase<Tables>({ url: process.env['DATABASE_URL']!, connections: 6 })
const desk = openDesk({
  database,
  clock: systemClock,
  listeners: () => [],
  enqueue: async () => {},
  committed: () => {},
})
readMailboxes({
  desk,
  secret: process.env['MAIL_SECRET']!,
  onTrouble: (error) => console.error(String(error)),
  lookSeconds: 1,
  mailboxEvery: 1_000,
})
