import fc from 'fast-check'
import type { Character } from '../../testing/cast.server.ts'
import { hostileTexts, hostileValues } from './hostile.ts'
import { fitting, spoilt, type Schema } from './schema-values.ts'

export type Operation = {
  method: string
  path: string
  parameters: { name: string; in: string; required?: boolean; schema: Schema }[]
  body: Schema | null
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}

export type FuzzRequest = { who: Character | null; method: string; path: string; body?: unknown }

/** What is there to be named: by the beginning of an address, and all ids together. */
export type Known = { values: Record<string, readonly string[]>; ids: readonly string[] }

/** Requests of one operation: as its schemas have them, spoilt, or hostile from the start. */
export function requestsOf(operation: Operation, known: Known): fc.Arbitrary<FuzzRequest> {
  const places = operation.parameters.filter(({ in: where }) => where === 'path')
  const asked = operation.parameters.filter(({ in: where }) => where === 'query')
  return fc
    .record({
      who: fc.constantFrom(...whoAsks(operation.path)),
      params: fc.tuple(...places.map(({ name }) => placeValue(operation.path, name, known))),
      query: fc.record(Object.fromEntries(asked.map(({ name, schema }) => [name, queryValue(schema, known.ids)])), {
        requiredKeys: asked.filter(({ required }) => required).map(({ name }) => name),
      }),
      stranger: fc.oneof(
        { weight: 9, arbitrary: fc.constant('') },
        { weight: 1, arbitrary: fc.constantFrom('x=1', 'limit=1&limit=2', '__proto__[a]=1', '%', 'a=%ff') },
      ),
      body: bodies(operation.body, known.ids),
    })
    .map(({ who, params, query, stranger, body }) => {
      const path = places.reduce(
        (filled, { name }, index) => filled.replace(`{${name}}`, encoded(String(params[index]))),
        operation.path,
      )
      const search = [
        ...Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(String(value))}`),
        ...(stranger ? [stranger] : []),
      ].join('&')
      return {
        who,
        method: operation.method,
        path: search ? `${path}?${search}` : path,
        ...(operation.body || operation.method === 'POST' ? { body } : {}),
      }
    })
}

/** Mostly those who may, so that what lies behind the door is reached as well. */
const whoAsks = (path: string): (Character | null)[] =>
  path.startsWith('/api/v1/tickets')
    ? ['mariam', 'mariam', 'mariam', 'salma', 'salma', 'salma', 'omar', 'adam', null]
    : ['adam', 'adam', 'adam', 'adam', 'adam', 'mariam', 'mariam', 'salma', 'omar', null]

const placeValue = (path: string, name: string, { values }: Known): fc.Arbitrary<string> => {
  const beginning = Object.keys(values)
    .filter((known) => path.startsWith(known))
    .toSorted((one, other) => other.length - one.length)[0]
  const there = values[beginning ?? ''] ?? []
  return fc.oneof(
    ...(there.length > 0 ? [{ weight: 6, arbitrary: fc.constantFrom(...there) }] : []),
    { weight: 1, arbitrary: name === 'number' ? fc.nat().map(String) : fc.uuid() },
    { weight: 1, arbitrary: fc.constantFrom(...hostileTexts.filter((text) => text.length < 300)) },
  )
}

const queryValue = (schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 8, arbitrary: fitting(schema, ids) },
    { weight: 1, arbitrary: fc.constantFrom(...hostileTexts.filter((text) => text.length < 5_000)) },
  )

const bodies = (schema: Schema | null, ids: readonly string[]): fc.Arbitrary<unknown> =>
  schema === null
    ? fc.constantFrom(undefined, {}, { nonsense: true })
    : fc.oneof(
        { weight: 6, arbitrary: fitting(schema, ids) },
        { weight: 4, arbitrary: spoilt(fitting(schema, ids)) },
        { weight: 1, arbitrary: fc.constantFrom(undefined, ...hostileValues) },
      )

/** As a careless program would: lone surrogates cannot be written into an address. */
function encoded(text: string): string {
  try {
    return encodeURIComponent(text)
  } catch {
    return '%ED%A0%80'
  }
}
