import { hurryMails } from '../channels/email/outbox.write.server.ts'
import type { Change } from '../events/desk.server.ts'

/** Somebody showed that they read this mailbox: what was held back from an address that anybody could have named goes at once. */
export async function addressProven({ db, at }: Pick<Change, 'db' | 'at'>, person: string): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('users')
    .set({ email_verified: true, updated_at: at })
    .where('id', '=', person)
    .where('email_verified', '=', false)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows > 0n) await hurryMails(db, { recipient: person }, at)
}
