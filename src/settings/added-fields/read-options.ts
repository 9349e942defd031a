import { classification } from '../../fields/classification/classification.ts'
import { parseForm, type Form, type FormError } from '../../fields/form.ts'
import {
  multilingualText,
  type LanguageOf,
  type MultilingualTextType,
} from '../../fields/multilingual-text/multilingual-text.ts'
import { decimalNumber } from '../../fields/number/decimal-number.ts'
import { wholeNumber } from '../../fields/number/whole-number.ts'
import { shortText } from '../../fields/short-text/short-text.ts'
import { yesNo } from '../../fields/yes-no/yes-no.ts'
import { colours } from '../colours.ts'
import { longestShortText, type AddedFieldType, type Choice, type FieldOptions } from './added-field.ts'

const bound = decimalNumber({ required: false, decimals: 6 })
const length = (max: number) => wholeNumber({ required: false, min: 1, max })

const forms: Record<AddedFieldType, Form> = {
  'short-text': { max: length(longestShortText) },
  'multilingual-text': {
    max: length(50_000),
    lines: classification({ required: false, values: ['one', 'many'] }),
  },
  number: { min: bound, max: bound, decimals: wholeNumber({ required: false, min: 0, max: 6 }) },
  'yes-no': {},
  date: {},
  'date-time': {},
  classification: {},
  scale: {
    min: wholeNumber({ required: false, min: 0, max: 1 }),
    max: wholeNumber({ required: false, min: 2, max: 10 }),
  },
  user: {},
  'user-group': {},
  file: {},
}

const choiceForm = {
  value: shortText({ required: true, max: 40, shape: { matches: /^[A-Za-z0-9][\w-]{0,39}$/, otherwise: 'wrongType' } }),
  label: multilingualText({ required: true, max: 100, lines: 'one', isName: true }),
  colour: classification({ required: false, values: colours }),
  retired: yesNo({ required: false }),
}

const mostChoices = 200

type Read = { options: FieldOptions; errors: FormError[] }

/** The options of a field by its type; `before` is the field as it stands, whose values may be retired but not lost. */
export function readOptions(
  type: AddedFieldType,
  given: Record<string, unknown>,
  languageOf: LanguageOf,
  before?: FieldOptions,
): Read {
  const { values, ...rest } = given
  const parsed = parseForm(forms[type], type === 'classification' ? rest : given)
  if (!parsed.ok) return { options: {}, errors: parsed.errors.map((error) => inside(error)) }
  const options: FieldOptions = parsed.values
  if (options.min !== undefined && options.max !== undefined && options.min > options.max)
    return { options, errors: [{ field: 'options.max', code: 'outOfRange', min: options.min, max: options.max }] }
  if (type !== 'classification') return { options, errors: [] }
  return readChoices(values, languageOf, before?.values ?? [])
}

function readChoices(given: unknown, languageOf: LanguageOf, before: readonly Choice[]): Read {
  const errors: FormError[] = []
  if (!Array.isArray(given) || given.length === 0)
    return { options: {}, errors: [{ field: 'options.values', code: given === undefined ? 'required' : 'wrongType' }] }
  if (given.length > mostChoices)
    return {
      options: {},
      errors: [{ field: 'options.values', code: 'tooLong', max: mostChoices, length: given.length }],
    }
  const values: Choice[] = []
  given.forEach((each: unknown, index) => {
    const parsed = parseForm(choiceForm, each ?? {}, (field, input) =>
      field.type === 'multilingual-text'
        ? (field as MultilingualTextType).parse(input, languageOf)
        : field.parse(input),
    )
    const at = `values.${index}`
    if (!parsed.ok) errors.push(...parsed.errors.map((error) => inside(error, at)))
    else if (values.some(({ value }) => value === parsed.values.value))
      errors.push({ field: `options.${at}.value`, code: 'alreadyThere' })
    else values.push(parsed.values)
  })
  // a value that tickets may hold keeps its name: it is retired, not removed
  const lost = before.find(({ value }) => !values.some((each) => each.value === value))
  if (lost && errors.length === 0) errors.push({ field: 'options.values', code: 'valueLost', value: lost.value })
  return { options: { values }, errors }
}

const inside = (error: FormError, at?: string): FormError => ({
  ...error,
  field: ['options', at, error.field].filter(Boolean).join('.'),
})
