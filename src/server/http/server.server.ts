import helmet from '@fastify/helmet'
import fastify, { LogController, type FastifyInstance, type FastifyRequest } from 'fastify'
import { loggable } from '../errors/loggable.server.ts'
import { refuse, Refusal } from '../errors/refusal.ts'
import type { Endpoint } from './endpoint.ts'
import { openAdmission } from './admission.server.ts'
import { mountEndpoint, type Mounting } from './mount-endpoint.server.ts'
import { mountPages } from './pages.server.ts'
import { answerProblem, type ProblemWords } from './problem.server.ts'
import { isTooDeep } from './too-deep.ts'
import { finishUnreadBodies } from './unread-bodies.server.ts'
import { answerUnreadable } from './unreadable-requests.server.ts'
import { closeSlowBodies, filePatienceMs } from './slow-bodies.server.ts'
import { publishInterface } from './published-interface.server.ts'
import { writersWhenAsked } from './serializers.ts'

export type ServerParts<Desk, Caller> = Mounting<Desk, Caller> & {
  endpoints: readonly Endpoint<Desk, Caller>[]
  words: ProblemWords
  /** The built pages; absent where only the interface is served. */
  pages?: string
  logLevel: string
  /** See `Config`. */
  trustedProxies?: string[] | undefined
  /** Routes of libraries that speak for themselves (sign-in, live), mounted as they are. */
  mount?: (server: FastifyInstance) => void
  /** Their addresses as the published interface has them. */
  publishedByHand?: object
}

const oneMegabyte = 1024 * 1024

/** Who hangs on to an answer, or is still sending, keeps the server from stopping for no longer than this. */
const patienceAtTheEnd = 10_000

/** The HTTP server over a list of endpoints. It knows no heading: who it is, parse, call, answer. */
export async function openServer<Desk, Caller extends { id: string }>(
  parts: ServerParts<Desk, Caller>,
): Promise<FastifyInstance> {
  const server = fastify({
    logger: {
      level: parts.logLevel,
      redact: ['req.headers.cookie', 'req.headers.authorization'],
      serializers: { err: loggable },
    },
    bodyLimit: oneMegabyte,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 200 },
    schemaController: { compilersFactory: { buildSerializer: writersWhenAsked } },
    requestTimeout: filePatienceMs,
    // who never ends asking is looked for every few seconds; Node's own half a minute lets thousands hang on for a minute and more
    http: { headersTimeout: 15_000, requestTimeout: filePatienceMs, connectionsCheckingInterval: 5_000 },
    // an address that cannot be read is refused before there is a route: in the same words as everything else
    frameworkErrors: (error, request, reply) => void answerProblem(error, request, reply, parts.words, server.log),
    clientErrorHandler: answerUnreadable(parts.words),
    // asked to stop, what is under way is answered; only lines at rest are closed
    forceCloseConnections: 'idle',
    // and who asks meanwhile is refused as everything else is, below
    return503OnClosing: false,
    // behind a proxy on this machine the caller's address is the one that it names; nobody else is believed but who is named
    trustProxy: parts.trustedProxies ? ['loopback', ...parts.trustedProxies] : parts.publicUrl ? 'loopback' : false,
  })
  let stopping = false
  server.addHook('preClose', (done) => {
    stopping = true
    // a line becomes idle once its answer is out; kept alive by its other end it would stay
    const idle = setInterval(() => server.server.closeIdleConnections(), 50)
    const end = setTimeout(() => server.server.closeAllConnections(), patienceAtTheEnd)
    server.server.once('close', () => {
      clearInterval(idle)
      clearTimeout(end)
    })
    done()
  })
  closeSlowBodies(server)
  finishUnreadBodies(server)
  const routes: string[] = []
  server.decorate('routes', routes)
  server.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) if (each !== 'HEAD') routes.push(`${each} ${url}`)
  })
  // The headings read their own forms, in the order of refusals; Fastify would coerce and drop.
  server.setValidatorCompiler(() => () => true)
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    if (!isUtf8(request.headers['content-type'])) return done(new Refusal('unsupportedMedia'), undefined)
    if (bytes.length === 0) return done(null, undefined)
    try {
      const body = utf8.decode(bytes as Buffer)
      if (isTooDeep(body)) throw new Error('too deep')
      done(null, JSON.parse(body))
    } catch {
      done(Object.assign(new Error('not JSON'), { statusCode: 400 }), undefined)
    }
  })
  // files: handed on as they come, and counted by whoever keeps them
  server.addContentTypeParser('application/octet-stream', (request, body, done) =>
    done(request.routeOptions.config?.takesFile ? null : new Refusal('unsupportedMedia'), body),
  )
  server.setErrorHandler((error, request, reply) => answerProblem(error, request, reply, parts.words, server.log))
  await server.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    // as `frame-ancestors` has it
    xFrameOptions: { action: 'deny' },
  })
  // ours never changes, and helmet puts its text together anew for each answer
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('content-security-policy', policy)
    // what one person was answered is kept by no browser and no proxy, unless a route says otherwise
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    done(stopping ? new Refusal('busy', { retryAfterSeconds: 1 }) : undefined)
  })
  await publishInterface(server, parts.endpoints, parts.publishedByHand ?? {})
  parts.mount?.(server)
  const admission = openAdmission()
  server.decorate('peopleWait', admission.isBusy)
  for (const endpoint of parts.endpoints) mountEndpoint(server, endpoint, parts, admission)
  if (parts.pages) await mountPages(server, parts.pages)
  else server.setNotFoundHandler(() => refuse('notFound'))
  return server
}

/** What is no UTF-8 is refused: letters that were replaced by signs of a fault would be kept so. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** As JSON is, whatever it says of itself; ASCII is a part of it. */
const isUtf8 = (mediaType = ''): boolean =>
  /^(utf-?8|us-ascii)$/i.test(/;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(mediaType)?.[1] ?? 'utf-8')

export type HttpRequest = FastifyRequest

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route that this server answers, as `GET /api/v1/me`: what the permission grid walks. */
    routes: string[]
    /** Whether several people are waiting for their answers: what nobody waits for gives way to them. */
    peopleWait: () => boolean
  }
}

/** Only our own files; inline style is what mails have, which their frames show under this policy too. */
const policy = Object.entries({
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'font-src': ["'self'", 'data:'],
  'img-src': ["'self'", 'data:', 'blob:'],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
})
  .map(([directive, sources]) => [directive, ...sources].join(' '))
  .join(';')
