import { sql, type RawBuilder } from 'kysely'
import type { Desk } from '../../events/desk.server.ts'

/** So far may the clocks of several servers be from each other. */
const clocksApart = sql`interval '1 minute'`
/** Beyond this a session was rather forgotten than is at work: no erasure or import takes as long. */
const longestChange = sql`interval '1 hour'`

/**
 * Whether something of before that moment may still be to come: a change has its moment as it begins, and is seen once it is
 * committed. It is asked before what is written is read: what is committed in between is then there, while a snapshot taken
 * before the question would lack it.
 */
export async function isStillWritten(desk: Desk, before: RawBuilder<Date>): Promise<boolean> {
  const until = sql`${before} + ${clocksApart}`
  const { rows } = await sql<{ written: boolean }>`
    select ${desk.clock.now()}::timestamptz < ${until} or changes_from_before(${until}, ${longestChange}) as written`.execute(
    desk.read(),
  )
  return rows[0]!.written
}
