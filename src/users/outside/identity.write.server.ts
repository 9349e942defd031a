import { sql, type Kysely } from 'kysely'
import type { AuditAction } from '../../audit/actions.ts'
import { audit } from '../../audit/audit.write.server.ts'
import { system } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Change } from '../../events/desk.server.ts'
import { nameLine } from '../../fields/one-line.ts'
import { emailAddress } from '../../fields/short-text/short-text.ts'
import { Refusal } from '../../server/errors/refusal.ts'
import { addressProven } from '../address-proven.write.server.ts'
import { endInvitations } from '../invitations/invitations.write.server.ts'
import { addPerson } from '../users.write.server.ts'
import type { Provider } from './provider.server.ts'

/** What the provider says of somebody, with its signature. */
export type Claims = {
  issuer: string
  subject: string
  email: string | null
  emailVerified: boolean
  name: string | null
}

export type Found = { user: string } | { refused: 'unverified' | 'unknown' }

const anAddress = emailAddress({ required: true })

type Inside = Pick<Change, 'db' | 'at'>

/**
 * Who is it here? By issuer and subject where they came before. Else by the e-mail address, but only one that the provider
 * has verified: whoever could write any address into a profile elsewhere would be anybody here. Deactivated people are
 * nobody, nor is whoever was invited and had the invitation taken back: the address may have been somebody else's.
 */
export async function findOrLink(inside: Inside, provider: Provider, claims: Claims, network: string): Promise<Found> {
  const known = await byIdentity(inside, claims)
  if (known) return known.active ? { user: known.id } : { refused: 'unknown' }
  if (!provider.links_known && !provider.adds_customers) return { refused: 'unknown' }
  const address = anAddress.parse(claims.email)
  if (!address.ok || !claims.emailVerified) return { refused: 'unverified' }
  const email = address.value
  const namesake = await byAddress(inside.db, email)
  if (!namesake && !provider.adds_customers) return { refused: 'unknown' }
  if (!namesake)
    return (await addCustomer(inside, claims, email, network)) ?? findOrLink(inside, provider, claims, network)
  if (!provider.links_known || !namesake.active || namesake.service || namesake.invitation_taken_back)
    return { refused: 'unknown' }
  // in another window they were faster by a moment: they are known now
  if (!(await link(inside, namesake.id, claims))) return findOrLink(inside, provider, claims, network)
  // they have come, and wait for no first password
  await endInvitations(inside.db, namesake.id)
  await addressProven(inside, namesake.id)
  await noted(inside, 'identity.linked', namesake.id, claims, network)
  return { user: namesake.id }
}

async function byIdentity({ db, at }: Inside, { issuer, subject }: Claims) {
  const used = await db
    .updateTable('outside_identity')
    .set({ last_used_at: at })
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .returning('user_id')
    .executeTakeFirst()
  return used && db.selectFrom('users').select(['id', 'active']).where('id', '=', used.user_id).executeTakeFirst()
}

const byAddress = (db: Kysely<Tables>, email: string) =>
  db
    .selectFrom('users')
    .select(['id', 'active', 'service', 'invitation_taken_back'])
    .where('email', '=', email)
    .forNoKeyUpdate()
    .executeTakeFirst()

/** Null where the address or the account was taken at this very moment: of two windows one adds them. */
async function addCustomer(inside: Inside, claims: Claims, email: string, network: string): Promise<Found | null> {
  const { db, at } = inside
  const name = nameLine(claims.name ?? '').slice(0, 200) || email
  await sql`savepoint new_customer`.execute(db)
  const user = await addPerson(db, { name, email, emailVerified: true, roles: ['customer'] }, at).catch(nullOfRefusal)
  if (user === null || !(await link(inside, user, claims))) {
    await sql`rollback to savepoint new_customer`.execute(db)
    return null
  }
  await noted(inside, 'user.registered', user, claims, network)
  return { user }
}

function nullOfRefusal(error: unknown): null {
  if (error instanceof Refusal) return null
  throw error
}

/** False where that account was linked meanwhile. */
async function link({ db, at }: Inside, user: string, { issuer, subject }: Claims): Promise<boolean> {
  const { numInsertedOrUpdatedRows: linked } = await db
    .insertInto('outside_identity')
    .values({ issuer, subject, user_id: user, linked_at: at, last_used_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Boolean(linked)
}

const noted = (inside: Inside, action: AuditAction, user: string, { issuer }: Claims, network: string) =>
  audit({ ...inside, actor: system }, { action, subject: `user:${user}`, actor: user, after: { issuer }, network })
