import { sql, type Kysely } from 'kysely'
import type { Person } from '../entities/person/actor.ts'
import type { Tables } from '../entities/tables.ts'
import type { Change } from '../events/desk.server.ts'
import { holders, holdersAmong, holdersAndPrograms } from '../permissions/sole-reviewer.server.ts'
import { refuse } from '../server/errors/refusal.ts'
import { canComeIn } from './can-come-in.server.ts'

/** The active people who can put everything right again: who manages people and roles. */
export const administrators = (db: Kysely<Tables>): Promise<string[]> => managing(db, holders)

/** Whether anybody can, be it a program: such a desk was set up. */
export const isAdministered = async (db: Kysely<Tables>): Promise<boolean> =>
  (await managing(db, holdersAndPrograms)).length > 0

async function managing(db: Kysely<Tables>, holding: typeof holders): Promise<string[]> {
  const managers = new Set(await holding(db, 'user.manage'))
  return (await holding(db, 'role.manage')).filter((id) => managers.has(id))
}

/**
 * Changes that could cost the desk an administrator go one after another: two who remove each other at the same moment
 * would each still see the other. Taken before any row of a person.
 */
export async function lockPeopleAndRoles(change: Change): Promise<void> {
  await change.db
    .selectFrom('role')
    .select('key')
    .where('key', '=', 'administrator')
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/**
 * Asked after the change was written, within its transaction. Whoever was invited and never came keeps no desk: the address may
 * be mistyped, or the invitation taken back.
 */
export async function keepAnAdministrator({ db, at }: Change): Promise<void> {
  const comingIn: typeof holders = (_, permission) =>
    holdersAmong(db, permission, sql`users.active and not users.service and ${canComeIn(at)}`)
  if ((await managing(db, comingIn)).length === 0) refuse('lastAdministrator')
}

/** Rights over people and the product: giving or taking them needs more than the right to manage people. */
const governing = ['user.manage', 'group.manage', 'role.manage', 'settings.manage', 'audit.read']

/**
 * Who may not manage roles may neither make an administrator nor touch one, whose mailbox would be a way in. `people` are
 * those that are changed, `roles` those that are given or taken.
 */
export async function permitGoverning(
  db: Kysely<Tables>,
  actor: Person,
  touched: { people?: readonly string[]; roles?: readonly string[] },
): Promise<void> {
  if (actor.permissions.has('role.manage')) return
  const governs = await governingRoles(db)
  const ofRoles = (touched.roles ?? []).some((key) => governs.has(key))
  if (ofRoles || (await anyHas(db, touched.people ?? [], governs)))
    refuse('notAllowed', { variables: { permission: 'role.manage' } })
}

/** Who and what is beyond those who may not manage roles, whole: for whoever changes many at once. */
export async function governed(db: Kysely<Tables>) {
  const roles = await governingRoles(db)
  const carriers = await db.selectFrom('group_role').select(['group_id', 'role_key']).execute()
  return {
    roles,
    groups: new Set(carriers.filter(({ role_key }) => roles.has(role_key)).map(({ group_id }) => group_id)),
    people: await whoHas(db, roles),
  }
}

async function governingRoles(db: Kysely<Tables>): Promise<Set<string>> {
  const roles = await db.selectFrom('role').select(['key', 'permissions']).execute()
  return new Set(roles.filter((role) => role.permissions.some((one) => governing.includes(one))).map(({ key }) => key))
}

async function anyHas(db: Kysely<Tables>, people: readonly string[], roles: ReadonlySet<string>): Promise<boolean> {
  if (people.length === 0) return false
  const who = await whoHas(db, roles)
  return people.some((id) => who.has(id))
}

/** Programs and those who were deactivated as well: whoever brings one of them back brings the rights back. */
async function whoHas(db: Kysely<Tables>, roles: ReadonlySet<string>): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select user_id as id
    from user_role
    where role_key = any (${[...roles]}::text[])
    union
    select group_member.user_id
    from group_role
    join group_member on group_member.group_id = group_role.group_id
    where group_role.role_key = any (${[...roles]}::text[])`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
