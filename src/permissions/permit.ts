import type { Person } from '../entities/person/actor.ts'
import type { Permission } from './permissions.ts'

/** The permission that is missing, or null: for what is not about one ticket. */
export function missing(actor: Person, permission: Permission): Permission | null {
  return actor.permissions.has(permission) ? null : permission
}
