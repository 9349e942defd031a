// The grid of permissions × roles, and what is changed in it before it is saved.
import { permissions } from '../../permissions/permissions.ts'
import type { Permission } from '../../permissions/permissions.ts'
import { reachOf, sights } from '../../permissions/reach.ts'
import type { Reach } from '../../permissions/reach.ts'

type Holder = { readonly key: string; readonly permissions: readonly string[] }

/** The permissions in the order of reading. Those of sight stand in one row: how far a role sees. */
export const sections = {
  tickets: [
    'ticket.submit',
    'ticket.submitForCustomer',
    'ticket.reply',
    'ticket.note',
    'ticket.translate',
    'ticket.setFields',
    'ticket.assign',
    'ticket.take',
    'ticket.giveBack',
    'ticket.markDuplicate',
    'ticket.close',
    'ticket.reopen',
    'ticket.cancel',
    'ticket.reopenOwn',
  ],
  solutions: ['solution.propose', 'solution.withdraw', 'solution.review', 'solution.accept', 'ticket.rate'],
  lookBack: ['statistics.read', 'statistics.people', 'report.read'],
  people: [
    'user.read',
    'user.manage',
    'user.erase',
    'group.manage',
    'role.manage',
    'settings.manage',
    'audit.read',
    'apiKey.own',
    'apiKey.manage',
  ],
} as const satisfies Record<string, readonly Permission[]>

export type Section = keyof typeof sections

/** Any that no section names stands with the people and settings: a new permission is never out of sight. */
export const permissionsOf = (section: Section): readonly Permission[] => {
  const named: readonly Permission[] = [...Object.values(sections).flat(), ...sights]
  const others = permissions.filter((permission) => !named.includes(permission))
  return section === 'people' ? [...sections.people, ...others] : sections[section]
}

/** By 'role permission': what it shall be. Only what differs from how it is. */
export type Draft = ReadonlyMap<string, boolean>
export type Change = { readonly role: string; readonly permission: Permission; readonly granted: boolean }

export const nothingChanged: Draft = new Map()

const keyOf = (role: string, permission: string): string => `${role} ${permission}`

export const isChanged = (draft: Draft, role: string, permission: string): boolean => draft.has(keyOf(role, permission))

/** What a role may with the draft. */
export const withDraft = <R extends Holder>(role: R, draft: Draft): R => {
  const taken = role.permissions.filter((permission) => draft.get(keyOf(role.key, permission)) !== false)
  const given = changesIn(draft).filter((change) => change.role === role.key && change.granted)
  return { ...role, permissions: [...taken, ...given.map(({ permission }) => permission)] }
}

/** Turned back to how it is, a cell is no change. */
export const set = (draft: Draft, role: Holder, permission: Permission, granted: boolean): Draft => {
  const next = new Map(draft)
  if (role.permissions.includes(permission) === granted) next.delete(keyOf(role.key, permission))
  else next.set(keyOf(role.key, permission), granted)
  return next
}

export const changesIn = (draft: Draft): Change[] =>
  [...draft].map(([key, granted]) => {
    const [role = '', permission = ''] = key.split(' ')
    return { role, permission: permission as Permission, granted }
  })

export type CellReach = Reach | 'none'

export const cellOf = (permission: Permission, role: Holder): CellReach =>
  role.permissions.includes(permission) ? reachOf(permission, role.permissions) : 'none'
