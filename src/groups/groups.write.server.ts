import type { Kysely } from 'kysely'
import type { WorkingHours } from '../entities/person/person-tables.ts'
import type { Tables } from '../entities/tables.ts'
import { refuse } from '../server/errors/refusal.ts'
import { newId } from '../server/ids.server.ts'

export async function addGroup(db: Kysely<Tables>, name: string, at: Date): Promise<string> {
  const id = newId()
  await refusingTakenName(() => db.insertInto('user_group').values({ id, key: null, name, created_at: at }).execute())
  return id
}

export async function renameGroup(db: Kysely<Tables>, id: string, name: string): Promise<void> {
  await refusingTakenName(() => db.updateTable('user_group').set({ name }).where('id', '=', id).execute())
}

export type GroupChange = { lead?: string | null; timeZone?: string | null; workingHours?: WorkingHours | null }

export async function changeGroupRow(db: Kysely<Tables>, id: string, change: GroupChange): Promise<void> {
  const { lead, timeZone, workingHours } = change
  const set = {
    ...(lead === undefined ? {} : { lead_id: lead }),
    ...(timeZone === undefined ? {} : { time_zone: timeZone }),
    ...(workingHours === undefined ? {} : { working_hours: workingHours && JSON.stringify(workingHours) }),
  }
  if (Object.keys(set).length > 0) await db.updateTable('user_group').set(set).where('id', '=', id).execute()
}

export async function addMembers(db: Kysely<Tables>, group: string, users: readonly string[], at: Date): Promise<void> {
  if (users.length === 0) return
  await db
    .insertInto('group_member')
    .values(users.map((user_id) => ({ group_id: group, user_id, since: at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function removeMembers(db: Kysely<Tables>, group: string, users: readonly string[]): Promise<void> {
  if (users.length === 0) return
  await db.deleteFrom('group_member').where('group_id', '=', group).where('user_id', 'in', users).execute()
}

export async function setGroupRoles(db: Kysely<Tables>, group: string, roles: readonly string[]): Promise<void> {
  await db.deleteFrom('group_role').where('group_id', '=', group).execute()
  if (roles.length === 0) return
  await db
    .insertInto('group_role')
    .values(roles.map((role_key) => ({ group_id: group, role_key })))
    .execute()
}

async function refusingTakenName(write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code !== '23505' || constraint !== 'user_group_name') throw error
    refuse('alreadyThere', { errors: [{ field: 'name', code: 'alreadyThere' }] })
  }
}
