import type { Tables } from '../../entities/tables.ts'
import type { Clock } from '../../server/clock.ts'
import type { Database } from '../../server/db/database.server.ts'
import { refuse } from '../../server/errors/refusal.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import type { Sealer } from '../../server/seal.server.ts'
import { jsonOf } from '../sign-in/library-answers.server.ts'
import { codeForm } from '../sign-in/sign-in-forms.ts'
import { tokenOf, type CookieOptions } from '../sign-in/session-cookie.server.ts'
import { openWhole } from '../sign-in/session.write.server.ts'
import { codeLimits } from '../sign-in/tries.ts'
import { beginTry } from '../sign-in/tries.write.server.ts'
import { takeCode } from './second-factor.write.server.ts'

/** How long the code may take after the password. */
const minutes = 10

export type CodeDoor = { database: Database<Tables>; clock: Clock; cookie: CookieOptions; sealer: Sealer }

/** The second half of signing in: opens the session that the password left half open. */
export function signInWithCode({ database, clock, cookie, sealer }: CodeDoor) {
  return async (request: Request): Promise<Response> => {
    const { code } = readForm(codeForm, await jsonOf(request))
    const token = tokenOf(Object.fromEntries(request.headers), cookie)
    const now = clock.now()
    const user = token && (await waitingFor(database, token, now))
    if (!user) refuse('notSignedIn')
    const attempt = await beginTry(database.primary, codeLimits(user), now)
    const taken = await database.primary.transaction().execute(async (db) => {
      if (!(await takeCode({ db, at: now }, user, code, sealer))) return false
      await openWhole(db, token, now)
      return true
    })
    await (taken ? attempt.succeeded() : attempt.failed())
    return taken ? Response.json({ status: true }) : refuse('wrongCode')
  }
}

async function waitingFor({ primary }: Database<Tables>, token: string, now: Date): Promise<string | undefined> {
  const row = await primary
    .selectFrom('session')
    .innerJoin('users', 'users.id', 'session.user_id')
    .select('session.user_id')
    .where('session.token', '=', token)
    .where('session.awaits_code', '=', true)
    .where('session.created_at', '>', new Date(now.getTime() - minutes * 60_000))
    .where('users.active', '=', true)
    .executeTakeFirst()
  return row?.user_id
}

/** What the page is told after the password: whether a code is still to come. The cookie goes with it either way. */
export async function orAskForCode(database: Database<Tables>, signedIn: Response): Promise<Response> {
  const { token } = (await signedIn.clone().json()) as { token?: string }
  const session = await database.primary
    .selectFrom('session')
    .select('awaits_code')
    .where('token', '=', token ?? '')
    .executeTakeFirst()
  if (!session?.awaits_code) return signedIn
  const answer = Response.json({ secondFactor: true })
  for (const cookie of signedIn.headers.getSetCookie()) answer.headers.append('set-cookie', cookie)
  return answer
}
