import { audit } from '../audit/audit.write.server.ts'
import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { setGroupsOf } from '../groups/change-group.write.server.ts'
import { permit } from '../permissions/permit.server.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { lockPeopleAndRoles, permitGoverning } from './administrators.server.ts'
import { invite } from './invitations/invite.write.server.ts'
import { checkOrganisation, checkRoles } from './known-roles.server.ts'
import { newUserForm } from './user-forms.ts'
import { addPerson, setPassword } from './users.write.server.ts'

/** Adds someone: with a password they can sign in at once, without one an invitation goes out. Returns their id. */
export async function addUser(desk: Desk, actor: Person, body: unknown, network: string): Promise<string> {
  permit(actor, 'user.manage')
  const { password, roles = ['customer'], groups = [], ...person } = readForm(newUserForm, body)
  return desk.change(actor, async (change) => {
    if (groups.length > 0) await lockPeopleAndRoles(change)
    await permitGoverning(change.db, actor, { roles })
    await checkRoles(change.db, roles)
    await checkOrganisation(change.db, person.organisation)
    // the administrator vouches for the address
    const id = await addPerson(change.db, { ...person, roles, emailVerified: password !== undefined }, change.at)
    if (password === undefined) await invite(change, { ...person, id, roles })
    else await setPassword(change.db, id, password, change.at)
    await audit(change, { action: 'user.added', subject: `user:${id}`, after: { ...person, roles }, network })
    if (groups.length > 0) await setGroupsOf(change, actor, { id, groups: [], active: true }, groups, network)
    return id
  })
}
