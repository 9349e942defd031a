import { fine, wrong, type FieldType } from '../field-type.ts'

export type Scale = FieldType<number> & { readonly min: number; readonly max: number }

/** The document's Converter: a bounded whole-number scale, entered as stars, put into words in the reader's language. */
export function scale<const R extends boolean>(options: {
  required: R
  min: number
  max: number
}): Scale & { required: R } {
  const { min, max } = options
  return {
    ...options,
    type: 'scale',
    schema: { type: 'integer', minimum: min, maximum: max },
    editable: true,
    parse: (input) => {
      if (input === undefined || input === null) return wrong({ code: 'required' })
      if (typeof input !== 'number' || !Number.isInteger(input)) return wrong({ code: 'wrongType' })
      return input < min || input > max ? wrong({ code: 'outOfRange', min, max }) : fine(input)
    },
    store: (value) => value,
    restore: (stored) => Number(stored),
    present: (value) => value,
  }
}
