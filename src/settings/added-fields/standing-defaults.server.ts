import type { Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import type { Assignee } from '../../fields/user-group/user-group.ts'
import type { AddedField } from './added-field.ts'
import { strangers } from './strangers.server.ts'

/**
 * The fields with the defaults that still hold. A member may have left the group since it was chosen: then the group alone
 * stands in, and where that is gone nothing does. Whoever writes a request chose neither, and can mend neither.
 */
export const standingDefaults = (db: Kysely<Tables>, fields: readonly AddedField[]): Promise<AddedField[]> =>
  Promise.all(fields.map(async (field) => ({ ...field, default: await standing(db, field) })))

async function standing(db: Kysely<Tables>, field: AddedField): Promise<unknown> {
  if (field.default === null || field.type !== 'user-group') return field.default
  const { group } = field.default as Assignee
  for (const value of [field.default, { group, member: null }])
    if ((await strangers(db, [field], { [field.key]: value }, 'custom')).length === 0) return value
  return null
}
