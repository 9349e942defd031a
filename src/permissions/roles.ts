import { permissions, type Permission } from './permissions.ts'

/** The four roles that come built in. An administrator can change them and add others. */
export const builtInRoles = {
  customer: [
    'ticket.submit',
    'ticket.seeOwn',
    'ticket.cancel',
    'ticket.reopenOwn',
    'ticket.rate',
    'ticket.reply',
    'solution.accept',
  ],
  representative: [
    'ticket.submitForCustomer',
    'ticket.seeGroups',
    'ticket.take',
    'ticket.giveBack',
    'ticket.reply',
    'ticket.note',
    'ticket.translate',
    'solution.propose',
    'solution.withdraw',
  ],
  supportDesk: [
    'ticket.submitForCustomer',
    'ticket.seeAll',
    'ticket.assign',
    'ticket.take',
    'ticket.giveBack',
    'ticket.close',
    'ticket.markDuplicate',
    'ticket.reopen',
    'ticket.reply',
    'ticket.note',
    'ticket.translate',
    'solution.propose',
    'solution.withdraw',
    'solution.review',
    'statistics.read',
    'report.read',
  ],
  administrator: [
    'ticket.seeAll',
    'user.read',
    'user.manage',
    'group.manage',
    'role.manage',
    'settings.manage',
    'statistics.read',
    'report.read',
    'audit.read',
  ],
} as const satisfies Record<string, readonly Permission[]>

export type BuiltInRole = keyof typeof builtInRoles

export const builtInRoleKeys = Object.keys(builtInRoles) as BuiltInRole[]

/** Rights that make someone one of the staff: whoever holds one of them works here. */
export const staffPermissions: readonly Permission[] = permissions.filter(
  (permission) => !(builtInRoles.customer as readonly Permission[]).includes(permission),
)
