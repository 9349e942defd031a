import { audit } from '../audit/audit.write.server.ts'
import { differences } from '../audit/differences.ts'
import type { Person } from '../entities/person/actor.ts'
import type { Change, Desk } from '../events/desk.server.ts'
import type { Filled } from '../fields/form.ts'
import { permit } from '../permissions/permit.server.ts'
import { refuse, refuseFields } from '../server/errors/refusal.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { keepAnAdministrator, lockPeopleAndRoles, permitGoverning } from '../users/administrators.server.ts'
import { checkRoles } from '../users/known-roles.server.ts'
import { lockForRelease } from '../users/lock-for-release.server.ts'
import { releaseLost } from '../workflow/release.server.ts'
import { groupForm, newGroupForm } from './group-forms.ts'
import { oneGroup, type Group } from './groups.server.ts'
import {
  addGroup,
  addMembers,
  changeGroupRow,
  removeMembers,
  renameGroup,
  setGroupRoles,
} from './groups.write.server.ts'

/** Gives back its id. Who leads it is one of its members; roles over people and the product are given by who manages roles alone. */
export async function makeGroup(desk: Desk, actor: Person, body: unknown, network: string): Promise<string> {
  permit(actor, 'group.manage')
  const { name, members = [], roles = [], ...others } = readForm(newGroupForm, body)
  return desk.change(actor, async (change) => {
    await permitGoverning(change.db, actor, { roles })
    await checkRoles(change.db, roles)
    await checkMembers(change, members, members)
    if (others.lead) checkLead(others.lead, members)
    const id = await addGroup(change.db, name, change.at)
    await addMembers(change.db, id, members, change.at)
    await setGroupRoles(change.db, id, roles)
    await changeGroupRow(change.db, id, others)
    const after = { name, members, roles, ...others }
    await audit(change, { action: 'group.added', subject: `group:${id}`, after, network })
    return id
  })
}

/** Renames a group, replaces its members or its roles. The tickets that somebody can hold no longer go back to their groups. */
export async function changeGroup(
  desk: Desk,
  actor: Person,
  id: string,
  body: unknown,
  network: string,
): Promise<void> {
  permit(actor, 'group.manage')
  await desk.change(actor, async (change) => {
    await lockPeopleAndRoles(change)
    const before = (await oneGroup(change.db, id)) ?? refuse('notFound')
    await apply(change, actor, before, readForm(groupForm, body), network)
    await keepAnAdministrator(change)
  })
}

/**
 * Puts somebody into exactly these groups and out of the others, each as if it had been changed by itself: within the change of
 * whoever saves a person whole. Asked by `lockPeopleAndRoles` before, and for an administrator after.
 */
export async function setGroupsOf(
  change: Change,
  actor: Person,
  person: { id: string; groups: readonly string[]; active: boolean },
  wanted: readonly string[],
  network: string,
): Promise<void> {
  permit(actor, 'group.manage')
  const comes = (id: string) => !person.groups.includes(id)
  for (const id of [...wanted.filter(comes), ...person.groups.filter((group) => !wanted.includes(group))]) {
    const before = await oneGroup(change.db, id)
    // who is deactivated may stay where they are, and comes nowhere
    if (!before || (comes(id) && !person.active))
      refuseFields({ field: `groups.${wanted.indexOf(id)}`, code: 'notInList' })
    const others = before.members.map((member) => member.id).filter((member) => member !== person.id)
    await apply(change, actor, before, { members: comes(id) ? [...others, person.id] : others }, network)
  }
}

type Wanted = Filled<typeof groupForm>

async function apply(change: Change, actor: Person, before: Group, asked: Wanted, network: string): Promise<void> {
  const { id } = before
  const wanted = withLead(before, asked)
  const moves = movesOf(before, wanted)
  await check(change, actor, before, wanted, moves)
  if (wanted.name !== undefined) await renameGroup(change.db, id, wanted.name)
  if (wanted.roles) await setGroupRoles(change.db, id, wanted.roles)
  await changeGroupRow(change.db, id, wanted)
  await moveMembers(change, id, moves)
  await auditChange(change, before, wanted, network)
}

/** Whoever leads is a member: who leaves leads no more. */
function withLead(before: Group, wanted: Wanted): Wanted {
  const members = wanted.members ?? before.members.map(({ id }) => id)
  if (wanted.lead) checkLead(wanted.lead, members)
  const leaves = wanted.lead === undefined && before.lead && !members.includes(before.lead.id)
  return leaves ? { ...wanted, lead: null } : wanted
}

function checkLead(lead: string, members: readonly string[]): void {
  if (!members.includes(lead)) refuseFields({ field: 'lead', code: 'notAMember' })
}

/** `lessening`: they stay, and the group gives them less than before. */
type Moves = { coming: string[]; leaving: string[]; lessening: string[] }

function movesOf(before: Group, { members, roles }: Wanted): Moves {
  const were = before.members.map(({ id }) => id)
  const will = members ?? were
  const stay = were.filter((id) => will.includes(id))
  return {
    coming: will.filter((id) => !were.includes(id)),
    leaving: were.filter((id) => !will.includes(id)),
    lessening: roles && before.roles.some((role) => !roles.includes(role)) ? stay : [],
  }
}

async function check(change: Change, actor: Person, before: Group, wanted: Wanted, moves: Moves): Promise<void> {
  const isTouched = moves.coming.length + moves.leaving.length > 0 || wanted.roles !== undefined
  const roles = isTouched ? [...before.roles, ...(wanted.roles ?? [])] : []
  await permitGoverning(change.db, actor, { roles })
  await checkRoles(change.db, wanted.roles ?? [])
  await checkMembers(change, moves.coming, wanted.members ?? [])
}

/** Who comes must be there and active; a deactivated member may stay until somebody takes them out. */
async function checkMembers({ db }: Change, coming: readonly string[], all: readonly string[]): Promise<void> {
  if (coming.length === 0) return
  const known = await db
    .selectFrom('users')
    .select('id')
    .where('id', 'in', coming)
    .where('active', '=', true)
    // nobody is deactivated between this look and the membership
    .forShare()
    .execute()
  const stranger = coming.find((id) => !known.some((user) => user.id === id))
  if (stranger) refuseFields({ field: `members.${all.indexOf(stranger)}`, code: 'notInList' })
}

async function moveMembers(change: Change, group: string, { coming, leaving, lessening }: Moves): Promise<void> {
  const losing = [...leaving, ...lessening]
  await lockForRelease(change, losing)
  // an assignment holds the member for share: this waits for it, and the next one sees them gone
  if (losing.length > 0)
    await change.db.selectFrom('users').select('id').where('id', 'in', losing).orderBy('id').forNoKeyUpdate().execute()
  await removeMembers(change.db, group, leaving)
  for (const member of leaving) await releaseLost(change, member, group)
  for (const member of lessening) await releaseLost(change, member)
  await addMembers(change.db, group, coming, change.at)
}

async function auditChange(change: Change, before: Group, wanted: Wanted, network: string): Promise<void> {
  const was = { ...before, members: before.members.map(({ id }) => id).sort(), lead: before.lead?.id ?? null }
  const changed = differences(was, {
    ...wanted,
    ...(wanted.members ? { members: wanted.members.toSorted() } : {}),
    ...(wanted.roles ? { roles: wanted.roles.toSorted() } : {}),
  })
  if (changed.any) await audit(change, { action: 'group.changed', subject: `group:${before.id}`, ...changed, network })
}
