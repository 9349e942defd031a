import { fine, wrong, type FieldType } from '../../fields/field-type.ts'

/** Some of a closed list, as an address carries them: `ended=accepted,silence`. */
export function several<const Value extends string>(
  values: readonly Value[],
): FieldType<Value[]> & { required: false } {
  return {
    type: 'classification',
    required: false,
    editable: true,
    schema: { type: 'string', description: `One or more, with commas between: ${values.join(', ')}` },
    parse: (input) => {
      const given = Array.isArray(input) ? input : typeof input === 'string' ? input.split(',') : undefined
      if (!given || given.length > values.length) return wrong({ code: 'wrongType' })
      const strange = given.some((each) => !values.includes(each as Value))
      return strange ? wrong({ code: 'notInList' }) : fine([...new Set(given as Value[])])
    },
    store: (value) => value,
    restore: (stored) => stored as Value[],
    present: (value) => value,
  }
}
