import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isText } from '../../fields/field-type.ts'
import { formSchema } from '../../fields/form.ts'
import { refuse } from '../errors/refusal.ts'
import type { Admission } from './admission.server.ts'
import type { Call, Endpoint } from './endpoint.ts'
import { checkOrigin } from './origin.server.ts'

export type Mounting<Desk, Caller> = {
  desk: Desk
  publicUrl?: string
  /** Who it is, and whether their browser's cookie said so (then the origin counts). Null: nobody we know. */
  authenticate(request: FastifyRequest): Promise<{ caller: Caller; byCookie: boolean } | null>
  /** Wraps a change that carries an Idempotency-Key. */
  once(
    desk: Desk,
    caller: Caller,
    claim: { method: string; path: string; key: string; body: unknown },
    work: (desk: Desk) => Promise<unknown>,
  ): Promise<unknown>
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
    ...(endpoint.takesFile ? {} : { onRequest: admission.onRequest, preValidation: admission.preValidation }),
    schema: schemaOf(endpoint),
    ...(endpoint.bodyLimit ? { bodyLimit: endpoint.bodyLimit } : {}),
    async handler(request, reply) {
      const caller = await identify(request, endpoint, mounting)
      const who = caller?.id ?? request.ip
      if (!endpoint.takesFile) admission.share(who, reply)
      // what no text can hold names nothing; PostgreSQL would fail over it
      if (!Object.values(request.params as Record<string, string>).every(isText)) refuse('notFound')
      const call = callOf(request, reply, mounting.desk, caller as Caller)
      const work = () => perform(request, endpoint, mounting, caller, call)
      // of those whom we do not know many may share an address
      const { answer, stored } = await (caller && !endpoint.takesFile ? admission.inTurn(who, work) : work())
      if (stored && endpoint.status !== 204)
        reply.type('application/json; charset=utf-8').serializer((kept) => asPublished(reply, kept))
      reply.status(endpoint.status ?? 200)
      if (endpoint.writtenOnce)
        return reply.type('application/json; charset=utf-8').send(writtenOnce(reply, answer as object))
      return reply.send(endpoint.status === 204 ? undefined : answer)
    },
  })
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
  if (endpoint.method !== 'POST' || endpoint.secret || key === undefined || caller === null)
    return { answer: await endpoint.handle(call), stored: false }
  const claim = { method: 'POST', path: request.url.split('?')[0]!, key: String(key), body: request.body }
  let stored = true
  const answer = await mounting.once(mounting.desk, caller, claim, (desk) => {
    stored = false
    return endpoint.handle({ ...call, desk })
  })
  return { answer, stored }
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
  reply: FastifyReply,
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
  setHeader: (name, value) => void reply.header(name, value),
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
  interface FastifyRequest {
    /** The person who asks, once it is known; for the words of a refusal. */
    caller?: unknown
  }
}
