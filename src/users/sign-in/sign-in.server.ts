import type { Tables } from '../../entities/tables.ts'
import type { Clock } from '../../server/clock.ts'
import type { Database } from '../../server/db/database.server.ts'
import { refuse } from '../../server/errors/refusal.ts'
import type { Headers } from '../../server/http/cookie.server.ts'
import { openSealer, type Sealer } from '../../server/seal.server.ts'
import { passTo } from './library-answers.server.ts'
import { hashPassword } from './password-hash.server.ts'
import { openPasswordProof, type ProvePassword } from './prove-password.server.ts'
import { resetMails } from './reset-mails.write.server.ts'
import { requestReset, resetPassword } from './reset-password.server.ts'
import { signInWithCode } from '../second-factor/sign-in-with-code.server.ts'
import { sessionCookie, forgets, tokenOf } from './session-cookie.server.ts'
import { callbackPath, outsidePath } from '../outside/provider.server.ts'
import { outsideSignIn } from '../outside/outside-sign-in.server.ts'
import { openRelyingParty } from '../outside/relying-party.server.ts'
import type { RelyingParty } from '../outside/relying-party.server.ts'
import { openSessionCheck, type SessionCheck } from './session.server.ts'
import { startSession } from './session.write.server.ts'
import type { LibraryOptions } from './sign-in-library.server.ts'
import { signInWithPassword } from './sign-in-with-password.server.ts'
import { turnstile } from './turnstile.server.ts'

export type SignIn = {
  /** Answers what is under /api/auth; refusals are thrown. `network` is the caller's address as the server knows it. */
  handle(request: Request, network: string): Promise<Response>
  /** Who is it? */
  authenticate: SessionCheck['who']
  /** Who it was when they came last, to be asked along. */
  presumed: SessionCheck['presumed']
  /** The cookie of a new session for someone who just proved who they are by other means. Joins the given change. */
  open(change: { db: Parameters<typeof startSession>[0]; at: Date }, user: string, call: Caller): Promise<string>
  /** The cookie once more with its full time, for whoever comes by; null without one or when it shall be forgotten. */
  renewedCookie(headers: Headers): string | null
  /** The session that a request came with, by its token. */
  tokenIn(headers: Headers): string | null
  /** 422 on the field where it is not the person's password. */
  provePassword: ProvePassword
  /** Slow on purpose, so one waits for one's turn. */
  hashPassword(password: string): Promise<string>
  /** For the secrets of second factors. */
  sealer: Sealer
  /** The provider outside: to ask it who it is, and to seal the secret that it gave us. */
  outside: { party: RelyingParty; sealer: Sealer; callback: string | null }
}

export type Caller = { network: string; headers: Headers }

export type SignInOptions = { database: Database<Tables>; secret: string; publicUrl?: string; clock: Clock }

/** The library comes with the first who signs in: a server is there without it. */
function libraryWhenAsked(options: LibraryOptions) {
  let opened: Promise<(request: Request) => Promise<Response>> | undefined
  const open = async () => {
    const { openLibrary } = await import('./sign-in-library.server.ts')
    return openLibrary(options).handler
  }
  return async (request: Request): Promise<Response> => (await (opened ??= open()))(request)
}

/**
 * Every way of coming in, behind /api/auth. Without `publicUrl` nobody is sent to a provider outside, which must know where to
 * send them back; with one that is https, cookies are marked secure.
 */
export function openSignIn(options: SignInOptions): SignIn {
  const { database, clock, secret, publicUrl } = options
  const cookie = { secret, secure: publicUrl?.startsWith('https:') ?? false }
  const { who: authenticate, presumed } = openSessionCheck(database, clock, cookie)
  const pass = passTo(libraryWhenAsked({ ...options, ...resetMails(database, clock) }))
  const inTurn = turnstile(4)
  const sealer = openSealer(secret, 'second factor')
  const outside = {
    party: openRelyingParty(),
    sealer: openSealer(secret, 'outside provider'),
    callback: publicUrl ? new URL(callbackPath, publicUrl).href : null,
  }
  const outsideDoor = outsideSignIn({ database, clock, cookie, secret, ...outside })
  const door = { database, clock, pass, inTurn }
  const routes: Record<string, (request: Request, network: string) => Promise<Response>> = {
    'POST /api/auth/sign-in/email': signInWithPassword(door),
    'POST /api/auth/second-factor': signInWithCode({ database, clock, cookie, sealer }),
    'POST /api/auth/sign-out': (request, network) => pass(request, network, {}),
    'POST /api/auth/request-password-reset': requestReset(door),
    'POST /api/auth/reset-password': resetPassword(door),
    [`GET ${outsidePath}`]: outsideDoor.leave,
    [`GET ${callbackPath}`]: outsideDoor.arrive,
    // the library does not know who was deactivated
    'GET /api/auth/get-session': async (request, network) =>
      (await authenticate(Object.fromEntries(request.headers))) ? pass(request, network) : Response.json(null),
  }
  return {
    authenticate,
    presumed,
    sealer,
    outside,
    hashPassword: (password) => inTurn(() => hashPassword(password)),
    provePassword: openPasswordProof(database, clock, inTurn),
    tokenIn: (headers) => tokenOf(headers, cookie),
    async handle(request, network) {
      const route = routes[`${request.method} ${new URL(request.url).pathname}`]
      return route ? route(request, network) : refuse('notFound')
    },
    async open({ db, at }, user, { network, headers }) {
      const userAgent = String(headers['user-agent'] ?? '')
      return sessionCookie(await startSession(db, { user, at, network, userAgent }), cookie)
    },
    renewedCookie(headers) {
      const token = tokenOf(headers, cookie)
      return token && !forgets(headers, cookie.secure) ? sessionCookie(token, cookie) : null
    },
  }
}
