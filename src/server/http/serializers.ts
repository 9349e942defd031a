import fastJsonStringify, { type Options, type Schema } from 'fast-json-stringify'

type Write = (answer: unknown) => string

/**
 * What writes an answer by its schema is made when the first answer is written: for all routes at once it is half of a start,
 * and most of them are asked for later or never. Routes that answer alike, as all that change a ticket, share it.
 */
export function writersWhenAsked(shared: unknown, options: Options = {}) {
  const made = new Map<string, Write>()
  const make = (schema: unknown): Write =>
    fastJsonStringify(withNullable(schema) as Schema, {
      ...options,
      schema: withNullable(shared) as Record<string, Schema>,
    })
  return ({ schema }: { schema?: unknown }): Write => {
    let write: Write | undefined
    return (answer) => {
      if (!write) {
        const form = JSON.stringify(schema)
        write = made.get(form) ?? make(schema)
        made.set(form, write)
      }
      return write(answer)
    }
  }
}

/**
 * `anyOf` of something and null, as `nullable`. Of `anyOf` fast-json-stringify makes a validator of everything below and asks it
 * at each answer which it is; of `nullable` it asks whether it is null.
 */
export function withNullable(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withNullable)
  if (typeof schema !== 'object' || schema === null) return schema
  const parts = Object.fromEntries(Object.entries(schema).map(([name, part]) => [name, withNullable(part)]))
  const something = eitherThisOrNull(parts)
  return something ? { ...parts, anyOf: undefined, ...something, nullable: true } : parts
}

function eitherThisOrNull({ anyOf }: Record<string, unknown>): object | undefined {
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return undefined
  const isNull = (part: unknown) => (part as { type?: unknown }).type === 'null'
  const others = anyOf.filter((part) => !isNull(part)) as object[]
  return others.length === 1 ? others[0] : undefined
}
