import { sql, type QueryExecutorProvider, type RawBuilder } from 'kysely'
import { leaseMs } from './lease.ts'
import type { Mail, Rendered, TakenMail } from './mail.ts'

type Db = QueryExecutorProvider
type Claimed = Pick<Mail, 'id' | 'tries'>

/**
 * One that is being sent is due once its lease is over, by the clock of the database: those of two machines may differ by more than
 * a lease. The index goes by the later of both clocks.
 */
const isDue = (now: Date) => sql`
  due.state in ('pending', 'sending')
  and due.next_try_at <= greatest(${now}::timestamptz, statement_timestamp())
  and due.next_try_at <= case due.state when 'sending' then statement_timestamp() else ${now}::timestamptz end`

/** A lease that begins now; older versions look at the next try alone. */
const leased = sql`
  leased_until = statement_timestamp() + ${leaseMs} * interval '1 millisecond',
  next_try_at = statement_timestamp() + ${leaseMs} * interval '1 millisecond'`

/**
 * Takes the mails that are due longest, for a lease: who dies with them gives them back when the lease ends. Mails to one person
 * about one ticket go out in their order: while one of them waits, later ones do, so that no two of them are taken together.
 * Nobody waits for another's claim. In the order of their making.
 */
export async function claimMails(db: Db, now: Date, atMost: number): Promise<TakenMail[]> {
  const { rows } = await sql<TakenMail>`
    with taken as (
      select due.id
      from mail due
      where ${isDue(now)}
        and not exists (
          select from mail earlier
          where earlier.state in ('pending', 'sending')
            and earlier.recipient_id = due.recipient_id
            and earlier.ticket_number = due.ticket_number
            and (earlier.created_at, earlier.id) < (due.created_at, due.id)
        )
      order by due.next_try_at, due.id
      limit ${atMost}
      for update skip locked
    )
    update mail
    set state = 'sending', tries = tries + 1, ${leased}
    from taken
    where mail.id = taken.id
    returning mail.id, ticket_number, event_id, interaction, recipient_id, address, message_id, says,
      subject, body_text, body_html, language, state, tries, created_at, mail.xmin::text as version`.execute(db)
  return rows.toSorted(
    (one, other) => one.created_at.getTime() - other.created_at.getTime() || (one.id < other.id ? -1 : 1),
  )
}

/**
 * Locks the mails that are due longest, for a caller that ends with them in this transaction and sends nothing: a lease would
 * write each of them, and the rows of its indexes, once more. Nobody waits for another's lock.
 */
export async function lockDue(db: Db, now: Date, atMost: number): Promise<TakenMail[]> {
  const { rows } = await sql<TakenMail>`
    select id, ticket_number, event_id, interaction, recipient_id, address, message_id, says,
      subject, body_text, body_html, language, state, tries, created_at, xmin::text as version
    from mail due
    where ${isDue(now)}
    order by next_try_at, id
    limit ${atMost}
    for update skip locked`.execute(db)
  return rows
}

/** A try begins for mails that are locked. */
export async function beginTry(db: Db, mails: readonly Mail[]): Promise<Mail[]> {
  if (mails.length === 0) return []
  await sql`
    update mail set state = 'sending', tries = tries + 1 where id = any(${mails.map(({ id }) => id)}::uuid[])`.execute(
    db,
  )
  return mails.map((mail) => ({ ...mail, state: 'sending', tries: mail.tries + 1 }))
}

/** Whoever lost the lease meanwhile writes nothing: the tries tell their own claim from a later one. */
const stillOurs = ({ id, tries }: Claimed) => sql`id = ${id} and tries = ${tries} and state = 'sending'`

/** For one that is on its way still when its lease would end. Like all that follows it changes nothing once the lease is lost. */
export async function extendLease(db: Db, mail: Claimed): Promise<void> {
  await sql`update mail set ${leased} where ${stillOurs(mail)}`.execute(db)
}

/** What goes out: the words, the address and the message's id, for a mail that was claimed. */
export type Worded = { mail: Claimed & Pick<TakenMail, 'version'>; words: Rendered; address: string; messageId: string }

/**
 * Fixed before the first try, for a lease that begins anew. Answers with the ids of those that are still ours; one from which
 * somebody was erased since it was claimed is not: it keeps no word of theirs, and is put into words anew when the lease ends.
 */
export const fixWords = (db: Db, worded: readonly Worded[]): Promise<Set<string>> =>
  writeWords(db, worded, {
    only: sql`mail.state = 'sending' and mail.xmin::text = worded.version`,
    also: leased,
  })

/** There is no mail server: mails that are locked stay here to be read, with the words that they would have gone out with. */
export const keepWords = (db: Db, worded: readonly Worded[]): Promise<Set<string>> =>
  writeWords(db, worded, {
    only: sql`mail.state in ('pending', 'sending')`,
    also: sql`state = 'kept', tries = mail.tries + 1, leased_until = null, last_error = null`,
  })

type Writing = { only: RawBuilder<unknown>; also: RawBuilder<unknown> }

async function writeWords(db: Db, worded: readonly Worded[], { only, also }: Writing): Promise<Set<string>> {
  if (worded.length === 0) return new Set()
  const each = <Value>(of: (one: Worded) => Value): Value[] => worded.map(of)
  const { rows } = await sql<{ id: string }>`
    update mail
    set subject = worded.subject, body_text = worded.body_text, body_html = worded.body_html,
      language = worded.language, address = worded.address, message_id = worded.message_id, ${also}
    from unnest(
      ${each(({ mail }) => mail.id)}::uuid[], ${each(({ mail }) => mail.tries)}::integer[],
      ${each(({ words }) => words.subject)}::text[], ${each(({ words }) => words.text)}::text[],
      ${each(({ words }) => words.html)}::text[], ${each(({ words }) => words.language)}::text[],
      ${each(({ address }) => address)}::text[], ${each(({ messageId }) => messageId)}::text[],
      ${each(({ mail }) => mail.version)}::text[]
    ) as worded (id, tries, subject, body_text, body_html, language, address, message_id, version)
    where mail.id = worded.id and mail.tries = worded.tries and ${only}
    returning mail.id`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Claimed and not begun: the next claim need not wait for the lease, and it was no try. */
export async function giveBack(db: Db, mails: readonly Claimed[], at: Date): Promise<void> {
  if (mails.length === 0) return
  await sql`
    update mail
    set state = 'pending', leased_until = null, next_try_at = ${at}, tries = mail.tries - 1
    from unnest(${mails.map(({ id }) => id)}::uuid[], ${mails.map(({ tries }) => tries)}::integer[]) as ours (id, tries)
    where mail.id = ours.id and mail.tries = ours.tries and mail.state = 'sending'`.execute(db)
}

/** `confidential` words carry a link that lets their reader in: once they are out, nobody else may read them here. */
export async function markSent(db: Db, mail: Claimed, at: Date, confidential: boolean): Promise<void> {
  const words = confidential ? sql`, body_text = null, body_html = null, says = says || '{"variables": {}}'` : sql``
  await sql`
    update mail
    set state = 'sent', sent_at = ${at}, leased_until = null, last_error = null ${words}
    where ${stillOurs(mail)}`.execute(db)
}

/** Its recipient may no longer be told. */
export const markDropped = (db: Db, mail: Claimed) => end(db, mail, 'dropped', null)
/** Given up: administrators are shown why. */
export const markDead = (db: Db, mail: Claimed, error: string) => end(db, mail, 'dead', error)

async function end(db: Db, mail: Claimed, state: 'dropped' | 'dead', error: string | null): Promise<void> {
  await sql`
    update mail
    set state = ${state}, leased_until = null, last_error = ${error}
    where ${stillOurs(mail)}`.execute(db)
}

/** It did not go, and is due once more. */
export async function markAgain(db: Db, mail: Claimed, nextTry: Date, error: string): Promise<void> {
  await sql`
    update mail
    set state = 'pending', leased_until = null, next_try_at = ${nextTry}, last_error = ${error}
    where ${stillOurs(mail)}`.execute(db)
}

/** A second chance for what was given up, kept or held, asked for by an administrator; its day starts anew. */
export async function retryMail(db: Db, id: string, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update mail
    set state = 'pending', tries = 0, next_try_at = ${at}, created_at = ${at}
    where id = ${id} and state in ('dead', 'kept', 'held')`.execute(db)
  return Number(numAffectedRows ?? 0) > 0
}

/** It was accepted by the mail server and came back later: shown among those that failed. False when that was known. */
export async function markBounced(db: Db, id: string, error: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update mail set state = 'dead', last_error = ${error.slice(0, 500)} where id = ${id} and state = 'sent'`.execute(db)
  return Number(numAffectedRows ?? 0) === 1
}

/** What was held back from whoever turns out to want it goes at once: about one ticket, or whatever it is about. */
export async function hurryMails(db: Db, whose: { recipient: string; ticket?: number }, at: Date): Promise<void> {
  const { recipient, ticket } = whose
  const about = ticket === undefined ? sql`` : sql`and ticket_number = ${ticket}`
  await sql`
    update mail set next_try_at = ${at}, last_error = null
    where recipient_id = ${recipient} ${about} and state = 'pending' and tries = 0
      and last_error is not null and next_try_at > ${at}`.execute(db)
}
