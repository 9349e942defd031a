import { fine, type FieldType } from '../../fields/field-type.ts'
import { orNull } from '../../fields/json-schema.ts'
import { nameText, shortText } from '../../fields/short-text/short-text.ts'
import { id } from '../../fields/user/user.ts'
import type { Named } from '../named.ts'
import { queryFilters } from '../query-filters.ts'

/** The group with which it is shared; null: with nobody. */
const sharedWith: FieldType<string | null> & { required: false } = {
  ...id({ required: false }),
  required: false,
  schema: orNull(id({ required: false }).schema),
  parse: (input) => (input === null ? fine(null) : id({ required: true }).parse(input)),
}

const query = shortText({ required: true, max: 50 })
export const listSavedForm = { query: { ...query, required: false as const } }
export const saveForm = {
  query,
  name: nameText({ required: true, max: 100 }),
  filters: queryFilters(true),
  group: sharedWith,
}
export const changeSavedForm = {
  name: nameText({ required: false, max: 100 }),
  filters: queryFilters(false),
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
