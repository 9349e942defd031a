import { fine, wrong, type FieldType } from '../fields/field-type.ts'

/** Filters as an address carries them, of any query; which there are, the query itself says. */
export const queryFilters = <const R extends boolean>(
  required: R,
): FieldType<Record<string, unknown>> & { required: R } => ({
  type: 'block',
  required,
  editable: true,
  schema: { type: 'object', description: 'The filters and the sort of the query, as in its address.' },
  parse: (input) =>
    typeof input === 'object' && input !== null && !Array.isArray(input)
      ? fine(input as Record<string, unknown>)
      : wrong({ code: input === undefined ? 'required' : 'wrongType' }),
  store: (value) => value,
  restore: (stored) => stored as Record<string, unknown>,
  present: (value) => value,
})
