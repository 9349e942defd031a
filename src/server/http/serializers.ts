import fastJsonStringify, { type Options, type Schema } from 'fast-json-stringify'

type Write = (answer: unknown) => string

/**
 * What writes an answer by its schema is made when the first answer is written: for all routes at once it is half of a start,
 * and most of them are asked for later or never.
 */
export function writersWhenAsked(shared: unknown, options: Options = {}) {
  return ({ schema }: { schema?: unknown }): Write => {
    let write: Write | undefined
    const make = () => fastJsonStringify(schema as Schema, { ...options, schema: shared as Record<string, Schema> })
    return (answer) => (write ??= make())(answer)
  }
}
