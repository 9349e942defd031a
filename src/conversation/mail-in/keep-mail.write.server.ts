import type { Kysely } from 'kysely'
import { mailHash } from '../../channels/email/inbound/mail-hash.server.ts'
import type { Tables } from '../../entities/tables.ts'
import { newId } from '../../server/ids.server.ts'

/**
 * Keeps a mail as it came, before anything is made of it. One that came before keeps its place. Returns its id; null of one that
 * was erased with the person whom it was from or about.
 */
export async function keepMail(
  db: Kysely<Tables>,
  raw: Buffer,
  mailbox: string | null,
  at: Date,
): Promise<string | null> {
  const hash = mailHash(raw)
  if (await isForgotten(db, hash)) return null
  const kept = await db
    .insertInto('inbound_mail')
    .values({ ...nothingYet, id: newId(), mailbox_id: mailbox, raw, hash, received_at: at, next_try_at: at })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .returning('id')
    .executeTakeFirst()
  return kept?.id ?? (await knownMail(db, hash))
}

const isForgotten = async (db: Kysely<Tables>, hash: string): Promise<boolean> =>
  (await db.selectFrom('forgotten_mail').select('hash').where('hash', '=', hash).executeTakeFirst()) !== undefined

const knownMail = async (db: Kysely<Tables>, hash: string): Promise<string> =>
  (await db.selectFrom('inbound_mail').select('id').where('hash', '=', hash).executeTakeFirstOrThrow()).id

const nothingYet = {
  state: 'received' as const,
  last_error: null,
  decision: null,
  reason: null,
  message_id: null,
  from_address: null,
  from_name: null,
  subject: null,
  ticket_number: null,
  message: null,
  text: null,
  whole_text: null,
  html: null,
  sanitiser: null,
  done_at: null,
}
