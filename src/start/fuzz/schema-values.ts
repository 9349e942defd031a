import fc from 'fast-check'
import { hostileTexts, hostileValues } from './hostile.ts'

export type Schema = { readonly [keyword: string]: any } // oxlint-disable-line no-explicit-any -- JSON Schema

const words = ['Help', 'The printer is on fire', 'مرحبا', 'Bonjour', 'open', 'en', 'ar', 'desk', '2', 'UTC', 'customer']

/** Values that a schema of ours takes, or nearly: what it says of a text's shape is followed where that is easy. */
export function fitting(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const either = schema['anyOf'] ?? schema['oneOf']
  if (either) return fc.oneof(...either.map((one: Schema) => fitting(one, ids)))
  if (schema['enum']) return fc.constantFrom(...schema['enum'])
  if (Array.isArray(schema['type']))
    return fc.oneof(...schema['type'].map((type: string) => fitting({ ...schema, type }, ids)))
  switch (schema['type']) {
    case 'integer':
    case 'number':
      return fc.integer({ min: schema['minimum'] ?? -5, max: Math.min(schema['maximum'] ?? 1_000, 2 ** 31 - 1) })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(fitting(schema['items'] ?? {}, ids), { minLength: schema['minItems'] ?? 0, maxLength: 3 })
    case 'object':
      return object(schema, ids)
    case 'string':
      return text(schema, ids)
    default:
      return fc.constantFrom(...hostileValues)
  }
}

function object(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const properties = Object.fromEntries(
    Object.entries((schema['properties'] ?? {}) as Record<string, Schema>).map(([name, one]) => [
      name,
      fitting(one, ids),
    ]),
  )
  const named = fc.record(properties, { requiredKeys: schema['required'] ?? [] })
  if (typeof schema['additionalProperties'] !== 'object') return named
  const keys = schema['propertyNames'] ? fc.constantFrom('en', 'ar', 'fr', 'zh-Hant') : fc.constantFrom(...words)
  return fc.dictionary(keys, fitting(schema['additionalProperties'], ids), { maxKeys: 3 })
}

function text(schema: Schema, ids: readonly string[]): fc.Arbitrary<string> {
  if (schema['format'] === 'uuid') return fc.oneof(fc.constantFrom(...ids), fc.uuid())
  if (schema['format'] === 'date-time') return moments
  if (schema['format'] === 'date') return moments.map((moment) => moment.slice(0, 10))
  if (schema['format'] === 'email') return fc.emailAddress()
  if (typeof schema['pattern'] === 'string' && schema['pattern'].startsWith('^'))
    return fc.oneof(fc.constantFrom(...words), fc.stringMatching(new RegExp(schema['pattern'])))
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...words, ...ids) },
    { weight: 1, arbitrary: fc.string({ maxLength: 40, unit: 'binary' }) },
  )
}

const moments = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())

/** The same value spoilt in one place: a leaf exchanged, a field left out or a stranger put in. */
export const spoilt = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(values, fc.nat(), fc.constantFrom(...hostileValues), fc.constantFrom('exchange', 'drop', 'add'))
    .map(([value, place, hostile, how]) => spoil(structuredClone(value), place, hostile, how))

function spoil(value: unknown, place: number, hostile: unknown, how: string): unknown {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return hostile
  const holder = value as Record<string, unknown>
  if (how === 'add') return { ...holder, [String(hostileTexts[place % hostileTexts.length])]: hostile }
  const key = Object.keys(holder)[place % Object.keys(holder).length]!
  if (how === 'drop') delete holder[key]
  else holder[key] = place % 3 === 0 ? spoil(holder[key], place >> 2, hostile, how) : hostile
  return holder
}
