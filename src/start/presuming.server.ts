import { carriesKey } from '../api-keys/key.server.ts'
import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import type { Presumption } from '../server/http/mount-endpoint.server.ts'
import type { Headers } from '../server/http/cookie.server.ts'
import type { SignIn } from '../users/sign-in/sign-in.server.ts'

/** Who asks by a browser's cookie, as it was the last time: what they ask goes to the database behind the question whether it still is so. */
export const openPresuming =
  (desk: Desk, signIn: Pick<SignIn, 'presumed'>) =>
  async (headers: Headers): Promise<Presumption<Desk, Person> | null> => {
    if (carriesKey(headers)) return null
    const presumed = await signIn.presumed(headers)
    if (!presumed) return null
    const { person, holds, along } = presumed
    return { caller: person, desk: keptWhere(holds, desk), holds, along }
  }

/** The statement that says whether it holds is answered before the change's own, which go behind it: nobody waits here. */
const keptWhere = (holds: Promise<boolean>, desk: Desk): Desk => ({
  ...desk,
  change: (actor, work) =>
    desk.change(actor, async (change) => {
      const result = await work(change)
      if (!(await holds)) throw new Error('Somebody else than was presumed: nothing of it is kept.')
      return result
    }),
})
