import { parseMail } from '../../channels/email/inbound/when-asked.server.ts'
import type { ParsedMail } from '../../channels/email/inbound/parsed-mail.ts'
import { hurryMails, markBounced } from '../../channels/email/outbox.write.server.ts'
import { system } from '../../entities/person/actor.ts'
import type { Change, Desk } from '../../events/desk.server.ts'
import type { BlobStore } from '../../server/files/blob-store.server.ts'
import { beginTicket, joinTicket } from './act-on-mail.write.server.ts'
import { bouncedMail } from './bounced-mail.ts'
import { decide } from './decide.ts'
import { keepMail } from './keep-mail.write.server.ts'
import { factsOfMail, ownMails, type Known } from './mail-facts.server.ts'
import { markDone, noteFailure } from './mark-mail.write.server.ts'
import type { Decided } from './reasons.ts'

export type TakenFrom = { id: string | null; group: string | null; trustedServer: string | null }

/** Without a store for files what hangs on mails stays in them alone. */
export type MailIn = {
  desk: Desk
  secret: string
  blobs?: BlobStore
  /** Told of a ticket, after the commit, when a mail about it came back. */
  undelivered?: (ticket: number) => void
}

/** Takes a mail in: kept first, then read, decided on and done, once however often it comes. Returns its id; null where it was erased. */
export async function takeInMail(into: MailIn, raw: Buffer, mailbox: TakenFrom): Promise<string | null> {
  const id = await keepMail(into.desk.database.primary, raw, mailbox.id, into.desk.clock.now())
  if (id !== null) await handleMail(into, id, mailbox)
  return id
}

/** Reads and does what was kept. A mail that cannot be handled waits to be tried again, and at last is shown as failed. */
export async function handleMail(into: MailIn, id: string, mailbox: TakenFrom): Promise<void> {
  const { desk, secret, blobs } = into
  try {
    const cameBack = await desk.change(system, async (change) => {
      const kept = await lockKept(change, id)
      if (kept?.state !== 'received') return null
      const mail = await parseMail(kept.raw)
      const known = await factsOfMail(change.db, mail, { secret, trustedServer: mailbox.trustedServer }, change.at)
      return carryOut(change, id, mail, known, decide(known.facts), { group: mailbox.group, blobs })
    })
    if (cameBack !== null) into.undelivered?.(cameBack)
  } catch (error) {
    await noteFailure(desk.database.primary, id, error)
  }
}

const lockKept = ({ db }: Change, id: string) =>
  db.selectFrom('inbound_mail').select(['raw', 'state']).where('id', '=', id).forUpdate().executeTakeFirst()

/** Does what was decided and writes down why, in one change. Returns the ticket of a mail of ours that now came back. */
export async function carryOut(
  change: Change,
  id: string,
  mail: ParsedMail,
  { person }: Pick<Known, 'person'>,
  decided: Decided,
  { group, blobs }: { group: string | null; blobs: BlobStore | undefined },
): Promise<number | null> {
  let ticket = 'ticket' in decided ? (decided.ticket ?? null) : null
  let message: string | null = null
  if (decided.decision === 'newTicket') ticket = await beginTicket(change, mail, person, group, blobs)
  if (decided.decision === 'joined') message = await joinTicket(change, mail, person!, decided.ticket, blobs)
  if (decided.decision === 'joined' && decided.reason !== 'byHand')
    await hurryMails(change.db, decided.ticket, person!.id, change.at)
  const bounced = decided.reason === 'bounce' ? await noteBounce(change, mail) : null
  ticket = bounced?.ticket ?? ticket
  await markDone(change, id, mail, decided, { ticket, message })
  return bounced?.isNew ? bounced.ticket : null
}

/** The mail of ours that came back is shown to have failed. Who has no mail of ours cannot name one. */
async function noteBounce(change: Change, mail: ParsedMail): Promise<{ ticket: number | null; isNew: boolean } | null> {
  const { ids, fateAt } = bouncedMail(mail)
  const [own] = await ownMails(change.db, ids)
  if (!own) return null
  const { failed, diagnosis } = fateAt(own.address)
  return { ticket: own.ticket_number, isNew: failed && (await markBounced(change.db, own.id, diagnosis)) }
}
