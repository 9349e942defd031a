import type { Mail } from '../channels/email/mail.ts'
import { sendDue, type OutboxParts, type Prepared } from '../channels/email/outbox.server.ts'
import type { Sender } from '../channels/email/compose.server.ts'
import type { SmtpSettings } from '../channels/email/smtp.server.ts'
import type { Desk, Telling } from '../events/desk.server.ts'
import { hour } from '../fields/date-time/spans.ts'
import { every } from '../server/jobs/every.server.ts'
import { forgetOlder } from '../server/jobs/forget.write.server.ts'
import { givingWay } from '../server/jobs/give-way.ts'
import type { Queue } from '../server/jobs/queue.server.ts'
import { prepareMails, type MailSettings } from './prepare-mail.server.ts'
import { runTellings, tellQueue, type Told } from './tell-queue.server.ts'

export type WorkerOptions = {
  mail: MailSettings & {
    sender: Sender
    smtp: SmtpSettings | null
    /** Mails that tell of no ticket and no account, by what they are called: whoever queues them puts them into words. */
    others?: Readonly<Record<string, (mail: Mail) => Promise<Prepared>>>
    /** The server and the sender of this moment, where administrators may change them while we run. */
    now?: () => Promise<{ smtp: SmtpSettings | null; from: string; repliesTo?: Sender['repliesTo'] }>
  }
  /** Does what has fallen due: reminders and closings by silence. */
  fallDue: (desk: Desk) => Promise<number>
  /** Hints the sessions of those who were just told. */
  told?: Told
  /** Hints whoever looks at a ticket that a mail about it was given up. */
  undelivered?: (ticket: number) => void
  onTrouble: (error: unknown) => void
  /** Whether several people are waiting for this process to answer them: mails give way to them. */
  peopleWait?: () => boolean
  /** Seconds between looks at the outbox, and between looks at what has fallen due. */
  outboxSeconds?: number
  dueSeconds?: number
}

export type Worker = {
  /** Looks at the outbox now: called when mails were put in by this process. */
  wakeOutbox: () => void
  stop(): Promise<void>
}

/** Everything that is done behind the pages: tellings, mails, what falls due, and forgetting what is over. */
export async function startWorker(desk: Desk, queue: Queue, options: WorkerOptions): Promise<Worker> {
  const { onTrouble, told = () => {}, outboxSeconds = 2, dueSeconds = 60 } = options
  const outbox = openOutbox(desk, options)
  await queue.work<Telling>(tellQueue, async (jobs) => {
    const failed = await runTellings(desk, jobs, (people) => {
      told(people)
      outbox.wake()
    })
    failed.forEach(({ error }) => onTrouble(error))
    return failed
  })
  const turns = [
    every(outboxSeconds, async () => outbox.wake(), onTrouble),
    every(dueSeconds, () => options.fallDue(desk), onTrouble),
    every(hour / 1000, () => forget(desk), onTrouble),
  ]
  return {
    wakeOutbox: outbox.wake,
    async stop() {
      await Promise.all(turns.map((turn) => turn.stop()))
      await outbox.stop()
    },
  }
}

/** One sending at a time in this process; a wake during it makes it look once more before it rests. */
function openOutbox(desk: Desk, { mail, undelivered, onTrouble, peopleWait = () => false }: WorkerOptions) {
  const goesOn = () => !stopped
  const parts: Omit<OutboxParts, 'prepare'> = {
    db: desk.database.primary,
    now: () => desk.clock.now(),
    sender: mail.sender,
    smtp: mail.smtp,
    onTrouble,
    undelivered,
    goesOn,
  }
  let running: Promise<void> | undefined
  let again = false
  let stopped = false

  /** Those of the others into their own words, ours together. */
  function prepare(mails: readonly Mail[], repliesAreRead: boolean): Promise<Prepared>[] {
    const ours = mails.filter(({ interaction }) => !mail.others?.[interaction])
    const prepared = prepareMails(desk, { ...mail, repliesAreRead }, ours)
    return mails.map((each) => mail.others?.[each.interaction]?.(each) ?? prepared[ours.indexOf(each)]!)
  }

  async function sendNow(giveWay: OutboxParts['giveWay']): Promise<void> {
    const { smtp, from, repliesTo = null } = mail.now ? await mail.now() : { smtp: mail.smtp, from: mail.sender.from }
    const repliesAreRead = mail.repliesAreRead || repliesTo !== null
    await sendDue({
      ...parts,
      prepare: (mails) => prepare(mails, repliesAreRead),
      smtp,
      giveWay,
      sender: { ...mail.sender, from, repliesTo },
    })
  }

  async function run(): Promise<void> {
    const giveWay = givingWay(peopleWait, goesOn)
    do {
      again = false
      await sendNow(giveWay).catch(onTrouble)
    } while (again && !stopped)
    running = undefined
  }

  return {
    wake: (): void => {
      again = true
      if (!stopped) running ??= run()
    },
    async stop(): Promise<void> {
      stopped = true
      await running
    },
  }
}

/** Answers to repeated requests are kept a week, failed sign-ins a day. */
async function forget(desk: Desk): Promise<void> {
  const now = desk.clock.now().getTime()
  await forgetOlder(desk.database.primary, 'idempotent_answer', new Date(now - 7 * 24 * hour))
  await forgetOlder(desk.database.primary, 'failed_try', new Date(now - 24 * hour))
}
