import { sql, type QueryExecutorProvider } from 'kysely'
import type { Mail, Rendered } from './mail-table.ts'

type Db = QueryExecutorProvider
type Claimed = Pick<Mail, 'id' | 'tries'>

/**
 * Takes the mail that is due longest, for a lease: who dies with it gives it back when the lease ends. Mails to one person
 * about one ticket go out in their order: while one of them waits, later ones do. Nobody waits for another's claim.
 */
export async function claimMail(db: Db, now: Date, leasedUntil: Date): Promise<Mail | undefined> {
  const { rows } = await sql<Mail>`
    update mail
    set state = 'sending', tries = tries + 1, next_try_at = ${leasedUntil}, leased_until = ${leasedUntil}
    where id = (
      select due.id
      from mail due
      where due.state in ('pending', 'sending')
        and due.next_try_at <= ${now}
        and not exists (
          select from mail earlier
          where earlier.state in ('pending', 'sending')
            and earlier.recipient_id = due.recipient_id
            and earlier.ticket_number = due.ticket_number
            and (earlier.created_at, earlier.id) < (due.created_at, due.id)
        )
      order by due.next_try_at, due.id
      limit 1
      for update skip locked
    )
    returning id, ticket_number, event_id, interaction, recipient_id, address, message_id, says,
      subject, body_text, body_html, language, state, tries, created_at`.execute(db)
  return rows[0]
}

/** Whoever lost the lease meanwhile writes nothing: the tries tell their own claim from a later one. */
const stillOurs = ({ id, tries }: Claimed) => sql`id = ${id} and tries = ${tries} and state = 'sending'`

export async function extendLease(db: Db, mail: Claimed, leasedUntil: Date): Promise<void> {
  await sql`
    update mail set leased_until = ${leasedUntil}, next_try_at = ${leasedUntil} where ${stillOurs(mail)}`.execute(db)
}

/** What goes out, fixed before the first try: the words, the address and the message's id. False when the lease was lost. */
export async function fixWords(
  db: Db,
  mail: Claimed,
  words: Rendered,
  address: string,
  messageId: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update mail
    set subject = ${words.subject}, body_text = ${words.text}, body_html = ${words.html}, language = ${words.language},
      address = ${address}, message_id = ${messageId}
    where ${stillOurs(mail)}`.execute(db)
  return Number(numAffectedRows ?? 0) === 1
}

/** `confidential` words carry a link that lets their reader in: once they are out, nobody else may read them here. */
export async function markSent(db: Db, mail: Claimed, at: Date, confidential: boolean): Promise<void> {
  const words = confidential ? sql`, body_text = null, body_html = null, says = says || '{"variables": {}}'` : sql``
  await sql`
    update mail
    set state = 'sent', sent_at = ${at}, leased_until = null, last_error = null ${words}
    where ${stillOurs(mail)}`.execute(db)
}

/** There is no mail server: the mail stays here to be read. */
export const markKept = (db: Db, mail: Claimed) => end(db, mail, 'kept', null)
/** Its recipient may no longer be told. */
export const markDropped = (db: Db, mail: Claimed) => end(db, mail, 'dropped', null)
export const markDead = (db: Db, mail: Claimed, error: string) => end(db, mail, 'dead', error)

async function end(db: Db, mail: Claimed, state: 'kept' | 'dropped' | 'dead', error: string | null): Promise<void> {
  await sql`
    update mail
    set state = ${state}, leased_until = null, last_error = ${error}
    where ${stillOurs(mail)}`.execute(db)
}

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

/** It was accepted by the mail server and came back later: shown among those that failed. */
export async function markBounced(db: Db, id: string, error: string): Promise<void> {
  await sql`
    update mail set state = 'dead', last_error = ${error.slice(0, 500)} where id = ${id} and state = 'sent'`.execute(db)
}
