import type { QueryExecutorProvider } from 'kysely'
import { failpoint } from '../../server/failpoint.server.ts'
import { givenUpAfter, pauseAfter } from './backoff.ts'
import { composeMail, type Sender } from './compose.server.ts'
import type { Attachment, Mail, Rendered } from './mail-table.ts'
import { messageIdOf } from './message-id.server.ts'
import { outcomeOf, type Outcome } from './outcome.ts'
import { claimMail, extendLease, fixWords, markAgain, markDead } from './outbox.write.server.ts'
import { markDropped, markKept, markSent } from './outbox.write.server.ts'
import { openSmtpLine, type SmtpLine, type SmtpSettings } from './smtp.server.ts'

/** A mail ready to go, or 'dropped' when its recipient may no longer be told. Asked anew at every try. */
export type Prepared = PreparedMail | 'dropped'

export type PreparedMail = {
  words: Rendered
  /** What stays here to be read, where that is less than what goes out. */
  kept?: Rendered
  address: string
  confidential: boolean
  /** Ids of the recipient's own mails that this one answers, oldest first. */
  answers?: readonly string[]
  /** Goes along and is not kept here. */
  attachments?: readonly Attachment[]
}

export type OutboxParts = {
  db: QueryExecutorProvider
  now: () => Date
  sender: Sender
  /** null: no mail server; mails are kept with their words. */
  smtp: SmtpSettings | null
  prepare: (mail: Mail) => Promise<Prepared>
  onTrouble: (error: unknown) => void
  /** Told of a ticket when a mail about it was given up. */
  undelivered?: ((ticket: number) => void) | undefined
  /** Mails under way at once: a slow one holds up its own lane only. */
  lanes?: number
  /** False when this process is about to end: then no further mail is begun. */
  goesOn?: () => boolean
}

const leaseMs = 30_000
export const usualLanes = 4

/** Sends what is due until nothing is; answers with how many mails were worked on. */
export async function sendDue(parts: OutboxParts): Promise<number> {
  const counts = await Promise.all(Array.from({ length: parts.lanes ?? usualLanes }, () => runLane(parts)))
  return counts.reduce((sum, count) => sum + count, 0)
}

async function runLane(parts: OutboxParts): Promise<number> {
  const line = parts.smtp && openSmtpLine(parts.smtp)
  let count = 0
  try {
    for (let mail = await claim(parts); mail; mail = await claim(parts)) {
      await handle(parts, line, mail)
      count++
    }
  } finally {
    line?.close()
  }
  return count
}

async function claim(parts: OutboxParts): Promise<Mail | undefined> {
  if (parts.goesOn?.() === false) return undefined
  const now = parts.now()
  const mail = await claimMail(parts.db, now, after(now, leaseMs))
  if (mail) failpoint('after-claim')
  return mail
}

async function handle(parts: OutboxParts, line: SmtpLine | null, mail: Mail): Promise<void> {
  const prepared = await parts.prepare(mail).catch((error: unknown) => {
    parts.onTrouble(error)
    return { kind: 'again', error: 'The mail could not be put into words.' } as const
  })
  if (prepared === 'dropped') return markDropped(parts.db, mail)
  if ('kind' in prepared) return tryAgain(parts, mail, prepared.error)
  const { words, kept = words, address, confidential, answers, attachments } = prepared
  if (!(await fixWords(parts.db, mail, kept, address, messageIdOf(parts.sender, mail.id)))) return
  if (!line) return markKept(parts.db, mail)
  const outcome = await attempt(parts, line, { ...mail, address }, { ...words, answers, attachments })
  if (outcome.kind === 'again') return tryAgain(parts, mail, outcome.error)
  if (outcome.kind === 'dead') return giveUp(parts, mail, outcome.error)
  failpoint('before-mark')
  await markSent(parts.db, mail, parts.now(), confidential)
  failpoint('after-mark')
}

/** While a slow server takes its time the lease is kept; when this process dies it ends by itself. */
async function attempt(
  parts: OutboxParts,
  line: SmtpLine,
  mail: Mail,
  words: Rendered & Pick<PreparedMail, 'answers' | 'attachments'>,
): Promise<Outcome> {
  const keeping = setInterval(() => {
    extendLease(parts.db, mail, after(parts.now(), leaseMs)).catch(parts.onTrouble)
  }, leaseMs / 3)
  try {
    await line.send(mail.address, await composeMail(mail, words, parts.sender, parts.now()))
    return { kind: 'sent' }
  } catch (error) {
    return outcomeOf(error)
  } finally {
    clearInterval(keeping)
  }
}

async function tryAgain(parts: OutboxParts, mail: Mail, error: string): Promise<void> {
  const now = parts.now()
  if (now.getTime() - mail.created_at.getTime() > givenUpAfter) return giveUp(parts, mail, error)
  await markAgain(parts.db, mail, after(now, pauseAfter(mail.tries)), error)
  failpoint('in-back-off')
}

async function giveUp(parts: OutboxParts, mail: Mail, error: string): Promise<void> {
  await markDead(parts.db, mail, error)
  if (mail.ticket_number !== null) parts.undelivered?.(mail.ticket_number)
}

const after = (moment: Date, milliseconds: number): Date => new Date(moment.getTime() + milliseconds)
