import type { Kysely } from 'kysely'
import { supportDeskId } from '../entities/group/support-desk.ts'
import type { Tables } from '../entities/tables.ts'
import { newId } from '../server/ids.server.ts'
import { setPasswordHash } from '../users/users.write.server.ts'

export type Casting = {
  name: string
  roles: string[]
  groups?: ('supportDesk' | 'documents' | 'billing')[]
  language?: string
  verified?: boolean
}

/** The people of every test: two customers, three representatives, two of the desk, an administrator. */
export const cast = {
  salma: { name: 'Salma Idris', roles: ['customer'], language: 'ar' },
  pierre: { name: 'Pierre Lemaire', roles: ['customer'], language: 'fr' },
  omar: { name: 'Omar Siddiqui', roles: ['representative'], groups: ['documents'] },
  jana: { name: 'Jana Weiss', roles: ['representative'], groups: ['documents', 'billing'] },
  tom: { name: 'Tom Baker', roles: ['representative'], groups: ['billing'] },
  mariam: { name: 'Mariam Al-Najjar', roles: [], groups: ['supportDesk'] },
  lina: { name: 'Lina Haddad', roles: [], groups: ['supportDesk'], language: 'ar' },
  adam: { name: 'Adam Root', roles: ['administrator'] },
} as const satisfies Record<string, Casting>

export type Character = keyof typeof cast

/** Puts the cast into an empty desk. Returns their ids and those of the groups. */
export async function engage(db: Kysely<Tables>, at: Date) {
  const groups = { supportDesk: supportDeskId, documents: newId(), billing: newId() }
  for (const name of ['documents', 'billing'] as const)
    await db
      .insertInto('user_group')
      .values({ id: groups[name], key: null, name: name === 'documents' ? 'Documents' : 'Billing', created_at: at })
      .execute()
  const ids = {} as Record<Character, string>
  for (const [key, casting] of Object.entries(cast))
    ids[key as Character] = await addPerson(db, key, casting, groups, at)
  return { ids, groups }
}

export async function addPerson(
  db: Kysely<Tables>,
  key: string,
  casting: Casting,
  groups: Record<string, string>,
  at: Date,
): Promise<string> {
  const id = newId()
  await db
    .insertInto('users')
    .values({
      id,
      name: casting.name,
      email: `${key}@example.com`,
      email_verified: casting.verified ?? true,
      image: null,
      language: casting.language ?? 'en',
      time_zone: 'UTC',
      created_at: at,
      updated_at: at,
    })
    .execute()
  // somebody always can come in who puts everything right again; nobody knows the password
  if (casting.roles.includes('administrator')) await setPasswordHash(db, id, `${'0'.repeat(32)}:${'0'.repeat(128)}`, at)
  for (const role of casting.roles) await db.insertInto('user_role').values({ user_id: id, role_key: role }).execute()
  for (const group of casting.groups ?? [])
    await db.insertInto('group_member').values({ group_id: groups[group]!, user_id: id, since: at }).execute()
  return id
}
