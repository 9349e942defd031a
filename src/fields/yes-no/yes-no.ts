import { fine, wrong, type FieldType } from '../field-type.ts'

export function yesNo<const R extends boolean>(options: {
  required: R
  fromText?: true
}): FieldType<boolean> & { required: R } {
  return {
    ...options,
    type: 'yes-no',
    schema: { type: 'boolean' },
    editable: true,
    parse: (input) => {
      if (input === undefined || input === null) return wrong({ code: 'required' })
      if (options.fromText && (input === 'true' || input === 'false')) return fine(input === 'true')
      return typeof input === 'boolean' ? fine(input) : wrong({ code: 'wrongType' })
    },
    store: (value) => value,
    restore: (stored) => stored as boolean,
    present: (value) => value,
  }
}
