/** Every right, as a verb. Roles bundle them; the grid of the settings shows them in this order. */
export const permissions = [
  'ticket.submit',
  'ticket.submitForCustomer',
  'ticket.seeOwn',
  'ticket.seeGroups',
  'ticket.seeAll',
  'ticket.cancel',
  'ticket.assign',
  'ticket.take',
  'ticket.giveBack',
  'ticket.close',
  'ticket.markDuplicate',
  'ticket.reopenOwn',
  'ticket.reopen',
  'ticket.rate',
  'ticket.reply',
  'ticket.note',
  'ticket.translate',
  'solution.propose',
  'solution.withdraw',
  'solution.review',
  'solution.accept',
  'user.read',
  'user.manage',
  'group.manage',
  'role.manage',
  'settings.manage',
  'statistics.read',
  'report.read',
  'audit.read',
] as const

export type Permission = (typeof permissions)[number]

export const isPermission = (name: string): name is Permission => (permissions as readonly string[]).includes(name)
