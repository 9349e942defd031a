import { fine, wrong, type FieldType } from '../field-type.ts'

/** A whole number within bounds. `fromText` also takes digits as text, as an address's query carries them. */
export function wholeNumber<const R extends boolean>(options: {
  required: R
  min: number
  max: number
  fromText?: true
}): FieldType<number> & { required: R } {
  const { min, max, fromText } = options
  return {
    ...options,
    type: 'number',
    schema: { type: 'integer', minimum: min, maximum: max },
    editable: true,
    parse: (input) => {
      if (input === undefined || input === null) return wrong({ code: 'required' })
      const value = fromText && typeof input === 'string' && /^\d{1,15}$/.test(input) ? Number(input) : input
      if (typeof value !== 'number' || !Number.isInteger(value)) return wrong({ code: 'wrongType' })
      return value < min || value > max ? wrong({ code: 'outOfRange', min, max }) : fine(value)
    },
    store: (value) => value,
    restore: (stored) => Number(stored),
    present: (value) => value,
  }
}
