import { dateTime } from '../../fields/date-time/date-time.ts'
import { fine, wrong, type FieldType } from '../../fields/field-type.ts'

/** Where a page ended: the sort values of its last row, and the sort that they belong to. */
export type PlaceInList = { sort: string; values: (string | number)[] }

export const placeInList: FieldType<PlaceInList> & { required: false } = {
  type: 'cursor',
  required: false,
  editable: true,
  schema: { type: 'string', description: 'The `next` of the page before.' },
  parse: (input) => {
    const place = typeof input === 'string' && input.length < 500 ? read(input) : undefined
    return place ? fine(place) : wrong({ code: 'wrongType' })
  },
  store: (value) => value,
  restore: (stored) => stored as PlaceInList,
  present: (value) => value,
}

function read(cursor: string): PlaceInList | undefined {
  try {
    const [sort, ...values] = JSON.parse(atob(cursor.replace(/-/g, '+').replace(/_/g, '/'))) as unknown[]
    return typeof sort === 'string' && values.every(isPlain)
      ? { sort, values: values as (string | number)[] }
      : undefined
  } catch {
    return undefined
  }
}

const isPlain = (value: unknown): boolean =>
  Number.isSafeInteger(value) || (typeof value === 'string' && instant.parse(value).ok)

const instant = dateTime({ required: true })
