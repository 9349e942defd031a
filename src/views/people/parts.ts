// The parts of People, and who sees them.
import type { Permission } from '../../permissions/permissions.ts'

type May = (permission: Permission) => boolean

const parts = [
  { path: '/people', label: 'people:users', sees: (may: May) => may('user.read') },
  { path: '/people/groups', label: 'people:groups', sees: (may: May) => may('group.manage') || may('user.read') },
  { path: '/people/roles', label: 'roles:title', sees: (may: May) => may('role.manage') },
  { path: '/people/organisations', label: 'people:organisations', sees: (may: May) => may('user.read') },
] as const

export const partsFor = (may: May) => parts.filter(({ sees }) => sees(may))
