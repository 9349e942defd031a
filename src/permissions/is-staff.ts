import type { Person } from '../entities/person/actor.ts'
import { staffPermissions } from './roles.ts'

/** Whoever holds a right that customers do not have works here. */
export const isStaff = (person: Person): boolean =>
  staffPermissions.some((permission) => person.permissions.has(permission))
