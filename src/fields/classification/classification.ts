import { fine, wrong, type FieldType } from '../field-type.ts'

export type Classification<Value extends string> = FieldType<Value> & { readonly values: readonly Value[] }

/** One value of a closed, ordered list. Labels and colours belong to the words and the tokens, never to the code. */
export function classification<const Value extends string, const R extends boolean>(options: {
  required: R
  values: readonly Value[]
}): Classification<Value> & { required: R } {
  const known = (input: unknown): input is Value => options.values.includes(input as Value)
  return {
    ...options,
    type: 'classification',
    schema: { type: 'string', enum: options.values },
    editable: true,
    parse: (input) => {
      if (input === undefined || input === null || input === '') return wrong({ code: 'required' })
      return known(input) ? fine(input) : wrong({ code: 'notInList' })
    },
    store: (value) => value,
    restore: (stored) => stored as Value,
    present: (value) => value,
  }
}
