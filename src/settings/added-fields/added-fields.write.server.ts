import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import type { AddedField } from './added-field.ts'

const toRow = (field: AddedField) => ({
  options: JSON.stringify(field.options),
  label: JSON.stringify(field.label),
  help: field.help && JSON.stringify(field.help),
  required: field.required,
  visible_to: field.visibleTo,
  position: field.order,
  default_value: field.default === null ? null : JSON.stringify(field.default),
})

/** False when the key is taken, a retired field's included: its values are still there. */
export async function insertAddedField(db: Transaction<Tables>, field: AddedField, at: Date): Promise<boolean> {
  const { key, type } = field
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('added_field')
    .values({ ...toRow(field), key, type, retired_at: null, created_at: at })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0) === 1
}

export async function updateAddedField(db: Transaction<Tables>, field: AddedField, at: Date): Promise<void> {
  await db
    .updateTable('added_field')
    .set({ ...toRow(field), retired_at: field.retired ? sql<Date>`coalesce(retired_at, ${at})` : null })
    .where('key', '=', field.key)
    .execute()
}
