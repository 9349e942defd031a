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
    'ticket.setFields',
    'solution.propose',
    'solution.withdraw',
    'apiKey.own',
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
    'ticket.setFields',
    'solution.propose',
    'solution.withdraw',
    'solution.review',
    'cannedAnswer.share',
    'statistics.read',
    'statistics.people',
    'report.read',
    'apiKey.own',
  ],
  administrator: [
    'ticket.seeAll',
    'user.read',
    'user.manage',
    'user.erase',
    'group.manage',
    'role.manage',
    'settings.manage',
    'cannedAnswer.share',
    'statistics.read',
    'statistics.people',
    'report.read',
    'audit.read',
    'apiKey.own',
    'apiKey.manage',
  ],
} as const satisfies Record<string, readonly Permission[]>

export type BuiltInRole = keyof typeof builtInRoles

export const builtInRoleKeys = Object.keys(builtInRoles) as BuiltInRole[]

/** Rights that a customer may have as well. */
const customersPermissions: readonly Permission[] = [...builtInRoles.customer, 'ticket.seeOrganisation', 'apiKey.own']

/** Rights that make someone one of the staff: whoever holds one of them works here. */
export const staffPermissions: readonly Permission[] = permissions.filter(
  (permission) => !customersPermissions.includes(permission),
)
