import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { listenersTo } from '../../interactions/index.ts'
import { countOf } from '../../start/verify/check.ts'
import { verifyAll } from '../../start/verify/verify-all.server.ts'
import { sessionCookie } from '../../users/sign-in/session-cookie.server.ts'
import { startSession } from '../../users/sign-in/session.write.server.ts'
import { cast, type Character } from '../cast.server.ts'
import { openTestDesk } from '../desk.server.ts'
import { openMailSink } from '../mail-sink.server.ts'
import { openDriver, type DriverOptions } from './driver.server.ts'
import { judge } from './judge.server.ts'
import { openLedger, readLedger } from './ledger.server.ts'

const secret = 'a secret for tests, long enough to be one'

export type Scene = Awaited<ReturnType<typeof openScene>>

/** A database with the cast, a mail server, a ledger and people at work; the product's processes are started by whoever tests. */
export async function openScene(options: { url?: string } = {}) {
  const box = await openTestDesk(options)
  const sink = await openMailSink()
  const folder = mkdtempSync(join(tmpdir(), 'sanad-faults-'))
  const cookies = new Map<Character, string>()
  for (const who of Object.keys(cast) as Character[]) {
    const session = { user: box.ids[who], at: new Date(), network: '127.0.0.1', userAgent: 'test' }
    const token = await startSession(box.database.primary, session)
    cookies.set(who, sessionCookie(token, { secret, secure: false }).split(';')[0]!)
  }
  const environment = {
    DATABASE_URL: box.url,
    SANAD_SECRET: secret,
    SANAD_DATA: join(folder, 'data'),
    SMTP_URL: sink.url,
    MAIL_FROM: 'help@example.com',
  }
  const ledgerFile = join(folder, 'ledger')
  const ledger = await openLedger(ledgerFile)
  const number = async (query: string): Promise<number> =>
    (await box.database.pool.query<{ number: number }>(`select (${query})::int as number`)).rows[0]!.number

  return {
    ...box,
    sink,
    folder,
    cookies,
    environment,
    number,
    driver: (name: string, addresses: () => readonly string[], more: Partial<DriverOptions> = {}) =>
      openDriver({ ledger, cookies, groups: box.groups, omar: box.ids.omar, addresses, name, ...more }),
    judge: async () => judge(box.database.pool, await readLedger(ledgerFile)),
    /** Waits until every duty is done and every mail has gone; how many seconds that took. */
    async settled(seconds = 300): Promise<number> {
      const start = performance.now()
      const undone = `select (select count(*) from pgboss.job where name = 'tell' and state < 'completed')
        + (select count(*) from mail where state in ('pending', 'sending'))`
      while ((await number(undone)) > 0) {
        if (performance.now() - start > seconds * 1000)
          throw new Error(`after ${seconds} s there are still ${await number(undone)} duties and mails undone`)
        await pause(200)
      }
      return (performance.now() - start) / 1000
    },
    /** Notices for one event, interaction and person are one row by their key; mails are counted where they arrive. */
    async mails() {
      const { rows } = await box.database.pool.query<{ id: string; address: string }>(
        `select message_id as id, address from mail where state = 'sent'`,
      )
      const arrived = sink.mails.map(({ parsed, to }) => `${parsed.messageId} ${to}`)
      const there = new Set(arrived)
      return {
        sent: rows.length,
        distinct: new Set(rows.map(({ id }) => id)).size,
        missing: rows.filter(({ id, address }) => !there.has(`${id} ${address}`)).length,
        repeats: arrived.length - there.size,
      }
    },
    /** What `npm run verify` would find, in sentences. */
    async disagreements(): Promise<string[]> {
      const findings = await verifyAll(box.database.primary, listenersTo)
      return findings.filter((each) => countOf(each) > 0).flatMap(({ check, differences }) => [check, ...differences])
    },
    async close() {
      await ledger.close()
      await sink.stop()
      await box.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
