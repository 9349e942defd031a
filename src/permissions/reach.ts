import type { Permission } from './permissions.ts'

/**
 * How far a permission goes in a role by itself: a permission says what, the sights of the same role say where
 * (docs/decisions/0006). 'nowhere': the role sees no ticket to use it on; another role of the same person may.
 */
export type Reach = 'own' | 'assigned' | 'groups' | 'all' | 'everywhere' | 'nowhere'

type Sight = 'ticket.seeOwn' | 'ticket.seeOrganisation' | 'ticket.seeGroups' | 'ticket.seeAll'
export const sights = [
  'ticket.seeOwn',
  'ticket.seeOrganisation',
  'ticket.seeGroups',
  'ticket.seeAll',
] as const satisfies Sight[]

/** What its customer alone does. */
const owners: readonly Permission[] = ['ticket.cancel', 'ticket.reopenOwn', 'ticket.rate', 'solution.accept']
/** What is done to a ticket that one has, or, by whoever sees all, to any. */
const workers: readonly Permission[] = ['solution.propose', 'solution.withdraw']
const onTickets: readonly Permission[] = [
  'ticket.assign',
  'ticket.take',
  'ticket.close',
  'ticket.markDuplicate',
  'ticket.reopen',
  'ticket.reply',
  'ticket.note',
  'ticket.translate',
  'ticket.setFields',
  'solution.review',
]

/** Asked of a permission that the role has. */
export function reachOf(permission: Permission, role: readonly string[]): Reach {
  const has = (sight: Sight) => role.includes(sight)
  if (owners.includes(permission)) return has('ticket.seeOwn') ? 'own' : 'nowhere'
  if (permission === 'ticket.giveBack') return has('ticket.seeAll') || has('ticket.seeGroups') ? 'assigned' : 'nowhere'
  if (workers.includes(permission))
    return has('ticket.seeAll') ? 'all' : has('ticket.seeGroups') ? 'assigned' : 'nowhere'
  if (!onTickets.includes(permission)) return 'everywhere'
  if (has('ticket.seeAll')) return 'all'
  if (has('ticket.seeGroups')) return 'groups'
  return permission === 'ticket.reply' && has('ticket.seeOwn') ? 'own' : 'nowhere'
}
