import { anyObject } from '../../fields/any-object.ts'
import { classification } from '../../fields/classification/classification.ts'
import { fine, wrong, type FieldType, type Parsed } from '../../fields/field-type.ts'
import { multilingualText } from '../../fields/multilingual-text/multilingual-text.ts'
import { wholeNumber } from '../../fields/number/whole-number.ts'
import { shortText } from '../../fields/short-text/short-text.ts'
import { addedFieldTypes, requiredWhen, visibleTo } from './added-field.ts'

/** A key is what programs name the field by: it never changes. Names that every object has are none. */
const key: FieldType<string> & { required: false } = {
  ...shortText({ required: false, max: 40, shape: { matches: /^[a-z][A-Za-z0-9]{0,39}$/, otherwise: 'wrongType' } }),
  parse: (input): Parsed<string> => {
    const parsed = shortText({ required: false, max: 40 }).parse(input)
    if (!parsed.ok) return parsed
    return /^[a-z][A-Za-z0-9]{0,39}$/.test(parsed.value) && !(parsed.value in {})
      ? parsed
      : wrong({ code: 'wrongType' })
  },
}

/** Any value: what it must be is said by the field's type, which reads it. */
const anything: FieldType<{ given: unknown }> & { required: false } = {
  type: 'value',
  required: false,
  editable: true,
  schema: { description: 'A value of the field’s type; null: none.' },
  parse: (input) => fine({ given: input }),
  store: (value) => value.given,
  restore: (stored) => ({ given: stored }),
  present: (value) => value.given,
}

const label = multilingualText({ required: true, max: 100, lines: 'one', isName: true })
const help = multilingualText({ required: false, max: 500, lines: 'many' })

const shape = {
  help,
  required: classification({ required: false, values: requiredWhen }),
  visibleTo: classification({ required: false, values: visibleTo }),
  order: wholeNumber({ required: false, min: 0, max: 10_000 }),
  default: anything,
  options: anyObject({ required: false }),
}

export const newAddedFieldForm = {
  ...shape,
  key,
  type: classification({ required: true, values: addedFieldTypes }),
  label,
}

/** Key and type stay: what tickets hold was read by them. `help: null` and `default: null` take them away. */
export const addedFieldForm = { ...shape, label: { ...label, required: false as const } }
