import type { Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import type { Assignee } from '../../fields/user-group/user-group.ts'
import type { AddedField } from './added-field.ts'
import { strangers } from './strangers.server.ts'

/**
 * The fields with the defaults that still hold. Somebody may have been deactivated since they were chosen: then nobody stands
 * in. A member may have left the group: then the group alone does, and where that is gone nothing. Whoever writes a request
 * chose neither, and can mend neither.
 */
export const standingDefaults = (db: Kysely<Tables>, fields: readonly AddedField[]): Promise<AddedField[]> =>
  Promise.all(fields.map(async (field) => ({ ...field, default: await standing(db, field) })))

async function standing(db: Kysely<Tables>, field: AddedField): Promise<unknown> {
  if (field.default === null) return null
  if (field.type === 'user') return (await isActive(db, field.default as string)) ? field.default : null
  if (field.type !== 'user-group') return field.default
  const { group } = field.default as Assignee
  for (const value of [field.default, { group, member: null }])
    if ((await strangers(db, [field], { [field.key]: value }, 'custom')).length === 0) return value
  return null
}

async function isActive(db: Kysely<Tables>, id: string): Promise<boolean> {
  const row = await db.selectFrom('users').select('active').where('id', '=', id).executeTakeFirst()
  return row?.active === true
}
