import { fine, wrong, type FieldType } from '../../fields/field-type.ts'
import { shortText } from '../../fields/short-text/short-text.ts'
import { id } from '../../fields/user/user.ts'
import type { Named } from '../named.ts'

/** Filters as an address carries them; which there are, the query itself says. */
const filters = <const R extends boolean>(required: R): FieldType<Record<string, unknown>> & { required: R } => ({
  type: 'block',
  required,
  editable: true,
  schema: { type: 'object', description: 'The filters and the sort of the query, as in its address.' },
  parse: (input) =>
    typeof input === 'object' && input !== null && !Array.isArray(input)
      ? fine(input as Record<string, unknown>)
      : wrong({ code: input === undefined ? 'required' : 'wrongType' }),
  store: (value) => value,
  restore: (stored) => stored as Record<string, unknown>,
  present: (value) => value,
})

/** The group with which it is shared; null: with nobody. */
const sharedWith: FieldType<string | null> & { required: false } = {
  ...id({ required: false }),
  required: false,
  schema: { anyOf: [{ type: 'string', format: 'uuid' }, { type: 'null' }] },
  parse: (input) => (input === null ? fine(null) : id({ required: true }).parse(input)),
}

const query = shortText({ required: true, max: 50 })
export const listSavedForm = { query: { ...query, required: false as const } }
export const saveForm = {
  query,
  name: shortText({ required: true, max: 100 }),
  filters: filters(true),
  group: sharedWith,
}
export const changeSavedForm = {
  name: shortText({ required: false, max: 100 }),
  filters: filters(false),
  group: sharedWith,
}

export type SavedQuery = {
  id: string
  query: string
  name: string
  filters: Record<string, unknown>
  owner: Named
  /** With whom it is shared. */
  group: Named | null
  /** Whether the reader may change it. */
  own: boolean
}
