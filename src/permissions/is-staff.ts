import type { Person } from '../entities/person/actor.ts'
import { staffPermissions } from './roles.ts'

/** Whoever holds a right that customers do not have works here. */
export const isStaff = ({ permissions }: Pick<Person, 'permissions'>): boolean =>
  staffPermissions.some((permission) => permissions.has(permission))
