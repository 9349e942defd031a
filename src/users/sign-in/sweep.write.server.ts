import type { Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import { day, hour } from '../../fields/date-time/spans.ts'

/** Once in a while: sessions and links that have ended, imports of last week, and tries that count for nothing any more, go. */
export async function sweepSignIns(db: Kysely<Tables>, now: Date): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<', now).execute()
  await db
    .deleteFrom('session')
    .where('awaits_code', '=', true)
    .where('created_at', '<', new Date(now.getTime() - hour))
    .execute()
  await db
    .deleteFrom('user_import')
    .where('finished_at', '<', new Date(now.getTime() - 7 * day))
    .execute()
  await db.deleteFrom('verification').where('expires_at', '<', now).execute()
  await db
    .deleteFrom('failed_try')
    .where('at', '<', new Date(now.getTime() - day))
    .execute()
}
