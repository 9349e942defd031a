import { sql, type QueryExecutorProvider } from 'kysely'
import { hour } from '../../fields/date-time/spans.ts'
import type { NewMail } from './mail.ts'

/** Whoever is named in requests by others must not be flooded by our answers: an unproven address gets so many an hour. */
const mostAnHour = 3
const longestWait = 24 * hour

export type Ration = { state: 'pending' | 'dropped'; next: Date; reason: string | null }

/**
 * When a mail to an unproven address may go: now, when the hour allows the next, or never. One at a time for an address, held
 * until the transaction ends, or two would each see room for the last.
 */
export async function rationed(db: QueryExecutorProvider, mail: NewMail): Promise<Ration> {
  const { address, at } = mail
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mail to ${address}`}, 0))`.execute(db)
  const last = await nthLatest(db, mail)
  const free = last ? new Date(last.getTime() + hour) : at
  if (free <= at) return { state: 'pending', next: at, reason: null }
  const waits = !mail.rationed?.spare && free.getTime() - at.getTime() <= longestWait
  return waits ? { state: 'pending', next: free, reason } : { state: 'dropped', next: at, reason }
}

const reason = `Held back: this address is not proven, and gets at most ${mostAnHour} mails an hour.`

/** The time of the third latest mail that went, or will go, to the address: from an hour later on there is room again. */
async function nthLatest(db: QueryExecutorProvider, { address, at }: NewMail): Promise<Date | undefined> {
  const { rows } = await sql<{ goes: Date }>`
    select case when state = 'sent' then sent_at else greatest(created_at, next_try_at) end as goes
    from mail
    where address = ${address} and state <> 'dropped' and created_at > ${new Date(at.getTime() - 2 * longestWait)}
    order by 1 desc
    offset ${mostAnHour - 1} limit 1`.execute(db)
  return rows[0]?.goes
}
