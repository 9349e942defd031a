import type pg from 'pg'
import { supportDeskId } from '../src/entities/group/support-desk.ts'
import { newId } from '../src/server/ids.server.ts'
import type { Chance } from '../src/start/demo/chance.ts'
import { copy } from './copy.ts'

export type People = {
  customers: string[]
  desk: string[]
  groups: { id: string; members: string[] }[]
  /** The session's token of everybody who acts. */
  tokens: Map<string, string>
}

const groupNames = ['Documents', 'Tracking', 'Billing', 'Dispatch', 'Accounts', 'Claims', 'Customs', 'Sales help']
const counts = { users: 20_000, desk: 10, perGroup: 11 }

/** Twenty thousand people with sessions: ten of the desk, eight groups of representatives, the others customers. */
export async function loadPeople(client: pg.Client, chance: Chance, at: Date): Promise<People> {
  const ids = Array.from({ length: counts.users }, () => newId())
  const desk = ids.slice(0, counts.desk)
  const groups = groupNames.map((name, index) => {
    const from = counts.desk + index * counts.perGroup
    return { id: newId(), name, members: ids.slice(from, from + counts.perGroup) }
  })
  const customers = ids.slice(counts.desk + groups.length * counts.perGroup)
  const stamps = { created_at: at, updated_at: at }
  const row = (id: string, index: number) => ({
    id,
    name: `Person ${index}`,
    email: `p${index}@bench.example`,
    // whoever was invited or registered answered for it; one customer in ten was written down by others
    email_verified: index < counts.desk + groups.length * counts.perGroup || index % 10 > 0,
    ...stamps,
  })
  await copy(client, 'users', ids.map(row))
  await copy(
    client,
    'user_group',
    groups.map(({ id, name }) => ({ id, name, created_at: at })),
  )
  const members = [{ id: supportDeskId, members: desk }, ...groups]
  const memberships = members.flatMap(({ id, members }) =>
    members.map((user_id) => ({ group_id: id, user_id, since: at })),
  )
  await copy(client, 'group_member', memberships)
  const roles = [
    ...customers.map((user_id) => ({ user_id, role_key: 'customer' })),
    ...groups.flatMap(({ members }) => members.map((user_id) => ({ user_id, role_key: 'representative' }))),
  ]
  await copy(client, 'user_role', roles)
  const tokens = new Map(ids.map((id) => [id, `bench${String(chance.next()).slice(2)}${id}`]))
  const expires_at = new Date(Date.now() + 20 * 86_400_000)
  const now = { created_at: new Date(), updated_at: new Date() }
  await copy(
    client,
    'session',
    ids.map((id) => ({ id: newId(), user_id: id, token: tokens.get(id)!, expires_at, ...now })),
  )
  return { customers, desk, groups, tokens }
}
