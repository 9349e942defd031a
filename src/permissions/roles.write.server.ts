import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { builtInRoleKeys, builtInRoles } from './roles.ts'

/** At every start: the built-in roles carry what roles.ts says, until an administrator customised them. */
export async function writeBuiltInRoles(db: Kysely<Tables>): Promise<void> {
  for (const key of builtInRoleKeys) {
    await db
      .updateTable('role')
      .set({ permissions: [...builtInRoles[key]] })
      .where('key', '=', key)
      .where('built_in', '=', true)
      .where('customised', '=', false)
      .execute()
  }
}
