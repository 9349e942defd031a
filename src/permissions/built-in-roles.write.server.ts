import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { builtInRoles } from './roles.ts'

/** The built-in roles follow the product's own list until an administrator has changed them. */
export async function writeBuiltInRoles(db: Kysely<Tables>): Promise<void> {
  for (const [key, permissions] of Object.entries(builtInRoles))
    await db
      .updateTable('role')
      .set({ permissions: [...permissions] })
      .where('key', '=', key)
      .where('customised', '=', false)
      .execute()
}
