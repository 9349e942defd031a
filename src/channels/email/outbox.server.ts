import type { QueryExecutorProvider } from 'kysely'
import { failpoint } from '../../server/failpoint.server.ts'
import { composeMail, returnPathOf, type RepliesTo, type Sender } from './compose.server.ts'
import type { Reach } from './inbound/reach.ts'
import { openHand, type Hand, type Ready } from './in-hand.server.ts'
import { keepDue } from './keep-due.server.ts'
import { leaseMs } from './lease.ts'
import type { Attachment, Mail, Rendered } from './mail.ts'
import { addressOf } from './message-id.server.ts'
import { outcomeOf, type Outcome } from './outcome.ts'
import { extendLease, markSent } from './outbox.write.server.ts'
import { giveUp, tryAgain } from './try-again.server.ts'
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
  /** The mailbox that its answers come to, where that is another than the usual one. */
  repliesTo?: RepliesTo | undefined
  /** Whom an answer to it reaches; absent: everyone. */
  reaches?: Reach
  /** Whether we want to hear that it could not be delivered: not of what goes out by itself. */
  comesBack?: boolean
  /** Goes along and is not kept here. */
  attachments?: readonly Attachment[]
}

type Transacting = {
  transaction(): { execute<Result>(work: (db: QueryExecutorProvider) => Promise<Result>): Promise<Result> }
}

export type OutboxParts = {
  db: QueryExecutorProvider & Transacting
  now: () => Date
  sender: Sender
  /** null: no mail server; mails are kept with their words. */
  smtp: SmtpSettings | null
  /** Several at once, an answer each: what they have in common is asked once. */
  prepare: (mails: readonly Mail[]) => readonly Promise<Prepared>[]
  onTrouble: (error: unknown) => void
  /** Told of a ticket when a mail about it was given up. */
  undelivered?: ((ticket: number) => void) | undefined
  /** Mails under way at once: a slow one holds up its own lane only. */
  lanes?: number
  /** False when this process is about to end: then no further mail is begun. */
  goesOn?: () => boolean
  /** Waited for before several are taken up: whatever is more urgent goes first. */
  giveWay?: (() => Promise<void>) | undefined
}

export const usualLanes = 4

/** Sends what is due until nothing is; answers with how many mails were worked on. */
export async function sendDue(parts: OutboxParts): Promise<number> {
  const { smtp, lanes = usualLanes } = parts
  if (!smtp) return keepDue(parts)
  const hand = openHand(parts, lanes * 2)
  try {
    await Promise.all(Array.from({ length: lanes }, () => runLane(parts, smtp, hand)))
  } finally {
    await hand.close()
  }
  return hand.worked()
}

async function runLane(parts: OutboxParts, smtp: SmtpSettings, hand: Hand): Promise<void> {
  const line = openSmtpLine(smtp, addressOf(parts.sender.from))
  try {
    for (let ready = await hand.next(false); ready; ready = await hand.next(true)) await deliver(parts, line, ready)
  } finally {
    line.close()
  }
}

/** Marked as soon as it went, each for itself: a repeat after a crash is one of the few that were on their way. */
async function deliver(parts: OutboxParts, line: SmtpLine, { mail, prepared }: Ready): Promise<void> {
  const outcome = await attempt(parts, line, { ...mail, address: prepared.address }, prepared)
  if (outcome.kind === 'again') return tryAgain(parts, mail, outcome.error)
  if (outcome.kind === 'dead') return giveUp(parts, mail, outcome.error)
  failpoint('before-mark')
  await markSent(parts.db, mail, parts.now(), prepared.confidential)
  failpoint('after-mark')
}

/** While a slow server takes its time the lease is kept; when this process dies it ends by itself. */
async function attempt(
  parts: OutboxParts,
  line: SmtpLine,
  mail: Mail,
  { words, answers, attachments, repliesTo, reaches, comesBack = false }: PreparedMail,
): Promise<Outcome> {
  const sender = repliesTo ? { ...parts.sender, repliesTo } : parts.sender
  const keeping = setInterval(() => {
    extendLease(parts.db, mail).catch(parts.onTrouble)
  }, leaseMs / 3)
  try {
    const returnPath = returnPathOf(sender, mail.ticket_number, comesBack)
    const along = { answers, attachments, reaches, comesBack: returnPath !== '' }
    const message = await composeMail(mail, { ...words, ...along }, sender, parts.now())
    await line.send(mail.address, message, returnPath)
    return { kind: 'sent' }
  } catch (error) {
    return outcomeOf(error)
  } finally {
    clearInterval(keeping)
  }
}
