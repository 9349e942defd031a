import { refuse } from '../../server/errors/refusal.ts'

/** The header in which we tell the library who is calling; one from outside never gets this far. */
export const networkHeader = 'x-sanad-network'

/** The library behind our door: a request goes on with who is calling and with its body as it was read. */
export type Pass = (request: Request, network: string, body?: unknown) => Promise<Response>

/** Asks the library; what it refuses is refused in our words, what fails in it is thrown. */
export function passTo(handler: (request: Request) => Promise<Response>): Pass {
  return async (request, network, body) => {
    const response = await handler(anew(request, network, body))
    if (response.ok) return response
    const { code = '' } = (await response.json().catch(() => ({}))) as { code?: string }
    return refuseAs(response.status, code)
  }
}

function refuseAs(status: number, code: string): never {
  if (status === 403) refuse('foreignOrigin')
  if (status === 401) refuse('wrongCredentials')
  if (code === 'INVALID_TOKEN' || code === 'USER_NOT_FOUND') refuse('linkNotValid')
  if (status < 500) refuse('malformed')
  throw new Error(`The sign-in library failed with ${status} ${code}`)
}

const forwarded = [
  'cookie',
  'origin',
  'referer',
  'host',
  'user-agent',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
]

/** The same request with nothing in it that we did not mean: known headers, no query, the body as it was read. */
function anew(request: Request, network: string, body?: unknown): Request {
  const url = new URL(request.url)
  url.search = ''
  const headers = new Headers({ [networkHeader]: network })
  for (const name of forwarded) {
    const value = request.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  if (body === undefined) return new Request(url, { method: request.method, headers })
  headers.set('content-type', 'application/json')
  return new Request(url, { method: request.method, headers, body: JSON.stringify(body) })
}

/** The body of a request, read as JSON. Nothing that signs in is long. */
export async function jsonOf(request: Request): Promise<unknown> {
  const text = await request.text()
  if (text.length > 10_000) refuse('tooLarge', { variables: { max: '10 kB' } })
  try {
    return JSON.parse(text)
  } catch {
    return refuse('malformed')
  }
}
