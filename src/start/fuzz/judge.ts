import Schema from 'typebox/schema'
import type { Answer } from '../../testing/web.server.ts'
import type { FuzzRequest, Operation } from './requests.ts'

type Checker = {
  Check(value: unknown): boolean
  Errors(value: unknown): [boolean, { instancePath: string; message: string }[]]
}

/** What is wrong with an answer, in words; null where it is one that was published. */
export function openJudge(problemSchema: object) {
  const compiled = new Map<object, Checker>()
  const compile = (schema: object): Checker => {
    const known = compiled.get(schema) ?? Schema.Compile(schema)
    compiled.set(schema, known)
    return known
  }
  const unlike = (schema: object, body: unknown): string | null => {
    const checker = compile(schema)
    if (checker.Check(body)) return null
    const [, errors] = checker.Errors(body)
    return errors
      .slice(0, 3)
      .map(({ instancePath, message }) => `${instancePath} ${message}`)
      .join('; ')
  }

  return (operation: Operation, request: FuzzRequest, { status, body, headers }: Answer): string | null => {
    if (status >= 500 && status !== 503) return `answers ${status}`
    const type = headers.get('content-type')?.split(';')[0] ?? ''
    const published = operation.responses[status]
    if (published) {
      const contents = Object.entries(published.content ?? {})
      const [media, content] = contents.find(([each]) => isOfMedia(type, each)) ?? contents[0] ?? []
      if (!media || !content) return body === '' ? null : `${status} with content where none is published`
      if (!isOfMedia(type, media)) return `${status} as ${type}, published as ${media}`
      if (media !== 'application/json') return null
      const difference = unlike(content.schema, body)
      return difference && `${status} outside its schema: ${difference}`
    }
    if (status < 400) return `answers ${status}, which is not published`
    if (type !== 'application/problem+json') return `${status} as ${type}, which is no problem`
    const difference = unlike(problemSchema, body)
    if (difference) return `${status} is no proper problem: ${difference}`
    if (body.status !== status) return `${status} says ${body.status}`
    return status === 422 ? unnamed(operation, request, body) : null
  }
}

const isOfMedia = (type: string, media: string): boolean =>
  media.endsWith('/*') ? type.startsWith(media.slice(0, -1)) : type === media

/**
 * V8 13.6, which is Node 24's, may read a key of one escaped sign ("\\u0000") as a backslash, when an object of the same shape
 * came before with that key. Forms know neither, so that nothing comes of it but the name in the refusal.
 */
const asRead = (key: string): string[] => (key.length === 1 && JSON.stringify(key).length > 3 ? [key, '\\'] : [key])

/** Every 422 names a field that there is, or that was sent. */
function unnamed(operation: Operation, request: FuzzRequest, body: { code: string; errors?: { field: string }[] }) {
  if (body.errors === undefined) return `422 ${body.code} names no field`
  const sent = new URL(request.path, 'http://localhost').searchParams.keys()
  const known = new Set([
    'body',
    // a ticket's added fields, which may have to be filled before it closes
    'custom',
    ...sent,
    ...operation.parameters.map(({ name }) => name),
    ...Object.keys(operation.body?.['properties'] ?? {}),
    ...(typeof request.body === 'object' && request.body !== null ? Object.keys(request.body).flatMap(asRead) : []),
  ])
  const lost = body.errors.find(
    ({ field }) =>
      !known.has(field) && ![...known].some((name) => field === name.slice(0, 100) || field.startsWith(`${name}.`)),
  )
  return lost ? `422 names ${JSON.stringify(lost.field)}, which is neither published nor sent` : null
}
