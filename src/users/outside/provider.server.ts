import type { Kysely, Selectable } from 'kysely'
import type { SignInProviderRow } from '../../entities/person/person-tables.ts'
import type { Tables } from '../../entities/tables.ts'

export type Provider = Selectable<SignInProviderRow>

export const storedProvider = (db: Kysely<Tables>): Promise<Provider | undefined> =>
  db.selectFrom('sign_in_provider').selectAll().executeTakeFirst()

/** Where a browser begins. */
export const outsidePath = '/api/auth/outside'

/** Where the provider sends people back to; it is registered there letter by letter. */
export const callbackPath = '/api/auth/outside/callback'
