import type { Change } from '../events/desk.server.ts'
import { emailAddress } from '../fields/short-text/short-text.ts'
import { isId } from '../fields/user-group/user-group.ts'
import { refuseFields } from '../server/errors/refusal.ts'
import { addPerson } from './users.write.server.ts'

const address = emailAddress({ required: true })

/**
 * The customer that staff write a request down for: by id or by e-mail address. An unknown address becomes a new customer
 * where the actor may add users. Returns the customer's id.
 */
export async function customerOfRequest(change: Change, customer: string): Promise<string> {
  if (isId(customer)) return (await activeId(change, 'id', customer)) ?? unknownPerson()
  const parsed = address.parse(customer)
  if (!parsed.ok) refuseFields({ field: 'customer', ...parsed.problem, code: parsed.problem.code })
  const known = await activeId(change, 'email', parsed.value)
  if (known) return known
  const { actor } = change
  return actor.kind === 'person' && actor.permissions.has('user.manage')
    ? addCustomer(change, parsed.value)
    : unknownPerson()
}

function unknownPerson(): never {
  return refuseFields({ field: 'customer', code: 'notInList' })
}

async function activeId(change: Change, by: 'id' | 'email', value: string): Promise<string | undefined> {
  const row = await change.db
    .selectFrom('users')
    .select('id')
    .where(by, '=', value)
    .where('active', '=', true)
    .executeTakeFirst()
  return row?.id
}

/** Nobody has proved yet that the address is theirs. */
function addCustomer({ db, at }: Change, email: string): Promise<string> {
  const name = email.split('@')[0]!.slice(0, 200)
  return addPerson(db, { name, email, emailVerified: false, roles: ['customer'] }, at)
}
