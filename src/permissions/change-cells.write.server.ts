import { audit } from '../audit/audit.write.server.ts'
import { differences } from '../audit/differences.ts'
import type { Person } from '../entities/person/actor.ts'
import type { Change, Desk } from '../events/desk.server.ts'
import { refuseFields } from '../server/errors/refusal.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { keepAnAdministrator, lockPeopleAndRoles } from '../users/administrators.server.ts'
import { releaseLostOfMany } from '../workflow/release.server.ts'
import { locked, told } from './change-role.write.server.ts'
import { holdThoseWhoLose } from './lose-rights.server.ts'
import { permit } from './permit.server.ts'
import { cellsForm, type CellChange } from './role-forms.ts'
import { oneRole, type Role } from './roles.server.ts'

/**
 * Cells of the grid of permissions × roles, all or none. Only these cells: two who change different ones of the same role at
 * once keep both. They count from the next request on, of everybody who holds the role.
 */
export async function changeCells(desk: Desk, actor: Person, body: unknown, network: string): Promise<void> {
  permit(actor, 'role.manage')
  const { changes } = readForm(cellsForm, body)
  await desk.change(actor, async (change) => {
    await lockPeopleAndRoles(change)
    await checkRoles(change, changes)
    // in one order, so that nobody waits in a circle
    const roles: Changed[] = []
    for (const key of [...new Set(changes.map(({ role }) => role))].toSorted())
      roles.push(
        changedBy(
          await locked(change, key),
          changes.filter(({ role }) => role === key),
        ),
      )
    const losing = await holdThoseWhoLose(
      change,
      roles.map(({ before, after }) => ({ key: before.key, before: before.permissions, after })),
    )
    for (const role of roles) await changeOne(change, role, network)
    await releaseLostOfMany(change, losing)
    await keepAnAdministrator(change)
  })
}

async function checkRoles({ db }: Change, changes: readonly CellChange[]): Promise<void> {
  const known = new Set((await db.selectFrom('role').select('key').execute()).map(({ key }) => key))
  const stranger = changes.findIndex(({ role }) => !known.has(role))
  if (stranger >= 0) refuseFields({ field: `changes.${stranger}.role`, code: 'notInList' })
}

type Changed = { before: Role; after: string[] }

function changedBy(before: Role, cells: readonly CellChange[]): Changed {
  const held = new Set<string>(before.permissions)
  for (const { permission, granted } of cells) {
    if (granted) held.add(permission)
    else held.delete(permission)
  }
  return { before, after: [...held].toSorted() }
}

async function changeOne(change: Change, { before, after: permissions }: Changed, network: string): Promise<void> {
  const { key } = before
  if (String(permissions) === String(before.permissions.toSorted())) return
  await change.db.updateTable('role').set({ permissions, customised: true }).where('key', '=', key).execute()
  const changed = differences(told(before), told((await oneRole(change.db, key))!))
  if (changed.any) await audit(change, { action: 'role.changed', subject: `role:${key}`, ...changed, network })
}
