import type { Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'

export type SecondFactor = { on: boolean; since: Date | null; recoveryCodesLeft: number; required: boolean }

/** How it stands with someone's second factor, and whether a role of theirs asks for one. */
export async function secondFactorOf(db: Kysely<Tables>, user: string): Promise<SecondFactor> {
  const row = await db
    .selectFrom('second_factor')
    .select(['confirmed_at', 'recovery_codes'])
    .where('user_id', '=', user)
    .executeTakeFirst()
  const since = row?.confirmed_at ?? null
  return {
    on: since !== null,
    since,
    recoveryCodesLeft: since ? row!.recovery_codes.length : 0,
    required: await isRequired(db, user),
  }
}

async function isRequired(db: Kysely<Tables>, user: string): Promise<boolean> {
  const held = await db
    .selectFrom('role')
    .select('key')
    .where('requires_second_factor', '=', true)
    .where((role) =>
      role.or([
        role(
          'role.key',
          'in',
          role.selectFrom('user_role').select('user_role.role_key').where('user_role.user_id', '=', user),
        ),
        role(
          'role.key',
          'in',
          role
            .selectFrom('group_role')
            .innerJoin('group_member', 'group_member.group_id', 'group_role.group_id')
            .select('group_role.role_key')
            .where('group_member.user_id', '=', user),
        ),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return held !== undefined
}
