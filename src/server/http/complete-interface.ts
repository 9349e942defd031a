import type { Endpoint } from './endpoint.ts'

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
    reference: { type: 'string', description: 'With 500: what the log calls it.' },
  },
  required: ['type', 'title', 'status', 'code'],
}

const refused = {
  description: 'Refused, and why.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

/** What Fastify does not say by itself: refusals, answers without content or other than JSON, what needs no sign-in. */
export function completed<Desk, Caller>(document: object, endpoints: readonly Endpoint<Desk, Caller>[]): object {
  const { components, paths = {} } = document as Published
  const completedPaths = structuredClone(paths)
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/\(.*?\)/g, '').replace(/:(\w+)/g, '{$1}')
    const operation = completedPaths[path]?.[endpoint.method.toLowerCase()] as { responses: object } | undefined
    if (!operation) throw new Error(`${endpoint.method} ${path} is served and not published`)
    Object.assign(operation, {
      ...(endpoint.access === 'anyone' ? { security: [] } : {}),
      responses: { ...answered(endpoint, operation.responses), default: refused },
    })
  }
  return { ...document, paths: completedPaths, components: { ...components, schemas: { Problem: problem } } }
}

function answered<Desk, Caller>({ answer, media, status = 200 }: Endpoint<Desk, Caller>, published: object): object {
  if (answer) return published
  if (media) return { [status]: { description: 'As a file.', content: { [media]: { schema: { type: 'string' } } } } }
  return { [status]: { description: 'Done.' } }
}
