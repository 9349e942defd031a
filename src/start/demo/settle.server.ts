import { supportDeskId } from '../../entities/group/support-desk.ts'
import { system, type Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { changeGroup, makeGroup } from '../../groups/change-group.write.server.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { defaultSettings } from '../../settings/settings.ts'
import { writeSettings } from '../../settings/settings.write.server.ts'
import { addUser } from '../../users/add-user.write.server.ts'
import { administrators } from '../../users/administrators.server.ts'
import { ensureAdministrator } from '../../users/setup/first-administrator.write.server.ts'
import { loadPerson } from '../../users/sign-in/session.server.ts'
import { changePerson } from '../../users/users.write.server.ts'
import { customers, demoPassword, groupNames, organisation, staff, type StaffMember } from './people.ts'
import type { Knows } from './template.ts'

/** Everybody of the demo by their keys, and the groups by theirs. */
export type Settled = { people: Map<string, Person>; groups: Record<Knows, string> }

const network = 'demo'

export const addressOf = ({ key }: StaffMember): string => `${key}@${organisation.host}`

/** The organisation, its people and its groups, through the verbs an administrator uses. Who is there already stays. */
export async function settle(desk: Desk): Promise<Settled> {
  const [first, ...others] = staff as [StaffMember, ...StaffMember[]]
  const administrator = await someAdministrator(desk, first)
  await nameOrganisation(desk)
  const ids = new Map<string, string>()
  for (const member of [first, ...others]) ids.set(member.key, await staffId(desk, administrator, member))
  for (const { key, ...person } of customers)
    ids.set(key, await userId(desk, administrator, { ...person, roles: ['customer'] }))
  const idsOf = (which: (member: StaffMember) => boolean) => staff.filter(which).map(({ key }) => ids.get(key)!)
  const members = [...(await membersOf(desk, supportDeskId)), ...idsOf(({ role }) => role === 'supportDesk')]
  await changeGroup(desk, administrator, supportDeskId, { members: [...new Set(members)] }, network)
  const groups = {} as Record<Knows, string>
  for (const knows of Object.keys(groupNames) as Knows[])
    groups[knows] = await groupId(
      desk,
      administrator,
      groupNames[knows],
      idsOf((member) => member.knows === knows),
    )
  const people = new Map<string, Person>()
  for (const [key, id] of ids) people.set(key, (await loadPerson(desk.read(), id))!)
  return { people, groups }
}

/** The one who set the product up; without one, the demo's own, who then looks after it without working at the desk. */
async function someAdministrator(desk: Desk, own: StaffMember): Promise<Person> {
  const [known] = await administrators(desk.read())
  if (known) return (await loadPerson(desk.read(), known))!
  await ensureAdministrator(desk, { email: addressOf(own), password: demoPassword })
  const [made] = await administrators(desk.read())
  await desk.change(system, ({ db, at }) => changePerson(db, made!, { name: own.name }, at))
  const person = (await loadPerson(desk.read(), made!))!
  await changeGroup(desk, person, supportDeskId, { members: [] }, network)
  return (await loadPerson(desk.read(), made!))!
}

/** An organisation that already has a name keeps it. */
async function nameOrganisation(desk: Desk): Promise<void> {
  const settings = await readSettings(desk.read())
  if (settings.organisation !== defaultSettings.organisation) return
  const { name, timeZone } = organisation
  await desk.change(system, ({ db, at }) => writeSettings(db, { organisation: name, timeZone }, at))
}

function staffId(desk: Desk, actor: Person, member: StaffMember): Promise<string> {
  const { name, language, role } = member
  // those of the desk have the role from their group
  const roles = role === 'supportDesk' ? [] : [role]
  return userId(desk, actor, { name, email: addressOf(member), language, timeZone: organisation.timeZone, roles })
}

type NewUser = { name: string; email: string; language: string; timeZone: string; roles: string[] }

async function userId(desk: Desk, actor: Person, user: NewUser): Promise<string> {
  const known = await desk.read().selectFrom('users').select('id').where('email', '=', user.email).executeTakeFirst()
  return known?.id ?? addUser(desk, actor, { ...user, password: demoPassword }, network)
}

async function groupId(desk: Desk, actor: Person, name: string, members: string[]): Promise<string> {
  const known = await desk.read().selectFrom('user_group').select('id').where('name', '=', name).executeTakeFirst()
  return known?.id ?? makeGroup(desk, actor, { name, members }, network)
}

async function membersOf(desk: Desk, group: string): Promise<string[]> {
  const rows = await desk.read().selectFrom('group_member').select('user_id').where('group_id', '=', group).execute()
  return rows.map(({ user_id }) => user_id)
}
