import { sql } from 'kysely'
import type { Change } from '../events/desk.server.ts'
import { emailAddress } from '../fields/short-text/short-text.ts'
import { isId } from '../fields/user-group/user-group.ts'
import { Refusal, refuseFields } from '../server/errors/refusal.ts'
import { holdsPermission } from './person-query.ts'
import { addPerson } from './users.write.server.ts'

const address = emailAddress({ required: true })

/**
 * The customer that staff write a request down for: by id or by e-mail address. An unknown address becomes a new customer
 * where the actor may add users. Returns the customer's id.
 */
export async function customerOfRequest(change: Change, customer: string): Promise<string> {
  if (isId(customer)) return (await activeId(change, 'id', customer)) ?? refuseCustomer('notInList')
  const parsed = address.parse(customer)
  if (!parsed.ok) refuseFields({ field: 'customer', ...parsed.problem, code: parsed.problem.code })
  const known = await activeId(change, 'email', parsed.value)
  if (known) return known
  const { actor } = change
  return actor.kind === 'person' && actor.permissions.has('user.manage')
    ? addCustomer(change, parsed.value)
    : refuseCustomer('notInList')
}

const refuseCustomer = (code: 'notInList' | 'inactive' | 'noCustomer'): never =>
  refuseFields({ field: 'customer', code })

/** Undefined where there is nobody; whoever was deactivated is there and gets no request, nor who would never see theirs. */
async function activeId({ db }: Change, by: 'id' | 'email', value: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('users')
    .select(['id', 'active', holdsPermission('ticket.seeOwn').as('seesOwn')])
    .where(by, '=', value)
    .executeTakeFirst()
  if (row && !row.active) refuseCustomer('inactive')
  if (row && !row.seesOwn) refuseCustomer('noCustomer')
  return row?.id
}

/** Nobody has proved yet that the address is theirs. Of two requests that name it at the same moment one adds them. */
async function addCustomer(change: Change, email: string): Promise<string> {
  const { db, at } = change
  const name = email.split('@')[0]!.slice(0, 200)
  await sql`savepoint new_customer`.execute(db)
  try {
    return await addPerson(db, { name, email, emailVerified: false, roles: ['customer'] }, at)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await sql`rollback to savepoint new_customer`.execute(db)
    return (await activeId(change, 'email', email)) ?? refuseCustomer('notInList')
  }
}
