import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openQueue, type Queue } from '../server/jobs/queue.server.ts'
import type { Failpoint } from '../server/failpoint.server.ts'
import { compileCache } from '../testing/compiled.ts'
import { openTestDesk, type TestDesk } from '../testing/desk.server.ts'
import { openMailSink, type MailSink } from '../testing/mail-sink.server.ts'
import { listenersTo } from './index.ts'
import { enqueueTellings, tellQueue } from './tell-queue.server.ts'

const program = join(import.meta.dirname, '../testing/worker.server.ts')
/** Where, and on which passing: in the middle of a batch of six mails too, half of them marked and half of them in hand. */
const failpoints: `${Failpoint}:${number}`[] = [
  'in-telling-before-commit:1',
  'in-telling-before-commit:2',
  'in-telling-after-commit:2',
  'after-claim:3',
  'after-fixing:1',
  'after-connect:1',
  'after-data:2',
  'before-mark:1',
  'after-mark:1',
  'after-mark:3',
]
const failpointsOfKeeping: `${Failpoint}:${number}`[] = ['after-claim:1', 'before-keeping:1', 'after-keeping:1']

let box: TestDesk
let sink: MailSink
let queue: Queue
const children: ChildProcess[] = []

beforeAll(async () => {
  box = await openTestDesk({ listeners: listenersTo })
  sink = await openMailSink()
  queue = await openQueue({ url: box.url, worker: false })
})
afterAll(async () => {
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  await queue?.stop()
  await sink?.stop()
  await box?.close()
})

/** Without a mail server it keeps what it would have sent. */
function startWorker(failpoint?: string, smtp: string | undefined = sink.url): ChildProcess {
  const { SANAD_FAILPOINT: _, SMTP_URL: __, ...rest } = process.env
  const env = {
    ...rest,
    ...compileCache,
    DATABASE_URL: box.url,
    ...(smtp ? { SMTP_URL: smtp } : {}),
    ...(failpoint ? { SANAD_FAILPOINT: failpoint } : {}),
  }
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'inherit', 'inherit'] })
  children.push(child)
  return child
}

/** A new request of Salma's: three people are to be told, each by a notice and a mail. */
async function submit(): Promise<number> {
  const number = await box.submitted()
  const tellings = box.tellings.splice(0)
  await box.database.primary.transaction().execute((db) => enqueueTellings(queue)(db, tellings))
  return number
}

test('a worker killed at each point where it hurts: nothing lost, notices exactly once, mails with one id each', async () => {
  const tickets: number[] = []
  const killAt = async (failpoint: string, smtp?: string) => {
    tickets.push(await submit(), await submit())
    const [, signal] = (await once(startWorker(failpoint, smtp), 'exit')) as [number, string]
    expect(`${failpoint} ${signal}`).toBe(`${failpoint} SIGKILL`)
  }
  for (const failpoint of failpointsOfKeeping) await killAt(failpoint, '')
  for (const failpoint of failpoints) await killAt(failpoint)
  tickets.push(await submit())
  const last = startWorker()
  const { pool } = box.database
  const undone = `
    select (select count(*) from pgboss.job where name = '${tellQueue}' and state <> 'completed')
         + (select count(*) from mail where state not in ('sent', 'kept'))
         + (select case when count(*) = ${tickets.length * 3} then 0 else 1 end from mail) as undone`
  await expect
    .poll(async () => (await pool.query<{ undone: number }>(undone)).rows[0]!.undone, {
      interval: 250,
    })
    .toBe(0)
  last.kill('SIGTERM')
  expect((await once(last, 'exit'))[0]).toBe(0)

  const { rows: notices } = await pool.query(
    'select ticket_number as ticket, interaction, recipient_id as recipient from notice',
  )
  const expected = tickets.flatMap((ticket) => [
    { ticket, interaction: 'notify-desk-of-new-ticket', recipient: box.ids.lina },
    { ticket, interaction: 'notify-desk-of-new-ticket', recipient: box.ids.mariam },
    { ticket, interaction: 'notify-customer-of-receipt', recipient: box.ids.salma },
  ])
  const inOrder = (some: object[]) => some.map((each) => JSON.stringify(each)).toSorted()
  expect(inOrder(notices)).toEqual(inOrder(expected))

  const { rows: all } = await pool.query<{ message_id: string; address: string; state: string; subject: string }>(
    'select message_id, address, state, subject from mail',
  )
  expect(new Set(all.map((mail) => mail.message_id)).size).toBe(expected.length)
  // kept by the worker that had no mail server, before it died: whole, and never sent
  const kept = all.filter(({ state }) => state === 'kept')
  expect(kept.length).toBeGreaterThan(0)
  for (const mail of all) expect(mail.subject).toBeTruthy()
  const mails = all.filter(({ state }) => state === 'sent')
  const arrived = sink.mails.map(({ parsed, to }) => `${parsed.messageId} ${to}`)
  expect(new Set(arrived)).toEqual(new Set(mails.map((mail) => `${mail.message_id} ${mail.address}`)))
  // a repeat lies only between the last dot and its mark, and each kill has at most the mails of its lanes under way
  const mayRepeat = failpoints.filter((failpoint) =>
    /^(after-connect|after-data|before-mark|after-mark)/.test(failpoint),
  ).length
  expect(arrived.length - new Set(arrived).size).toBeLessThanOrEqual(mayRepeat * 4)
  expect(arrived.length).toBeGreaterThan(mails.length)
})
