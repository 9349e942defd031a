import type { Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { hasPassword, isKeptOut } from './kept-out.server.ts'
import { linkIdentifier } from './link-identifier.server.ts'
import type { LinkKind } from './link-kinds.ts'
import type { Registration } from '../registration/registration.write.server.ts'

type Looked = { kind: LinkKind; token: string }

/** Whether a mailed link would still do what it was mailed for. Why it would not is kept nowhere: what is over is gone. */
export async function isLinkGood(db: Kysely<Tables>, { kind, token }: Looked, at: Date): Promise<boolean> {
  const found = await db
    .selectFrom('verification')
    .select('value')
    .where('identifier', '=', linkIdentifier(kind, token))
    // the sign-in library measures its hour by the machine's own clock
    .where('expires_at', '>', kind === 'reset' ? new Date() : at)
    .executeTakeFirst()
  if (!found) return false
  return kind === 'registration' ? mayRegister(db, found.value) : mayChoose(db, kind, found.value)
}

/** By an invitation the first password alone. */
async function mayChoose(db: Kysely<Tables>, kind: LinkKind, id: string): Promise<boolean> {
  const user = await db
    .selectFrom('users')
    .select((eb) => ['active', hasPassword(eb).as('hasPassword')])
    .where('id', '=', id)
    .executeTakeFirst()
  return user !== undefined && user.active && !(kind === 'invitation' && user.hasPassword)
}

/** Registering was not switched off meanwhile, and the address has no account of its own yet. */
async function mayRegister(db: Kysely<Tables>, value: string): Promise<boolean> {
  if (!(await readSettings(db)).registration) return false
  const known = await db
    .selectFrom('users')
    .select((eb) => ['active', isKeptOut(eb).as('keptOut'), hasPassword(eb).as('hasPassword')])
    .where('email', '=', (JSON.parse(value) as Registration).email)
    .executeTakeFirst()
  return !known || (known.active && !known.keptOut && !known.hasPassword)
}
