import { sql, type QueryExecutorProvider } from 'kysely'
import { accountMails } from './account-mails.ts'

/**
 * For a restored backup: what waited may have gone out after it, so it is held until somebody decides. Mails whose link ended
 * with the restore would lead nowhere and are dropped. Returns how many are held.
 */
export async function holdMails(db: QueryExecutorProvider): Promise<number> {
  await sql`
    update mail set state = 'dropped', leased_until = null, last_error = ${linkEnded}
    where state in ('pending', 'sending') and interaction = any (${[...accountMails]}) and says -> 'variables' ? 'link'`.execute(
    db,
  )
  const { numAffectedRows } = await sql`
    update mail set state = 'held', leased_until = null where state in ('pending', 'sending')`.execute(db)
  return Number(numAffectedRows ?? 0)
}

const linkEnded = 'A backup was restored: the link of this mail ended.'

/** An administrator decided. They go in their old order; their day of tries begins now. */
export async function releaseHeld(db: QueryExecutorProvider, at: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update mail set state = 'pending', tries = 0, next_try_at = ${at}, created_at = ${at} where state = 'held'`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0)
}

export async function dropHeld(db: QueryExecutorProvider): Promise<number> {
  const { numAffectedRows } = await sql`update mail set state = 'dropped' where state = 'held'`.execute(db)
  return Number(numAffectedRows ?? 0)
}
