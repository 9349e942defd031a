import type { Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import type { FormError } from '../../fields/form.ts'
import type { Assignee } from '../../fields/user-group/user-group.ts'
import type { AddedField } from './added-field.ts'
import type { Custom } from './read-custom.ts'

/** People and groups that are not there: what only the database can tell. */
export async function strangers(
  db: Kysely<Tables>,
  fields: readonly Pick<AddedField, 'key' | 'type'>[],
  values: Custom,
  at: string,
): Promise<FormError[]> {
  const errors: FormError[] = []
  for (const { key, type } of fields) {
    if (!Object.hasOwn(values, key)) continue
    if (type === 'user' && !(await isThere(db, 'users', values[key] as string)))
      errors.push({ field: `${at}.${key}`, code: 'notInList' })
    if (type !== 'user-group') continue
    const { group, member } = values[key] as Assignee
    if (!(await isThere(db, 'user_group', group))) errors.push({ field: `${at}.${key}.group`, code: 'notInList' })
    else if (member !== null && !(await isMember(db, group, member)))
      errors.push({ field: `${at}.${key}.member`, code: 'notAMember' })
  }
  return errors
}

async function isThere(db: Kysely<Tables>, table: 'users' | 'user_group', id: string): Promise<boolean> {
  return (await db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

async function isMember(db: Kysely<Tables>, group: string, person: string): Promise<boolean> {
  const row = await db
    .selectFrom('group_member')
    .select('user_id')
    .where('group_id', '=', group)
    .where('user_id', '=', person)
    .executeTakeFirst()
  return row !== undefined
}
