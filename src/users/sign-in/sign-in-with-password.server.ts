import type { Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import type { Clock } from '../../server/clock.ts'
import type { Database } from '../../server/db/database.server.ts'
import { refuse, Refusal } from '../../server/errors/refusal.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { jsonOf, type Pass } from './library-answers.server.ts'
import { networkOf } from './network.ts'
import { takeBackSession } from './session.write.server.ts'
import { signInForm } from './sign-in-forms.ts'
import { signInLimits } from './tries.ts'
import { beginTry } from './tries.write.server.ts'
import type { Turnstile } from './turnstile.server.ts'
import { orAskForCode } from '../second-factor/sign-in-with-code.server.ts'

export type SignInDoor = { database: Database<Tables>; clock: Clock; pass: Pass; inTurn: Turnstile }

/** Password against e-mail address. Unknown, wrong, without a password and deactivated: one answer, in about the same time. */
export function signInWithPassword({ database, clock, pass, inTurn }: SignInDoor) {
  return async (request: Request, network: string): Promise<Response> => {
    const body = readForm(signInForm, await jsonOf(request))
    return inTurn(async () => {
      const limits = signInLimits(body.email, networkOf(network))
      const attempt = await beginTry(database.primary, limits, clock.now())
      try {
        const hash = await hashOf(database.primary, body.email)
        const response = await pass(request, network, body)
        await refuseChanged(database.primary, body.email, hash, response)
        await attempt.succeeded()
        return await orAskForCode(database, response)
      } catch (error) {
        // a failure of ours is nobody's wrong password
        await (error instanceof Refusal ? attempt.failed() : attempt.succeeded())
        throw error
      }
    })
  }
}

/**
 * A new password ends every session, but not the one that the old password opens in that moment: whoever it was changed against
 * would stay. Its change is waited for where it is under way; where it comes after this, it finds the session.
 */
async function refuseChanged(db: Kysely<Tables>, email: string, hash: string | undefined, signedIn: Response) {
  if ((await hashOf(db, email, 'waited for')) === hash) return
  const { token } = (await signedIn.json()) as { token?: string }
  if (token) await takeBackSession(db, token)
  refuse('wrongCredentials')
}

async function hashOf(db: Kysely<Tables>, email: string, change?: 'waited for'): Promise<string | undefined> {
  const account = await db
    .selectFrom('account')
    .innerJoin('users', 'users.id', 'account.user_id')
    .select('password')
    .where('email', '=', email)
    .where('provider_id', '=', 'credential')
    .$if(change === 'waited for', (query) => query.forShare('account'))
    .executeTakeFirst()
  return account?.password ?? undefined
}
