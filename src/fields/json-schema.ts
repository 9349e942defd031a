// The pieces of which the forms of answers are made, as JSON Schema has them: published, and what writes the answers. What a
// form does not name is not sent.
export const string = { type: 'string' } as const
export const integer = { type: 'integer' } as const
export const boolean = { type: 'boolean' } as const
/** ISO 8601, in UTC. */
export const instant = { type: 'string', format: 'date-time' } as const

/** Has all of these but for the optional ones, and nothing else. */
export const object = (properties: object, optional: readonly string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
})

/** One of JSON's own types, or null: `nullable('string', 'date-time')`. */
export const nullable = (type: string, format?: string) => ({ type: [type, 'null'], ...(format ? { format } : {}) })

/** Whatever has a form, or null. */
export const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] })

/** A person or a thing by its id and what it is called. */
export const named = object({ id: string, name: string })

/** A list that comes page by page: `next` is where the following one begins. */
export const pagedList = (item: object) => object({ items: { type: 'array', items: item }, next: nullable('string') })

/** A list that comes whole. */
export const wholeList = (item: object) => object({ items: { type: 'array', items: item }, next: { type: 'null' } })
