import { randomBytes } from 'node:crypto'
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'
import { loggable } from '../errors/loggable.server.ts'
import { Refusal, type RefusalDetails } from '../errors/refusal.ts'
import { isUnreachable } from '../db/unreachable.server.ts'

/** Puts a refusal into the reader's words; handed in by start/, since the machine room knows no words. */
export type ProblemWords = (
  code: string,
  details: RefusalDetails & { reference?: string },
  request: FastifyRequest,
) => Promise<{ title: string; errors?: { field: string; code: string; message: string }[] }>

/** Whatever went wrong, as an RFC 9457 problem with a stable code. A failure is logged once, with its cause, and so is what passes. */
export async function answerProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  words: ProblemWords,
  log: FastifyBaseLogger,
): Promise<FastifyReply> {
  const refusal = asRefusal(error)
  const reference = logged(error, refusal, request, log)
  const { details } = refusal
  const said = await words(refusal.code, { ...details, ...(reference ? { reference } : {}) }, request)
  if (details.retryAfterSeconds) reply.header('retry-after', details.retryAfterSeconds)
  return reply
    .status(refusal.status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        // first, so that a detail of the same name never stands in for what the RFC defines
        ...details.variables,
        type: `urn:sanad:problem:${refusal.code}`,
        title: said.title,
        status: refusal.status,
        code: refusal.code,
        ...(said.errors ? { errors: said.errors } : {}),
        ...(details.may ? { may: details.may } : {}),
        ...(reference ? { reference } : {}),
      }),
    )
}

/** The reference under which a failure stands in the log. Whoever is told to wait their turn gets none: nothing failed. */
function logged(error: unknown, refusal: Refusal, request: FastifyRequest, log: FastifyBaseLogger): string | undefined {
  const isFailure = refusal.code === 'failed'
  if (!isFailure && (refusal.status < 500 || refusal === error)) return undefined
  const found = { reference: randomBytes(6).toString('hex'), url: request.routeOptions.url }
  if (isFailure) {
    log.error({ err: error, ...found }, 'request failed')
  } else {
    // while the database is away each request has one: without the stack
    const { code, message } = loggable(error)
    log.warn({ ...found, cause: code ?? message }, 'busy: whoever asked was told to ask again')
  }
  return found.reference
}

/** Deadlock, lock not had in time, statement cut off: the same request may well go through in a moment. */
const passing = new Set(['40P01', '55P03', '57014', '40001'])

/** Empty where there is none of letters: a DOMException's is a number. */
function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? code : ''
}

/** Fastify's own refusals by their codes; everything unknown is a failure of ours. */
function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const code = codeOf(error)
  const status = (error as { statusCode?: number }).statusCode
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refusal('tooLarge', { variables: { max: '1 MB' } })
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Refusal('unsupportedMedia')
  if (code.startsWith('FST_ERR_CTP') || status === 400) return new Refusal('malformed')
  // a part of an address that is longer than any name is the name of nothing
  if (status === 404 || code === 'FST_ERR_MAX_PARAM_LENGTH') return new Refusal('notFound')
  if (isUnreachable(error) || passing.has(code)) return new Refusal('busy', { retryAfterSeconds: 1 })
  return new Refusal('failed')
}
