import type { Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'

/** More than anybody's links can have been ended by hand after the backup: none that was ended then becomes valid again. */
const manyTurns = 1_000

/**
 * For a restored backup: what was handed out before it may have been taken back after it, and nobody here can know. So all of
 * it ends: sessions, links of invitations and resets, links of mails, the first set-up's link. Keys of programs stay as they
 * were. Returns how many sessions ended.
 */
export async function endWhatWasHandedOut(db: Kysely<Tables>): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('session').executeTakeFirstOrThrow()
  await db.deleteFrom('verification').execute()
  await db.deleteFrom('failed_try').execute()
  await db.deleteFrom('setting').where('key', '=', 'setup').execute()
  await db
    .updateTable('users')
    .set((eb) => ({ link_turn: eb('link_turn', '+', manyTurns) }))
    .execute()
  return Number(numDeletedRows)
}
