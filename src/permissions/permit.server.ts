import type { Person } from '../entities/person/actor.ts'
import { refuse } from '../server/errors/refusal.ts'
import { isStaff } from './is-staff.ts'
import type { Permission } from './permissions.ts'

/** Refuses with 403 who lacks the permission: for what is not about one ticket. */
export function permit(actor: Person, permission: Permission): void {
  if (!actor.permissions.has(permission)) refuse('notAllowed', { variables: { permission } })
}

/** For what everyone who works here may: no one permission would open it, so none is named. */
export function permitStaff(actor: Person): void {
  if (!isStaff(actor)) refuse('notAllowed')
}
