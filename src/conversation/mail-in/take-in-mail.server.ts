import type { ParsedMail } from '../../channels/email/inbound/parsed-mail.ts'
import { UnreadableMail } from '../../channels/email/inbound/when-asked.server.ts'
import { hurryMails, markBounced } from '../../channels/email/outbox.write.server.ts'
import { system } from '../../entities/person/actor.ts'
import type { Change, Desk } from '../../events/desk.server.ts'
import type { BlobStore } from '../../server/files/blob-store.server.ts'
import { besideErasing } from '../../users/erase/beside-erasing.server.ts'
import { beginTicket, joinTicket, wordsOfRequest, type Store } from './act-on-mail.write.server.ts'
import { bouncedMail } from './bounced-mail.ts'
import { decide } from './decide.ts'
import { putFiles, type FilesPut } from './files-of-mail.write.server.ts'
import { keepMail } from './keep-mail.write.server.ts'
import { factsOfMail, lastMailTo, ownMails, type Known } from './mail-facts.server.ts'
import { markDone } from './mark-mail.write.server.ts'
import type { Decided } from './reasons.ts'
import { beginTry, noteFailure } from './try-mail.write.server.ts'
import { readMail } from './without-links.server.ts'

export type TakenFrom = { id: string | null; group: string | null; trustedServer: string | null }

/** Without a store for files what hangs on mails stays in them alone. */
export type MailIn = {
  desk: Desk
  secret: string
  blobs?: BlobStore
  /** Told of a ticket, after the commit, when a mail about it came back. */
  undelivered?: (ticket: number) => void
  /** Told when a mail could not be handled for the first time. */
  onTrouble?: (error: unknown) => void
}

/** Takes a mail in: kept first, then read, decided on and done, once however often it comes. Returns its id; null where it was erased. */
export async function takeInMail(into: MailIn, raw: Buffer, mailbox: TakenFrom): Promise<string | null> {
  const id = await keepMail(into.desk.database.primary, raw, mailbox.id, into.desk.clock.now())
  if (id !== null) await handleMail(into, id, mailbox)
  return id
}

/**
 * Reads and does what was kept. A mail that cannot be handled waits to be tried again, and is soon shown as failed;
 * one that cannot be read is so at once.
 */
export async function handleMail(into: MailIn, id: string, mailbox: TakenFrom): Promise<void> {
  const { desk, secret, blobs } = into
  const db = desk.database.primary
  const begun = await beginTry(db, id, desk.clock.now())
  if (!begun) return
  try {
    if (begun.neverEnds) throw new UnreadableMail('Whoever began to read it was ended each time.')
    let taken = await takeKept(into, id, mailbox)
    // its ticket stands locked in neither change while the store takes what it takes
    if (taken.filesOf && blobs)
      taken = await takeKept(into, id, mailbox, {
        mail: taken.filesOf,
        put: await putFiles(db, taken.filesOf, blobs),
      })
    if (taken.cameBack !== null) into.undelivered?.(taken.cameBack)
  } catch (error) {
    const { tries, neverEnds } = begun
    await noteFailure(db, id, { tries, error, at: desk.clock.now(), secret })
    if (tries === 1 || neverEnds)
      into.onTrouble?.(new Error(`A mail that came in could not be handled: ${id}, ${kindOf(error)}`))
  }
}

/** A mail that was read, and whose files lie in the store. */
type Ready = { mail: ParsedMail; put: FilesPut }

/** `filesOf`: nothing is done yet, the files of this mail go into the store first. `cameBack`: see `carryOut`. */
type Taken = { filesOf: ParsedMail | null; cameBack: number | null }

const takeKept = (
  { desk, secret, blobs }: MailIn,
  id: string,
  { group, trustedServer }: TakenFrom,
  ready?: Ready,
): Promise<Taken> =>
  desk.change(system, async (change) => {
    await besideErasing(change.db)
    const kept = await lockKept(change, id)
    if (!kept?.raw || kept.state === 'done') return { filesOf: null, cameBack: null }
    const mail = ready?.mail ?? (await readMail(kept.raw))
    const known = await factsOfMail(change.db, mail, { secret, trustedServer }, change.at)
    const decided = decide(known.facts)
    if (!ready && blobs && bringsFiles(mail, decided)) return { filesOf: mail, cameBack: null }
    return { filesOf: null, cameBack: await carryOut(change, id, mail, known, decided, { group, blobs, ...ready }) }
  })

const bringsFiles = ({ attachments }: ParsedMail, { decision }: Decided): boolean =>
  attachments.length > 0 && (decision === 'newTicket' || decision === 'joined')

/** What kind of failure it is, and nothing of the mail: what an error says may quote it. */
function kindOf(error: unknown): string {
  const { name, code } = error as { name?: string; code?: unknown }
  return [name, code].filter((part) => typeof part === 'string').join(' ') || 'unknown'
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
  { group, ...store }: Store & { group: string | null },
): Promise<number | null> {
  let ticket = 'ticket' in decided ? (decided.ticket ?? null) : null
  let message: string | null = null
  if (decided.decision === 'newTicket') ticket = await beginTicket(change, mail, person, group, store)
  if (decided.decision === 'joined') message = await joinTicket(change, mail, person!, decided, store)
  if (decided.decision === 'joined' && decided.reason !== 'byHand')
    await hurryMails(change.db, { recipient: person!.id, ticket: decided.ticket }, change.at)
  const bounced = decided.reason === 'bounce' ? await noteBounce(change, mail, ticket) : null
  ticket = bounced?.ticket ?? ticket
  const text = decided.decision === 'newTicket' ? wordsOfRequest(mail) : mail.text
  await markDone(change, id, { ...mail, text }, decided, { ticket, message })
  return bounced?.isNew ? bounced.ticket : null
}

/** The mail of ours that came back is shown to have failed. Who has no mail of ours cannot name one. */
async function noteBounce(
  change: Change,
  mail: ParsedMail,
  marked: number | null,
): Promise<{ ticket: number | null; isNew: boolean } | null> {
  const { ids, failedAt, fateAt } = bouncedMail(mail)
  const [named] = await ownMails(change.db, ids)
  const own = named ?? (marked !== null && failedAt.length > 0 && (await lastMailTo(change.db, marked, failedAt)))
  if (!own) return null
  const { failed, diagnosis } = fateAt(own.address)
  return { ticket: own.ticket_number, isNew: failed && (await markBounced(change.db, own.id, diagnosis)) }
}
