// What a request is refused or fails with: RFC 9457 with our additions, and the two failures that no server can tell us about.

export type FieldError = { readonly field: string; readonly code: string; readonly message: string }
type Told = {
  status: number
  code: string
  title: string
  detail?: string
  errors?: readonly FieldError[]
  may?: readonly string[]
  reference?: string
  [more: string]: unknown
}

export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string | undefined
  readonly errors: readonly FieldError[]
  /** What is possible instead, with a 409. */
  readonly may: readonly string[]
  /** What an operator can look for in the log. */
  readonly reference: string | undefined
  /** Everything the server said, further members included. */
  readonly told: Readonly<Record<string, unknown>>

  constructor(told: Told, cause?: unknown) {
    super(`${told.code}: ${told.title}`, { cause })
    this.status = told.status
    this.code = told.code
    this.title = told.title
    this.detail = told.detail
    this.errors = told.errors ?? []
    this.may = told.may ?? []
    this.reference = told.reference
    this.told = told
  }

  /** Nobody knows whether it arrived: asking again with the same key is safe. */
  get isUncertain(): boolean {
    return this.code === 'offline' || this.status >= 502
  }
}

/** No answer came: `status` is 0. */
export const offline = (cause: unknown): Problem =>
  new Problem({ status: 0, code: 'offline', title: 'The server could not be reached' }, cause)

/** Of any answer that is not good, whether our server said it or a proxy before it. */
export const problemOf = async (answer: Response): Promise<Problem> => {
  const body = await readBody(answer)
  const fallback = {
    status: answer.status,
    code: `http-${answer.status}`,
    title: answer.statusText || 'Request failed',
  }
  const reference = body['reference'] ?? answer.headers.get('x-request-id') ?? undefined
  return new Problem({
    ...fallback,
    ...body,
    status: answer.status,
    ...(typeof reference === 'string' && { reference }),
  })
}

const readBody = async (answer: Response): Promise<Record<string, unknown>> => {
  try {
    const body: unknown = await answer.json()
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
