import type { Kysely } from 'kysely'
import { givenUpAfter, pauseAfter } from '../../channels/email/backoff.ts'
import { UnreadableMail } from '../../channels/email/inbound/when-asked.server.ts'
import { after } from '../../channels/email/lease.ts'
import type { Tables } from '../../entities/tables.ts'
import { Refusal } from '../../server/errors/refusal.ts'
import { headOfMail } from './head-of-mail.server.ts'
import { isUnreadable, unreadable } from './unreadable.server.ts'

/** So many failures, and it is shown to have failed. */
const shownAfter = 5

/**
 * One try more, and when the next one is, written down before it begins: a mail that ends whoever reads it is not begun again
 * at once. Returns which try it is and whether those before were begun and never ended; null where there is nothing to do.
 */
export async function beginTry(
  db: Kysely<Tables>,
  id: string,
  at: Date,
): Promise<{ tries: number; neverEnds: boolean } | null> {
  const mail = await db
    .selectFrom('inbound_mail')
    .select(['state', 'tries', 'last_error', 'next_try_at', 'received_at'])
    .where('id', '=', id)
    .where('state', '<>', 'done')
    .executeTakeFirst()
  if (!mail) return null
  // one that others have in hand is not due yet
  const isDue = mail.next_try_at !== null && mail.next_try_at <= at
  const isEnough = mail.tries >= shownAfter && (mail.state === 'received' || isOld(mail.received_at, at))
  const neverEnds = isEnough && isDue && isUnreadable(mail)
  const tries = mail.tries + 1
  const { last_error: said } = mail
  await db
    .updateTable('inbound_mail')
    // what cannot be read stays known as such until it was read
    .set({ tries, next_try_at: after(at, pauseAfter(tries)), last_error: isUnreadable(mail) ? said : null })
    .where('id', '=', id)
    .where('state', '<>', 'done')
    .execute()
  return { tries, neverEnds }
}

/**
 * That a try failed. It is tried on for a day, as mails that go out are, and a few times at the least; after some tries it is
 * shown to have failed, for somebody to look at. One that cannot be read is given up at once. By its head it is known whose
 * word may be in it.
 */
export async function noteFailure(
  db: Kysely<Tables>,
  id: string,
  { tries, error, at, secret }: { tries: number; error: unknown; at: Date; secret: string },
): Promise<void> {
  const head = await headIfAny(db, id, secret)
  await db.transaction().execute(async (change) => {
    const mail = await change
      .selectFrom('inbound_mail')
      .select('received_at')
      .where('id', '=', id)
      .where('tries', '=', tries)
      .where('state', '<>', 'done')
      .forUpdate()
      .executeTakeFirst()
    if (!mail) return
    const cannotBeRead = error instanceof UnreadableMail
    const isGivenUp = cannotBeRead || (tries >= shownAfter && isOld(mail.received_at, at))
    await change
      .updateTable('inbound_mail')
      .set({
        ...head,
        last_error: (cannotBeRead ? unreadable(error.message) : saidBy(error)).slice(0, 500),
        state: cannotBeRead || tries >= shownAfter ? 'failed' : 'received',
        next_try_at: isGivenUp ? null : after(at, pauseAfter(tries)),
      })
      .where('id', '=', id)
      .execute()
  })
}

/** Apart, as it may be the very thing that fails: that a try failed is written down all the same. */
async function headIfAny(db: Kysely<Tables>, id: string, secret: string) {
  try {
    return await db.transaction().execute((change) => headOfMail(change, id, secret))
  } catch {
    return {}
  }
}

const isOld = (received: Date, at: Date): boolean => at.getTime() - received.getTime() > givenUpAfter

/** One that failed is tried as if it had just come. */
export async function beginAgain(db: Kysely<Tables>, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('inbound_mail')
    .set({ state: 'received', tries: 0, next_try_at: at })
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** A refusal is known by its code; which fields it is about says what is to be mended. */
function saidBy(error: unknown): string {
  if (!(error instanceof Refusal)) return error instanceof Error ? error.message : String(error)
  const fields = (error.details.errors ?? []).map(({ field, code }) => `${field} (${code})`)
  return fields.length > 0 ? `${error.code}: ${fields.join(', ')}` : error.code
}
