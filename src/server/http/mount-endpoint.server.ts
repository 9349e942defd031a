import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isText } from '../../fields/field-type.ts'
import { formSchema, parseForm } from '../../fields/form.ts'
import { refuse, refuseFields } from '../errors/refusal.ts'
import type { Admission } from './admission.server.ts'
import { takesKey, type Call, type Endpoint } from './endpoint.ts'
import { checkOrigin } from './origin.server.ts'

export type Mounting<Desk, Caller> = {
  desk: Desk
  publicUrl?: string
  /** Who it is, and whether their browser's cookie said so (then the origin counts). Null: nobody we know. */
  authenticate(request: FastifyRequest): Promise<{ caller: Caller; byCookie: boolean } | null>
  /** Who it was when their cookie came last; null for whom nobody remembers. */
  presume?: (headers: FastifyRequest['headers']) => Promise<Presumption<Desk, Caller> | null>
  /** Wraps a change that carries an Idempotency-Key. */
  once(
    desk: Desk,
    caller: Caller,
    claim: { method: string; path: string; key: string; body: unknown },
    work: (desk: Desk) => Promise<unknown>,
  ): Promise<unknown>
}

/**
 * Who asks, before it is certain: what they ask goes to the database in one piece with that question, and is given out only when
 * it `holds`.
 */
export type Presumption<Desk, Caller> = {
  caller: Caller
  /** Keeps no change before it is certain, and none where it does not hold. */
  desk: Desk
  holds: Promise<boolean>
  along: <Result>(work: () => Result) => Result
}

/** One address: takes its place, says who asks, checks, calls, answers. Refusals go to the server’s error handler, which writes them. */
export function mountEndpoint<Desk, Caller extends { id: string }>(
  server: FastifyInstance,
  endpoint: Endpoint<Desk, Caller>,
  mounting: Mounting<Desk, Caller>,
  admission: Admission,
): void {
  server.route({
    method: endpoint.method,
    url: endpoint.path,
    // a file comes slowly, over the sender's line, and waits for nobody here
    ...(endpoint.takesFile
      ? { config: { takesFile: true } }
      : { onRequest: admission.onRequest, preValidation: admission.preValidation }),
    schema: schemaOf(endpoint),
    ...(endpoint.bodyLimit ? { bodyLimit: endpoint.bodyLimit } : {}),
    async handler(request, reply) {
      const counted = new Set<string>()
      const answerAs = async (caller: Caller | null, desk: Desk): Promise<Given> => {
        request.caller = caller
        const who = caller?.id ?? request.ip
        if (!endpoint.takesFile && !counted.has(who)) admission.share(who, reply)
        counted.add(who)
        // what no text can hold names nothing; PostgreSQL would fail over it
        if (!Object.values(request.params as Record<string, string>).every(isText)) refuse('notFound')
        const headers: Given['headers'] = []
        const call = callOf(request, headers, desk, caller as Caller)
        const work = () => perform(request, endpoint, mounting, caller, call)
        // of those whom we do not know many may share an address
        const done = await (caller && !endpoint.takesFile ? admission.inTurn(who, work) : work())
        return { ...done, headers }
      }
      const given =
        (await askedAlong(request, endpoint, mounting, answerAs)) ??
        (await answerAs(await identify(request, endpoint, mounting), mounting.desk))
      endpoint.afterwards?.()
      return give(reply, endpoint, given)
    },
  })
}

type Given = { answer: unknown; stored: boolean; headers: [name: string, value: string | string[]][] }

function give<Desk, Caller>(reply: FastifyReply, endpoint: Endpoint<Desk, Caller>, given: Given): FastifyReply {
  const { answer, stored, headers } = given
  for (const [name, value] of headers) reply.header(name, value)
  if (stored && endpoint.status !== 204)
    reply.type('application/json; charset=utf-8').serializer((kept) => asPublished(reply, kept))
  reply.status(endpoint.status ?? 200)
  if (endpoint.writtenOnce)
    return reply.type('application/json; charset=utf-8').send(writtenOnce(reply, answer as object))
  return reply.send(endpoint.status === 204 ? undefined : answer)
}

/** Null where nobody is remembered, or it is no longer they: then one asks first. */
async function askedAlong<Desk, Caller>(
  request: FastifyRequest,
  endpoint: Endpoint<Desk, Caller>,
  { presume, publicUrl }: Mounting<Desk, Caller>,
  answerAs: (caller: Caller, desk: Desk) => Promise<Given>,
): Promise<Given | null> {
  const isRead = endpoint.method === 'GET' && endpoint.answer !== undefined && !endpoint.waits
  const mayGoAlong = endpoint.isOneChange || isRead
  const presumed = mayGoAlong && endpoint.access === 'signedIn' ? await presume?.(request.headers) : null
  if (!presumed) return null
  const given = presumed.along(async () => {
    checkOrigin(request, publicUrl)
    return answerAs(presumed.caller, presumed.desk)
  })
  // what became of it is of no matter before it is certain whose it is
  const [outcome, holds] = await Promise.all([Promise.allSettled([given]), presumed.holds])
  if (!holds) return null
  if (outcome[0].status === 'rejected') throw outcome[0].reason
  return outcome[0].value
}

async function identify<Desk, Caller>(
  request: FastifyRequest,
  endpoint: Endpoint<Desk, Caller>,
  mounting: Mounting<Desk, Caller>,
): Promise<Caller | null> {
  const known = await mounting.authenticate(request)
  request.caller = known?.caller ?? null
  if (!known && endpoint.access === 'signedIn') refuse('notSignedIn')
  if (known?.byCookie || endpoint.access === 'anyone') checkOrigin(request, mounting.publicUrl)
  return known?.caller ?? null
}

async function perform<Desk, Caller>(
  request: FastifyRequest,
  endpoint: Endpoint<Desk, Caller>,
  mounting: Mounting<Desk, Caller>,
  caller: Caller | null,
  call: Call<Desk, Caller>,
): Promise<{ answer: unknown; stored: boolean }> {
  const key = request.headers['idempotency-key']
  const isSecret = typeof endpoint.secret === 'function' ? endpoint.secret(request.body) : endpoint.secret
  const isKept = takesKey(endpoint) && !isSecret
  if (!isKept || key === undefined || caller === null)
    return { answer: refusingUnasked(endpoint, call, await endpoint.handle(call)), stored: false }
  const claim = { method: 'POST', path: request.url.split('?')[0]!, key: String(key), body: request.body }
  let stored = true
  const answer = await mounting.once(call.desk, caller, claim, (desk) => {
    stored = false
    return endpoint.handle({ ...call, desk })
  })
  return { answer, stored }
}

/**
 * What is narrowed by a name that an address does not know would be answered whole, as if it had been. Asked last: who may not read
 * it, or asks for what is not there, is told that.
 */
function refusingUnasked<Desk, Caller>(endpoint: Endpoint<Desk, Caller>, call: Call<Desk, Caller>, answer: unknown) {
  if (endpoint.method !== 'GET' || (endpoint.query && Object.keys(endpoint.query).length > 0)) return answer
  const read = parseForm({}, call.query)
  if (read.ok) return answer
  if (answer instanceof Readable) answer.destroy()
  return refuseFields(...read.errors)
}

/** An answer that an older version stored may lack what this one publishes: it is given again as it was then. */
function asPublished(reply: FastifyReply, kept: unknown): string {
  try {
    return reply.serializeInput(kept as Record<string, unknown>, String(reply.statusCode)) as string
  } catch {
    return JSON.stringify(kept)
  }
}

const written = new WeakMap<object, Buffer>()

/** As bytes: a text would be measured and encoded anew for each who asks. */
function writtenOnce(reply: FastifyReply, answer: object): Buffer {
  const bytes =
    written.get(answer) ?? Buffer.from(reply.serializeInput(answer as Record<string, unknown>, '200') as string)
  written.set(answer, bytes)
  return bytes
}

const callOf = <Desk, Caller>(
  request: FastifyRequest,
  headersOfAnswer: Given['headers'],
  desk: Desk,
  actor: Caller,
): Call<Desk, Caller> => ({
  desk,
  actor,
  params: request.params as Record<string, string>,
  query: request.query,
  body: request.body,
  network: request.ip,
  headers: request.headers,
  setHeader: (name, value) => void headersOfAnswer.push([name, value]),
})

function schemaOf<Desk, Caller>(endpoint: Endpoint<Desk, Caller>) {
  return {
    summary: endpoint.summary,
    tags: [endpoint.heading],
    ...(endpoint.query ? { querystring: formSchema(endpoint.query) } : {}),
    ...(endpoint.body ? { body: formSchema(endpoint.body) } : {}),
    ...(endpoint.answer ? { response: { [endpoint.status ?? 200]: endpoint.answer } } : {}),
  }
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its body is a file, handed on as it comes: nowhere else is one read. */
    takesFile?: true
  }
  interface FastifyRequest {
    /** The person who asks, once it is known; for the words of a refusal. */
    caller?: unknown
  }
}
