import { takesKey, type Endpoint } from './endpoint.ts'

type Operation = { responses: object; parameters?: object[] }
type Published = { components?: object; paths?: Record<string, Record<string, object>> }

/** An RFC 9457 problem: how everything that is refused, and what fails, is answered. */
const problem = {
  type: 'object',
  description: 'A problem as RFC 9457 has it. `code` is stable; `title` is in the language of whoever asks.',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    code: { type: 'string' },
    errors: {
      type: 'array',
      minItems: 1,
      description: 'With 422: each field that was not taken, and why.',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
        required: ['field', 'code', 'message'],
      },
    },
    may: { type: 'array', items: { type: 'string' }, description: 'With 409: what is possible now.' },
    reference: {
      type: 'string',
      description: 'With 500, and with 503 where the database was the cause: what the log calls it.',
    },
  },
  required: ['type', 'title', 'status', 'code'],
}

const refused = {
  description: 'Refused, and why.',
  headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

const retryAfter = {
  description: 'With 429 and 503: seconds until asking again makes sense.',
  schema: { type: 'integer' },
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'Names this change. Sent once more within a week, with the same key and the same body, it is not done again, and gets the answer of the first time; with another body it is refused.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
}

/** How a person says who they are; a program has a key instead. */
export const signedIn: Record<string, string[]>[] = [{ session: [] }, { sessionOverHttps: [] }]

const aFile = {
  required: true,
  content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
}

/**
 * What Fastify does not say by itself: refusals, answers without content or other than JSON, what needs no sign-in, headers, files;
 * and the addresses `byHand`.
 */
export function completed<Desk, Caller>(
  document: object,
  endpoints: readonly Endpoint<Desk, Caller>[],
  byHand: object,
): object {
  const { components, paths = {} } = document as Published
  const completedPaths = structuredClone(paths)
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/\(.*?\)/g, '').replace(/:(\w+)/g, '{$1}')
    const operation = completedPaths[path]?.[endpoint.method.toLowerCase()] as Operation | undefined
    if (!operation) throw new Error(`${endpoint.method} ${path} is served and not published`)
    Object.assign(operation, {
      ...(endpoint.access === 'anyone' ? { security: [] } : {}),
      ...(endpoint.inPerson ? { security: signedIn } : {}),
      ...parametersOf(endpoint, operation),
      ...(endpoint.takesFile ? { requestBody: aFile } : {}),
      responses: { ...answered(endpoint, operation.responses), default: refused },
    })
  }
  for (const [path, methods] of Object.entries(structuredClone(byHand) as typeof paths)) {
    for (const operation of Object.values(methods) as Operation[])
      operation.responses = { ...operation.responses, default: refused }
    completedPaths[path] = methods
  }
  const shared = {
    schemas: { Problem: problem },
    parameters: { IdempotencyKey: idempotencyKey },
    headers: { RetryAfter: retryAfter },
  }
  return { ...document, paths: completedPaths, components: { ...components, ...shared } }
}

function parametersOf<Desk, Caller>(endpoint: Endpoint<Desk, Caller>, { parameters = [] }: Operation): object {
  const headers = (endpoint.reads ?? []).map((each) => ({ ...each, in: 'header', schema: { type: 'string' } }))
  const keyed = takesKey(endpoint) ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []
  const all = [...parameters, ...headers, ...keyed]
  return all.length > 0 ? { parameters: all } : {}
}

function answered<Desk, Caller>({ answer, media, status = 200 }: Endpoint<Desk, Caller>, published: object): object {
  if (answer) return published
  if (media) {
    const content = Object.fromEntries([media].flat().map((each) => [each, { schema: { type: 'string' } }]))
    return { [status]: { description: 'As a file.', content } }
  }
  return { [status]: { description: 'Done.' } }
}
