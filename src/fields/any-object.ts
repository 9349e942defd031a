import { fine, wrong, type FieldType } from './field-type.ts'

/** An object whose names are not known beforehand; whoever takes it reads each of them by its own type. */
export function anyObject<const R extends boolean>(options: {
  required: R
}): FieldType<Record<string, unknown>> & { required: R } {
  return {
    ...options,
    type: 'object',
    schema: { type: 'object', additionalProperties: true },
    editable: true,
    parse: (input) => {
      if (input === undefined || input === null) return wrong({ code: 'required' })
      if (typeof input !== 'object' || Array.isArray(input)) return wrong({ code: 'wrongType' })
      return fine(input as Record<string, unknown>)
    },
    store: (value) => value,
    restore: (stored) => stored as Record<string, unknown>,
    present: (value) => value,
  }
}
