import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { mailboxSeal } from '../conversation/mail-in/read-mailboxes.server.ts'
import { newId } from '../server/ids.server.ts'
import { seal } from '../server/seal.server.ts'
import { openTestDesk } from './desk.server.ts'
import { startDovecot } from './dovecot.server.ts'

const secret = 'a secret for a storm of mails'
const program = join(import.meta.dirname, 'mail-reader.server.ts')

export type Storm = { perSecond: number; seconds: number; kills: number }

/**
 * Mails arrive in a real mailbox, steadily, while whoever reads it is killed again and again. What was delivered is written
 * down before it is delivered; at the end each must have become one ticket.
 */
export async function mailStorm({ perSecond, seconds, kills }: Storm) {
  const box = await openTestDesk()
  const dovecot = await startDovecot()
  const { pool } = box.database
  let reader: ChildProcess | undefined
  try {
    await addMailbox(box, dovecot.settings)
    reader = startReader(box.url)
    await until(
      async () => (await one(pool, "select count(*)::int as n from mailbox where state = 'reading'")) === 1,
      30_000,
    )

    const delivered: string[] = []
    const began = performance.now()
    const delivering = dovecot.steadily(perSecond, seconds, (n) => {
      delivered.push(`storm ${n}`)
      return storm(n)
    })
    let killed = 0
    for (; killed < kills; killed++) {
      await pause(((seconds * 1000) / (kills + 1)) * (0.8 + ((killed * 7) % 5) / 10))
      await kill(reader)
      reader = startReader(box.url)
    }
    await delivering
    const lastDelivered = performance.now()
    const done = "select count(*)::int as n from inbound_mail where state = 'done'"
    await until(async () => (await one(pool, done)) >= delivered.length, 120_000)
    const { rows } = await pool.query<{ subject: string; tickets: number }>(
      `select subject, count(distinct ticket_number)::int as tickets from inbound_mail
       where decision = 'newTicket' group by subject`,
    )
    const found = new Map(rows.map(({ subject, tickets }) => [subject, tickets]))
    return {
      delivered: delivered.length,
      lost: delivered.filter((subject) => !found.has(subject)),
      twice: rows.filter(({ tickets }) => tickets !== 1),
      tickets: await one(pool, 'select count(*)::int as n from ticket'),
      killed,
      rate: delivered.length / ((lastDelivered - began) / 1000),
      /** From the last mail's arrival to the last one done. */
      secondsToEmpty: (performance.now() - lastDelivered) / 1000,
    }
  } finally {
    if (reader) await kill(reader)
    await dovecot.end()
    await box.close()
  }
}

/** Each from somebody of its own: the ladders are another test's. */
const storm = (n: number): Buffer =>
  Buffer.from(
    `From: Sender ${n} <sender${n}@example.com>\r\nTo: support@help.example\r\nSubject: storm ${n}\r\n` +
      `Message-ID: <storm${n}@example.com>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nWhere is parcel ${n}?\r\n`,
  )

async function addMailbox(
  { database }: Awaited<ReturnType<typeof openTestDesk>>,
  { password, ...server }: Awaited<ReturnType<typeof startDovecot>>['settings'],
): Promise<void> {
  const at = new Date()
  const nothing = { group_id: null, trusted_server: null, uid_validity: null, uid_next: null, last_error: null }
  const never = { heard_at: null, last_mail_at: null, state: 'new' as const, state_since: at, created_at: at }
  const sealed = seal(secret, mailboxSeal, password)
  const row = { id: newId(), address: 'support@help.example', active: true, sealed, ...server, ...nothing, ...never }
  await database.primary.insertInto('mailbox').values(row).execute()
}

const startReader = (url: string): ChildProcess =>
  spawn(process.execPath, [program], {
    env: { ...process.env, DATABASE_URL: url, MAIL_SECRET: secret },
    stdio: ['ignore', 'ignore', 'inherit'],
  })

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

type Pool = Awaited<ReturnType<typeof openTestDesk>>['database']['pool']

const one = async (pool: Pool, query: string): Promise<number> => (await pool.query<{ n: number }>(query)).rows[0]!.n

async function until(holds: () => Promise<boolean>, atMost: number): Promise<void> {
  const end = performance.now() + atMost
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('It did not come to that in time.')
    await pause(200)
  }
}
