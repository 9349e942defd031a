import { fine, wrong, type FieldType } from '../field-type.ts'

export type DecimalOptions = { min?: number; max?: number; decimals?: number }

/** Beyond these a number no longer comes back from the wire as it was sent. */
const most = 1_000_000_000_000

/** A number, by itself whole: `decimals` says how many places behind the point may be given. */
export function decimalNumber<const R extends boolean>(
  options: DecimalOptions & { required: R },
): FieldType<number> & DecimalOptions & { required: R } {
  const { min = -most, max = most, decimals = 0 } = options
  return {
    ...options,
    type: 'number',
    schema: { type: decimals === 0 ? 'integer' : 'number', minimum: min, maximum: max },
    editable: true,
    parse: (input) => {
      if (input === undefined || input === null) return wrong({ code: 'required' })
      if (typeof input !== 'number' || !Number.isFinite(input)) return wrong({ code: 'wrongType' })
      if (Number(input.toFixed(decimals)) !== input) return wrong({ code: 'wrongType' })
      return input < min || input > max ? wrong({ code: 'outOfRange', min, max }) : fine(input)
    },
    store: (value) => value,
    restore: (stored) => Number(stored),
    present: (value) => value,
  }
}
