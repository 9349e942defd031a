import { openKeyCheck } from '../api-keys/key-check.server.ts'
import { carriesKey } from '../api-keys/key.server.ts'
import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { refuse } from '../server/errors/refusal.ts'
import type { Endpoint } from '../server/http/endpoint.ts'
import type { Headers } from '../server/http/cookie.server.ts'
import type { TicketLinks } from '../users/ticket-links/ticket-links.server.ts'
import type { SignIn } from '../users/sign-in/sign-in.server.ts'

/**
 * Who asks: a program by its key, else a browser by its cookie: that of a session, or of a visit by a link in a mail. A key that is none never falls back to the cookie beside it,
 * which would count without its origin being looked at.
 */
export function openWhoAsks(
  { database, clock }: Desk,
  signIn: Pick<SignIn, 'authenticate'>,
  links?: Pick<TicketLinks, 'visitor'>,
) {
  const byKey = openKeyCheck(database, clock)
  return async (headers: Headers): Promise<{ caller: Person; byCookie: boolean } | null> => {
    const byCookie = !carriesKey(headers)
    const caller = byCookie
      ? ((await signIn.authenticate(headers)) ?? (await links?.visitor(headers)) ?? null)
      : await byKey(headers)
    return caller && { caller, byCookie }
  }
}

/** What someone needs who still has to set up a second factor; everything else waits for it. */
const openToAll = (path: string, method: string): boolean =>
  path.startsWith('/api/v1/me') || (path === '/api/v1/settings' && method === 'GET')

/** Says what is missing where otherwise the permissions that are held back would seem to be. */
export function askingForSecondFactor(endpoint: Endpoint<Desk, Person>): Endpoint<Desk, Person> {
  if (endpoint.access === 'anyone' || openToAll(endpoint.path, endpoint.method)) return endpoint
  return {
    ...endpoint,
    handle: (call) => (call.actor.lacksSecondFactor ? refuse('secondFactorNeeded') : endpoint.handle(call)),
  }
}
