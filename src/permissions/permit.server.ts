import type { Person } from '../entities/person/actor.ts'
import { refuse } from '../server/errors/refusal.ts'
import type { Permission } from './permissions.ts'
import { missing } from './permit.ts'

/** Refuses with 403 who lacks the permission. */
export function permit(actor: Person, permission: Permission): void {
  const lacking = missing(actor, permission)
  if (lacking) refuse('notAllowed', { variables: { permission: lacking } })
}
