import { readForm } from '../../server/http/read-form.server.ts'
import { refuseTries } from '../../server/errors/refusal.ts'
import { answerAlike } from './answer-alike.server.ts'
import { jsonOf } from './library-answers.server.ts'
import { networkOf } from './network.ts'
import { openLink } from '../mailed-links/open-link.write.server.ts'
import { resetForm, resetRequestForm } from './sign-in-forms.ts'
import type { SignInDoor } from './sign-in-with-password.server.ts'
import { resetLimits } from './tries.ts'
import { countTry } from './tries.write.server.ts'

/** Sends a link to whoever has an account under this address. The answer is the same for everybody. */
export function requestReset({ database, clock, pass }: SignInDoor) {
  return async (request: Request, network: string): Promise<Response> => {
    const body = readForm(resetRequestForm, await jsonOf(request))
    const limits = resetLimits(body.email, networkOf(network))
    const now = clock.now()
    if (!(await countTry(database.primary, limits.network, now))) refuseTries(limits.network.minutes * 60, now)
    const sent = async () => {
      if (await countTry(database.primary, limits.address, now)) await pass(request, network, body)
    }
    await answerAlike(sent())
    return Response.json({ status: true })
  }
}

/** A new password for whoever holds the link. It works once, for an hour, and ends every session of the account. */
export function resetPassword({ database, clock, pass }: SignInDoor) {
  return async (request: Request, network: string): Promise<Response> => {
    const body = readForm(resetForm, await jsonOf(request))
    return openLink({ database, now: clock.now(), network }, () => pass(request, network, body))
  }
}
