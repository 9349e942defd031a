import { fine, wrong, type FieldType } from './field-type.ts'

/** Where a list goes on: what its answer gave as `next`, read by the list itself; what it cannot read is refused. */
export const cursorBy = <Place>(
  read: (text: string) => Place | null | undefined,
): FieldType<Place> & { required: false } => ({
  type: 'cursor',
  required: false,
  editable: true,
  schema: { type: 'string', description: 'The `next` of the page before.' },
  parse: (input) => {
    const place = typeof input === 'string' ? read(input) : undefined
    return place ? fine(place) : wrong({ code: 'wrongType' })
  },
  store: (value) => value,
  restore: (stored) => stored as Place,
  present: (value) => value,
})
