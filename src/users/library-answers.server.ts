import { isAPIError } from 'better-auth/api'
import { refuse } from '../server/errors/refusal.ts'
import { networkHeader } from './sign-in-library.server.ts'

export type Door = { pass(request: Request, body?: unknown): Promise<Response> }

/** Asks the library with a body that was read already; what it refuses is refused in our words. */
export async function answerOf(
  handler: (request: Request) => Promise<Response>,
  request: Request,
  body?: unknown,
): Promise<Response> {
  try {
    return await handler(anew(request, body))
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error
    return refuseAs(error.statusCode, (error.body as { code?: string } | undefined)?.code)
  }
}

function refuseAs(status: number, code: string | undefined): never {
  if (status === 403) refuse('foreignOrigin')
  if (status === 401) refuse('wrongCredentials')
  if (code === 'INVALID_TOKEN' || code === 'USER_NOT_FOUND') refuse('linkNotValid')
  refuse('malformed')
}

const forwarded = ['cookie', 'origin', 'referer', 'host', 'user-agent', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest']

/** The same request with nothing in it that we did not mean: known headers, no query, the body as it was read. */
function anew(request: Request, body?: unknown): Request {
  const url = new URL(request.url)
  url.search = ''
  const headers = new Headers()
  for (const name of [...forwarded, networkHeader]) {
    const value = request.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  if (body === undefined) return new Request(url, { method: request.method, headers })
  headers.set('content-type', 'application/json')
  return new Request(url, { method: request.method, headers, body: JSON.stringify(body) })
}

/** Tells the library who is calling, whatever the request itself claimed. */
export function comingFrom(request: Request, network: string): Request {
  const known = new Request(request)
  known.headers.set(networkHeader, network)
  return known
}

/** The body of a request, read as JSON. Nothing that signs in is long. */
export async function jsonOf(request: Request): Promise<unknown> {
  const text = await request.text()
  if (text.length > 10_000) refuse('tooLarge', { variables: { size: text.length, max: 10_000 } })
  try {
    return JSON.parse(text)
  } catch {
    return refuse('malformed')
  }
}
