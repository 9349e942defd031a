import type { AuditAction } from '../audit/actions.ts'
import { audit } from '../audit/audit.write.server.ts'
import { differences } from '../audit/differences.ts'
import type { Person } from '../entities/person/actor.ts'
import type { Change, Desk } from '../events/desk.server.ts'
import type { Filled } from '../fields/form.ts'
import { setGroupsOf } from '../groups/change-group.write.server.ts'
import { permit } from '../permissions/permit.server.ts'
import { refuse } from '../server/errors/refusal.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { keepAnAdministrator, lockPeopleAndRoles, permitGoverning } from './administrators.server.ts'
import { endLinks, hasInvitation } from './invitations/invitations.write.server.ts'
import { invite } from './invitations/invite.write.server.ts'
import { checkOrganisation, checkRoles } from './known-roles.server.ts'
import { lockForRelease } from './lock-for-release.server.ts'
import { releaseLost, releaseTickets } from '../workflow/release.server.ts'
import { endSessions } from './sign-in/session.write.server.ts'
import { userForm } from './user-forms.ts'
import { oneUser, type User } from './users.server.ts'
import { changePerson, setRoles } from './users.write.server.ts'

/** Changes someone: what the form names and nothing else. Who is deactivated is out at once, on every way in. */
export async function changeUser(desk: Desk, actor: Person, id: string, body: unknown, network: string): Promise<void> {
  permit(actor, 'user.manage')
  await desk.change(actor, async (change) => {
    await lockPeopleAndRoles(change)
    await lockForRelease(change, [id])
    const before = await lockUser(change, id)
    if (before.erasedAt) refuse('erased')
    const wanted = readForm(userForm, body)
    await check(change, actor, before, wanted)
    const { roles, groups, ...person } = wanted
    await changePerson(change.db, id, person, change.at)
    if (roles) await setRoles(change.db, id, roles)
    if (groups) await setGroupsOf(change, actor, memberOf(before, wanted), groups, network)
    const invitedAnew = await followUp(change, before, wanted)
    await keepAnAdministrator(change)
    const was = { ...before, organisation: before.organisation?.id ?? null }
    const changed = differences<object>(was, sorted(person, roles))
    if (changed.any)
      await audit(change, { action: actionOf(before, wanted), subject: `user:${id}`, ...changed, network })
    if (invitedAnew) await audit(change, { action: 'user.invited', subject: `user:${id}`, network })
  })
}

type Wanted = Filled<typeof userForm>

/** Held against assignments until the change ends; events that merely name the person go on. */
async function lockUser(change: Change, id: string): Promise<User> {
  await change.db.selectFrom('users').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return (await oneUser(change.db, id)) ?? refuse('notFound')
}

async function check(change: Change, actor: Person, before: User, { roles, organisation }: Wanted): Promise<void> {
  const given = (roles ?? []).filter((role) => !before.roles.includes(role))
  const taken = roles ? before.roles.filter((role) => !roles.includes(role)) : []
  // all of them, so that a wrong one is named where it stands; those of before are there
  await checkRoles(change.db, roles ?? [])
  await checkOrganisation(change.db, organisation)
  await permitGoverning(change.db, actor, { people: [before.id], roles: [...given, ...taken] })
}

/** Whether an invitation went out anew. */
async function followUp(change: Change, before: User, wanted: Wanted): Promise<boolean> {
  const { active, email, roles } = wanted
  const turned = active !== undefined && active !== before.active
  // coming back also starts without sessions: one may have begun in the moment of leaving
  if (turned) await endSessions(change.db, before.id)
  const moved = email !== undefined && email !== before.email
  const waited = moved && !turned && (await hasInvitation(change.db, before.id))
  if (turned || moved) await endLinks(change.db, before.id)
  // the link went to an address that was mistyped: whoever was meant has none yet
  if (waited) await invite(change, { ...before, ...wanted, email, roles: roles ?? before.roles })
  if (turned && !active) await releaseTickets(change, before.id)
  else if (roles && before.roles.some((role) => !roles.includes(role))) await releaseLost(change, before.id)
  return waited
}

function actionOf(before: User, { active }: Wanted): AuditAction {
  if (active === undefined || active === before.active) return 'user.changed'
  return active ? 'user.activated' : 'user.deactivated'
}

/** Groups are told of as changes of the groups. */
const sorted = (person: Omit<Wanted, 'roles' | 'groups'>, roles: Wanted['roles']) =>
  roles ? { ...person, roles: roles.toSorted() } : person

const memberOf = ({ id, groups, active }: User, wanted: Wanted) => ({
  id,
  groups: groups.map((group) => group.id),
  active: wanted.active ?? active,
})
