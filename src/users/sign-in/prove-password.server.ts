import type { Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import type { Clock } from '../../server/clock.ts'
import type { Database } from '../../server/db/database.server.ts'
import { refuseFields } from '../../server/errors/refusal.ts'
import { verifyPassword } from './password-hash.server.ts'
import { proofLimits } from './tries.ts'
import { beginTry } from './tries.write.server.ts'
import type { Turnstile } from './turnstile.server.ts'

/** Asks for the password once more before something that an open session alone should not decide. */
export type ProvePassword = (who: { id: string }, password: string, field: string) => Promise<void>

/** Counted as sign-ins are, or an unlocked screen would be a place to guess. */
export function openPasswordProof(database: Database<Tables>, clock: Clock, inTurn: Turnstile): ProvePassword {
  return (who, password, field) =>
    inTurn(async () => {
      const attempt = await beginTry(database.primary, proofLimits(who.id), clock.now())
      if (await isRight(database.primary, who.id, password)) return attempt.succeeded()
      await attempt.failed()
      return refuseFields({ field, code: 'wrongPassword' })
    })
}

async function isRight(db: Kysely<Tables>, user: string, password: string): Promise<boolean> {
  const account = await db
    .selectFrom('account')
    .select('password')
    .where('user_id', '=', user)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  return account?.password ? verifyPassword({ hash: account.password, password }) : false
}
