import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { refuseFields } from '../server/errors/refusal.ts'

/** 422 where there is no such organisation; none is fine. */
export async function checkOrganisation(db: Kysely<Tables>, id: string | null | undefined): Promise<void> {
  if (!id) return
  const known = await db.selectFrom('organisation').select('id').where('id', '=', id).executeTakeFirst()
  if (!known) refuseFields({ field: 'organisation', code: 'notInList' })
}

/** 422 where one of the roles does not exist. Held until they are given: one that goes at this moment is waited for, and gone. */
export async function checkRoles(db: Kysely<Tables>, keys: readonly string[], field = 'roles'): Promise<void> {
  if (keys.length === 0) return
  const known = await db.selectFrom('role').select('key').where('key', 'in', keys).forKeyShare().execute()
  const unknown = keys.findIndex((key) => !known.some((role) => role.key === key))
  if (unknown >= 0) refuseFields({ field: `${field}.${unknown}`, code: 'notInList' })
}
