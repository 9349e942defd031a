import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import { day } from '../../fields/date-time/spans.ts'

const keptMs = 90 * day

/** A mail may have megabytes: so few at a time are written again within a moment. */
const atOnce = 100

/**
 * Of mails that were left out ninety days ago the copy goes, with what it quotes and what hangs on it. From whom they were, what
 * about, and why they were left out stays.
 */
export async function forgetCopies(
  db: Kysely<Tables>,
  now: Date,
  ending = new AbortController().signal,
): Promise<void> {
  const before = new Date(now.getTime() - keptMs)
  let forgotten = atOnce
  while (forgotten === atOnce && !ending.aborted) forgotten = await forgetSome(db, before)
}

async function forgetSome(db: Kysely<Tables>, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update inbound_mail
    set raw = null, html = null, whole_text = null, sanitiser = null
    where id = any (array(
      select id from inbound_mail
      where decision = 'ignored' and raw is not null and done_at < ${before}
      order by done_at
      limit ${atOnce}))`.execute(db)
  return Number(numAffectedRows ?? 0)
}
