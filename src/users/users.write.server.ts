import { sql, type Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { hashPassword } from './sign-in/password-hash.server.ts'
import type { Preferences } from './my-account/preferences.ts'
import { newId } from '../server/ids.server.ts'
import { refuse } from '../server/errors/refusal.ts'

export type NewPerson = {
  name: string
  email: string
  emailVerified: boolean
  language?: string | null
  /** Read off what they wrote, until they choose one. */
  languageGuessed?: boolean
  timeZone?: string | null
  roles: readonly string[]
  organisation?: string | null
  /** A program that acts by keys of its own. */
  service?: boolean
}

/** Adds a person with their roles. Returns the id. */
export async function addPerson(db: Kysely<Tables>, person: NewPerson, at: Date): Promise<string> {
  const id = newId()
  const row = {
    id,
    name: person.name,
    email: person.email,
    email_verified: person.emailVerified,
    image: null,
    language: person.language ?? null,
    language_guessed: person.languageGuessed ?? false,
    time_zone: person.timeZone ?? null,
    organisation_id: person.organisation ?? null,
    service: person.service ?? false,
    created_at: at,
    updated_at: at,
  }
  await refusingTakenAddress(() => db.insertInto('users').values(row).execute())
  await setRoles(db, id, person.roles)
  return id
}

export type PersonChange = {
  name?: string
  email?: string
  language?: string | null
  timeZone?: string | null
  active?: boolean
  organisation?: string | null
}

/** What is not given stays; null takes away. Refuses an address that somebody has (422). */
export async function changePerson(db: Kysely<Tables>, id: string, change: PersonChange, at: Date): Promise<void> {
  const { timeZone, organisation, ...columns } = change
  const set = {
    ...columns,
    ...(columns.language === undefined ? {} : { language_guessed: stillGuessed(columns.language) }),
    ...(timeZone === undefined ? {} : { time_zone: timeZone }),
    ...(organisation === undefined ? {} : { organisation_id: organisation }),
    updated_at: at,
  }
  await refusingTakenAddress(() => db.updateTable('users').set(set).where('id', '=', id).execute())
}

/** A form that gives the guess back as it stood chose nothing. */
const stillGuessed = (language: string | null) =>
  sql<boolean>`users.language_guessed and users.language is not distinct from ${language}::text`

/** Those that are given; the others stay. */
export async function setPreferences(db: Kysely<Tables>, id: string, chosen: Partial<Preferences>): Promise<void> {
  const given = JSON.stringify(chosen)
  if (given === '{}') return
  await db
    .updateTable('users')
    .set({ preferences: sql`users.preferences || ${given}::jsonb` })
    .where('id', '=', id)
    .execute()
}

/** In place of those that they had. */
export async function setRoles(db: Kysely<Tables>, id: string, roles: readonly string[]): Promise<void> {
  await db.deleteFrom('user_role').where('user_id', '=', id).execute()
  if (roles.length === 0) return
  await db
    .insertInto('user_role')
    .values(roles.map((role_key) => ({ user_id: id, role_key })))
    .execute()
}

/** Beside those that they have. */
export async function addRole(db: Kysely<Tables>, id: string, role: string): Promise<void> {
  await db
    .insertInto('user_role')
    .values({ user_id: id, role_key: role })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The password as the sign-in library keeps it: scrypt with a salt of its own. It replaces an earlier one. */
export async function setPassword(db: Kysely<Tables>, user: string, password: string, at: Date): Promise<void> {
  await setPasswordHash(db, user, await hashPassword(password), at)
}

/** The same, of one that was hashed before. Of two at the same moment the later one stands, alone. */
export async function setPasswordHash(db: Kysely<Tables>, user: string, hash: string, at: Date): Promise<void> {
  await db.selectFrom('users').select('id').where('id', '=', user).forNoKeyUpdate().executeTakeFirst()
  await db.deleteFrom('account').where('user_id', '=', user).where('provider_id', '=', 'credential').execute()
  await db
    .insertInto('account')
    .values({
      id: newId(),
      user_id: user,
      account_id: user,
      provider_id: 'credential',
      password: hash,
      access_token: null,
      refresh_token: null,
      id_token: null,
      access_token_expires_at: null,
      refresh_token_expires_at: null,
      scope: null,
      created_at: at,
      updated_at: at,
    })
    .execute()
}

async function refusingTakenAddress(write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code !== '23505' || constraint !== 'users_email') throw error
    refuse('alreadyThere', { errors: [{ field: 'email', code: 'alreadyThere' }] })
  }
}
