import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { once } from '../events/once.write.server.ts'
import type { Endpoint } from '../server/http/endpoint.ts'
import { openBlobs, openExportFiles } from '../server/files/open-blobs.server.ts'
import { findTicket } from '../queries/one-ticket/read-ticket.server.ts'
import { refuse } from '../server/errors/refusal.ts'
import { openServer } from '../server/http/server.server.ts'
import { openSignIn } from '../users/sign-in/sign-in.server.ts'
import { openTicketLinks } from '../users/ticket-links/ticket-links.server.ts'
import { submitPath } from './endpoints/ticket-endpoints.server.ts'
import { allEndpoints } from './endpoints/all-endpoints.server.ts'
import { keepingToTheirTicket } from './keeping-to-their-ticket.server.ts'
import { openLive, type Live } from './live.server.ts'
import { mountMetrics } from '../server/http/metrics.server.ts'
import { measuredOf } from './measured.server.ts'
import { mailEnvironment } from './mail-environment.server.ts'
import { mountHealth } from './mount-health.server.ts'
import { mountSignIn } from './mount-sign-in.server.ts'
import type { Config } from '../server/config.ts'
import type { Installation } from './open-installation.server.ts'
import { openPresuming } from './presuming.server.ts'
import { publishedByHand } from './published-by-hand.ts'
import { askingForSecondFactor, openWhoAsks } from './who-asks.server.ts'
import { problemWordsOf } from './problem-words.server.ts'

export const pagesFolder = join(import.meta.dirname, '../../dist')

export type Web = { server: FastifyInstance; live: Live; address: string; close(): Promise<void> }

/** Everything that is served, over one installation. `isReady` is asked by /readyz. */
export async function openWeb(
  installation: Installation,
  options: { secret: string; isReady: () => boolean },
): Promise<Web> {
  const { config, desk, database, hints } = installation
  const signIn = openSignIn({ database, secret: options.secret, publicUrl: config.publicUrl, clock: desk.clock })
  const links = openTicketLinks({ database, secret: options.secret, publicUrl: config.publicUrl, clock: desk.clock })
  const mail = mailEnvironment(config, options.secret, config.publicUrl)
  const { queue, presences } = installation
  const exportFiles = await openExportFiles(config)
  const outside = { mail, queue, presences, links, blobs: await openBlobs(config), exportFiles }
  const whoAsks = openWhoAsks(desk, signIn, links)
  const live = openLive(installation, async (headers) => (await whoAsks(headers))?.caller ?? null)
  const server = await openServer<Desk, Person>({
    desk,
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    endpoints: allEndpoints(signIn, outside).map((endpoint) =>
      hintingOfRights(askingForSecondFactor(keepingToTheirTicket(endpoint)), () => hints.publish({ rights: true })),
    ),
    authenticate: (request) => whoAsks(request.headers),
    presume: openPresuming(desk, signIn),
    once: (at, caller, claim, work) =>
      once(at, caller, claim, work, (inside, stored) => stillSeen(inside, caller, claim.path, stored)),
    words: problemWordsOf(desk),
    pages: existsSync(join(pagesFolder, 'index.html')) ? pagesFolder : undefined,
    logLevel: config.logLevel,
    publishedByHand,
    mount(fastify) {
      mountSignIn(fastify, signIn, config.publicUrl, () => hints.publish({ rights: true }))
      live.mount(fastify)
      mountHealth(fastify, database.pool, options.isReady)
      mountMetrics(fastify, measuredOf(installation, live))
    },
  })
  const address = await server.listen({ port: config.port, host: config.host }).catch((error: unknown) => {
    throw new Error(whyNotListening(config, error), { cause: error })
  })
  return {
    server,
    live,
    address: config.publicUrl ?? address.replace('127.0.0.1', 'localhost'),
    async close() {
      live.stop()
      await server.close()
    },
  }
}

function whyNotListening({ host, port }: Config, error: unknown): string {
  const { code } = error as { code?: string }
  if (code === 'EADDRINUSE') return `Another program listens on ${host}, port ${port}: end it, or give another PORT.`
  if (code === 'EACCES') return `This user may not listen on port ${port}: please give a PORT above 1023.`
  return `Nothing can listen on “${host}” (${code}): please give a HOST that is an address of this machine.`
}

/**
 * A repeat gets the ticket that it once got only while its caller may still see it. A request that staff wrote for a customer they
 * may never have seen: its answer says what they wrote themselves, and they get it again.
 */
async function stillSeen(desk: Desk, caller: Person, path: string, stored: unknown): Promise<void> {
  const { number, version } = (stored ?? {}) as { number?: unknown; version?: unknown }
  if (typeof number !== 'number' || typeof version !== 'number') return
  if (await findTicket(desk.read(), caller, number)) return
  if (path !== submitPath || !(await isWriter(desk, caller, number))) refuse('notFound')
}

async function isWriter(desk: Desk, caller: Person, number: number): Promise<boolean> {
  const first = desk.read().selectFrom('ticket_event').select('actor_id').where('ticket_number', '=', number)
  const event = await first.where('seq', '=', 1).executeTakeFirst()
  return event?.actor_id === caller.id
}

const headingsOfRights = ['users', 'groups', 'permissions', 'organisations', 'api-keys', 'ticket-links']

/** One's own name and looks, and what only looks. */
const shapeNoRights = ['/api/v1/me', '/api/v1/users/import/preview']

/**
 * Whoever changes people, groups or roles changes what open pages may hear. A hint has every process look up every page, so
 * strangers, whom most of these refuse without an error, can give none; what they do change is found within a minute.
 */
function hintingOfRights(endpoint: Endpoint<Desk, Person>, hint: () => void): Endpoint<Desk, Person> {
  const shapesRights =
    headingsOfRights.includes(endpoint.heading) &&
    endpoint.method !== 'GET' &&
    endpoint.access === 'signedIn' &&
    !shapeNoRights.includes(endpoint.path)
  return shapesRights ? { ...endpoint, afterwards: hint } : endpoint
}
