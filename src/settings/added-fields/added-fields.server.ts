import type { Kysely, Selectable } from 'kysely'
import type { AddedFieldRow } from '../../entities/settings-tables.ts'
import type { Tables } from '../../entities/tables.ts'
import type { AddedField, AddedFieldType } from './added-field.ts'

/** The definitions as they are in this transaction or connection; a new one counts from the next request on. */
export async function addedFields(db: Kysely<Tables>): Promise<AddedField[]> {
  const rows = await db
    .selectFrom('added_field')
    .select([...columns])
    .orderBy('position')
    .orderBy('key')
    .execute()
  return rows.map(addedFieldOf)
}

const columns = [
  'key',
  'type',
  'options',
  'label',
  'help',
  'required',
  'visible_to',
  'position',
  'default_value',
  'retired_at',
] as const

const addedFieldOf = (row: Pick<Selectable<AddedFieldRow>, (typeof columns)[number]>): AddedField => ({
  key: row.key,
  type: row.type as AddedFieldType,
  options: row.options,
  label: row.label,
  help: row.help,
  required: row.required,
  visibleTo: row.visible_to,
  order: row.position,
  default: row.default_value,
  retired: row.retired_at !== null,
})
