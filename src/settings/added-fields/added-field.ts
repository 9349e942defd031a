import type { MultilingualText } from '../../fields/multilingual-text/multilingual-text.ts'
import { classification } from '../../fields/classification/classification.ts'
import { date } from '../../fields/date/date.ts'
import { dateTime } from '../../fields/date-time/date-time.ts'
import type { FieldType } from '../../fields/field-type.ts'
import { file } from '../../fields/file/file.ts'
import { multilingualText } from '../../fields/multilingual-text/multilingual-text.ts'
import { decimalNumber } from '../../fields/number/decimal-number.ts'
import { scale } from '../../fields/scale/scale.ts'
import { shortText } from '../../fields/short-text/short-text.ts'
import { userGroup } from '../../fields/user-group/user-group.ts'
import { id } from '../../fields/user/user.ts'
import { yesNo } from '../../fields/yes-no/yes-no.ts'
import type { Colour } from '../colours.ts'

/** The types that an administrator's own field may have, by the names that their folders carry. */
export const addedFieldTypes = [
  'short-text',
  'multilingual-text',
  'number',
  'yes-no',
  'date',
  'date-time',
  'classification',
  'scale',
  'user',
  'user-group',
  'file',
] as const
export type AddedFieldType = (typeof addedFieldTypes)[number]

export const requiredWhen = ['never', 'onSubmission', 'beforeClosing'] as const
export const visibleTo = ['everyone', 'staff'] as const

/** One value of an added classification. Who retires a value keeps it readable where it was chosen. */
export type Choice = { value: string; label: MultilingualText; colour?: Colour; retired?: boolean }

export type FieldOptions = {
  max?: number
  min?: number
  decimals?: number
  lines?: 'one' | 'many'
  values?: Choice[]
}

/** As long as any short text may ever have been: a field's own maximum may have been lowered since. */
export const longestShortText = 1_000

/** A field that an administrator added to the ticket. */
export type AddedField = {
  key: string
  type: AddedFieldType
  options: FieldOptions
  label: MultilingualText
  help: MultilingualText | null
  required: (typeof requiredWhen)[number]
  visibleTo: (typeof visibleTo)[number]
  order: number
  /** As it is stored in a ticket; null: none. */
  default: unknown
  retired: boolean
}

/** The rules of its values: the same types as the built-in fields', with the administrator's options. */
export function fieldOf({ type, options }: Pick<AddedField, 'type' | 'options'>): FieldType<unknown> {
  const { min, max, decimals, lines = 'many', values = [] } = options
  const required = true
  const types: Record<AddedFieldType, () => FieldType<unknown>> = {
    'short-text': () => shortText({ required, max: max ?? 200 }),
    'multilingual-text': () => multilingualText({ required, max: max ?? 5_000, lines }),
    number: () => decimalNumber({ required, min, max, decimals }),
    'yes-no': () => yesNo({ required }),
    date: () => date({ required }),
    'date-time': () => dateTime({ required }),
    classification: () =>
      classification({ required, values: values.filter(({ retired }) => !retired).map(({ value }) => value) }),
    scale: () => scale({ required, min: min ?? 1, max: max ?? 5 }),
    user: () => id({ required }),
    'user-group': () => userGroup({ required }),
    file: () => file({ required }),
  }
  return types[type]()
}

/** People and groups are chosen from lists that customers are not shown: staff fill these, customers read them. */
const filledByStaff: readonly AddedFieldType[] = ['user', 'user-group']

export const isFilledByStaff = ({ type }: Pick<AddedField, 'type'>): boolean => filledByStaff.includes(type)

export const isAskedOf = (field: Pick<AddedField, 'visibleTo' | 'type'>, side: 'staff' | 'customer'): boolean =>
  isFor(field, side) && (side === 'staff' || !isFilledByStaff(field))

/** Customers see and give what is meant for everyone; staff all. */
export const isFor = (field: Pick<AddedField, 'visibleTo'>, side: 'staff' | 'customer'): boolean =>
  side === 'staff' || field.visibleTo === 'everyone'
