// The pages' way to the server: the same public interface that everybody uses, JSON both ways, refusals thrown as Problems.
import { newKey } from './new-key.ts'
import { offline, problemOf } from './problem.ts'
import type { Problem } from './problem.ts'

export { Problem } from './problem.ts'
export type { FieldError } from './problem.ts'

type Query = Readonly<Record<string, string | number | boolean | undefined | null>>
type Options = {
  readonly query?: Query
  readonly signal?: AbortSignal | undefined
  /** Given again when the same intention is sent again (a retry after a reload): the server answers it once. */
  readonly idempotencyKey?: string
  /** Sent even when the page goes away in this moment. */
  readonly keepalive?: boolean
}
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export const api = {
  get: <T>(path: string, options: Options = {}): Promise<T> => ask('GET', path, undefined, options),
  post: <T>(path: string, body?: unknown, options: Options = {}): Promise<T> => once(path, body, options),
  put: <T>(path: string, body: unknown, options: Options = {}): Promise<T> => ask('PUT', path, body, options),
  patch: <T>(path: string, body: unknown, options: Options = {}): Promise<T> => ask('PATCH', path, body, options),
  delete: <T>(path: string, options: Options = {}): Promise<T> => ask('DELETE', path, undefined, options),
}

const underWay = new Map<string, Promise<unknown>>()

/** The same thing asked again before the answer is there is a double click: it happens once, and both get that answer. */
const once = <T>(path: string, body: unknown, options: Options): Promise<T> => {
  if (options.signal) return ask('POST', path, body, options)
  const what = JSON.stringify([path, body, options])
  const asked = underWay.get(what) ?? ask('POST', path, body, options).finally(() => underWay.delete(what))
  underWay.set(what, asked)
  return asked as Promise<T>
}

const ask = async <T>(method: Method, path: string, body: unknown, options: Options): Promise<T> => {
  const key = method === 'POST' ? (options.idempotencyKey ?? newKey()) : undefined
  const request = (): Promise<Response> =>
    fetch(addressOf(path, options.query), {
      method,
      credentials: 'same-origin',
      headers: headersOf(body, key),
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(options.signal && { signal: options.signal }),
      ...(options.keepalive && { keepalive: true }),
    })
  const answer = await withRetry(request, method === 'GET' || key !== undefined, options.signal)
  if (!answer.ok) throw await problemOf(answer)
  return (answer.status === 204 ? undefined : await answer.json()) as T
}

export const addressOf = (path: string, query: Query = {}): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  return search.size ? `${path}?${search}` : path
}

const headersOf = (body: unknown, key: string | undefined): Record<string, string> => ({
  accept: 'application/json',
  ...(body !== undefined && { 'content-type': 'application/json' }),
  ...(key && { 'idempotency-key': key }),
})

/** A lost connection or a server that is starting is asked once more, soon, with the same key: it cannot happen twice. */
const withRetry = async (
  request: () => Promise<Response>,
  mayRepeat: boolean,
  signal?: AbortSignal,
): Promise<Response> => {
  const first = await attempt(request, signal)
  if (!mayRepeat || !isPassing(first)) return answered(first)
  await pause(first instanceof Response ? waitAskedFor(first) : soon)
  signal?.throwIfAborted()
  return answered(await attempt(request, signal))
}

type Attempt = Response | Problem

/** Whoever stopped asking gets their own stop back, not a failure. */
const attempt = (request: () => Promise<Response>, signal?: AbortSignal): Promise<Attempt> =>
  request().catch((cause: unknown) => {
    if (signal?.aborted) throw cause
    return offline(cause)
  })

const answered = (attempted: Attempt): Response => {
  if (attempted instanceof Response) return attempted
  throw attempted
}

const isPassing = (attempted: Attempt): boolean =>
  !(attempted instanceof Response) || [502, 503, 504].includes(attempted.status)

const soon = 400
const waitAskedFor = (answer: Response): number => {
  const seconds = Number(answer.headers.get('retry-after'))
  return seconds > 0 ? Math.min(seconds * 1000, 3000) : soon
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))
