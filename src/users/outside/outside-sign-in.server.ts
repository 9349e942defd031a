import type { Tables } from '../../entities/tables.ts'
import type { Clock } from '../../server/clock.ts'
import type { Database } from '../../server/db/database.server.ts'
import { opened, openSealer, type Sealer } from '../../server/seal.server.ts'
import { networkOf } from '../sign-in/network.ts'
import { isOwnAddress } from '../my-account/own-address.ts'
import { sessionCookie, type CookieOptions } from '../sign-in/session-cookie.server.ts'
import { startSession } from '../sign-in/session.write.server.ts'
import { outsideLimits } from '../sign-in/tries.ts'
import { beginTry } from '../sign-in/tries.write.server.ts'
import { causeOf, UnreadableSecret } from './cause.server.ts'
import { goingCookie, goingIn, noGoingCookie } from './going-cookie.server.ts'
import { findOrLink } from './identity.write.server.ts'
import { callbackPath, storedProvider, type Provider } from './provider.server.ts'
import { noteFailure } from './provider.write.server.ts'
import type { RelyingParty } from './relying-party.server.ts'

export type OutsideDoor = {
  database: Database<Tables>
  clock: Clock
  cookie: CookieOptions
  secret: string
  party: RelyingParty
  sealer: Sealer
  /** Where the provider sends people back to; null: where they came from. */
  callback: string | null
}

type Answer = 'failed' | 'away' | 'unknown' | 'unverified' | 'cancelled' | 'tooMany'

/** Signing in through the provider outside: away with a sealed cookie, and back with what the provider said. */
export function outsideSignIn(door: OutsideDoor) {
  const { database, clock, cookie, party, sealer } = door
  const traveller = openSealer(door.secret, 'outside sign-in')
  const client = ({ issuer, client_id, sealed }: Provider) => ({
    issuer,
    clientId: client_id,
    clientSecret: sealed === null ? null : (opened(sealer, sealed) ?? unreadable()),
  })

  const leave = async (request: Request): Promise<Response> => {
    const url = new URL(request.url)
    const asked = url.searchParams.get('to')
    const to = isOwnAddress(asked) ? asked : '/'
    const provider = await storedProvider(database.primary)
    if (!provider) return back('failed', to)
    try {
      const away = await party.leave(client(provider), door.callback ?? new URL(callbackPath, url).href)
      return seeOther(away.to, goingCookie(traveller, { ...away.going, to }, clock.now(), cookie.secure))
    } catch (error) {
      return failed(error, to)
    }
  }

  const arrive = async (request: Request, network: string): Promise<Response> => {
    const going = goingIn(Object.fromEntries(request.headers), traveller, clock.now(), cookie.secure)
    const provider = await storedProvider(database.primary)
    if (!going || !provider) return back('failed', going?.to, noGoingCookie(cookie.secure))
    try {
      const attempt = await beginTry(database.primary, outsideLimits(networkOf(network)), clock.now())
      try {
        const claims = await party.arrive(client(provider), new URL(request.url), going)
        const answer = await comeIn(provider, claims, { network, request, to: going.to })
        await attempt.succeeded()
        return answer
      } catch (error) {
        await attempt.failed()
        throw error
      }
    } catch (error) {
      return failed(error, going.to)
    }
  }

  /** Who has a second factor here gives its code as well: the provider's own is nothing that we see. */
  async function comeIn(
    provider: Provider,
    claims: Parameters<typeof findOrLink>[2],
    { network, request, to }: { network: string; request: Request; to: string },
  ): Promise<Response> {
    const at = clock.now()
    const userAgent = request.headers.get('user-agent') ?? ''
    return database.primary.transaction().execute(async (db) => {
      const found = await findOrLink({ db, at }, provider, claims, network)
      if ('refused' in found) return back(found.refused, to, noGoingCookie(cookie.secure))
      const { user } = found
      const factor = await db
        .selectFrom('second_factor')
        .select('confirmed_at')
        .where('user_id', '=', user)
        .executeTakeFirst()
      const awaitsCode = Boolean(factor?.confirmed_at)
      const token = await startSession(db, { user, at, network, userAgent, awaitsCode })
      const next = awaitsCode ? `/sign-in?${new URLSearchParams({ code: 'asked', to }).toString()}` : to
      return seeOther(next, sessionCookie(token, cookie), noGoingCookie(cookie.secure))
    })
  }

  async function failed(error: unknown, to: string): Promise<Response> {
    const { answer, note } = causeOf(error)
    if (note) await noteFailure(database.primary, note, clock.now())
    return back(answer, to, noGoingCookie(cookie.secure))
  }

  return { leave, arrive }
}

function unreadable(): never {
  throw new UnreadableSecret()
}

/** To the sign-in page, which says in words what happened. */
const back = (answer: Answer, to = '/', ...cookies: string[]): Response =>
  seeOther(`/sign-in?${new URLSearchParams({ outside: answer, ...(to === '/' ? {} : { to }) }).toString()}`, ...cookies)

function seeOther(location: string, ...cookies: string[]): Response {
  const answer = new Response(null, { status: 303, headers: { location } })
  for (const cookie of cookies) answer.headers.append('set-cookie', cookie)
  return answer
}
