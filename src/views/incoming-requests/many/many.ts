// One verb on many tickets is that verb on each: every ticket decides for itself, and what was done is undone one by one.
import type { IncomingItem } from '../../../queries/incoming-requests/incoming-requests.ts'
import type { Permission } from '../../../permissions/permissions.ts'
import { canUndo } from '../../staff/can-undo.ts'
import { canHaveAgain } from '../../staff/groups-question.tsx'
import type { Group } from '../../staff/groups-question.tsx'

export type Deed =
  | { readonly verb: 'take' }
  | { readonly verb: 'assign'; readonly to: { readonly group: string; readonly member?: string | undefined } }
  | { readonly verb: 'close'; readonly reason: string }
  | { readonly verb: 'mark-duplicate'; readonly original: number }

/** What is sent for one ticket: an address's last part, and a body. */
export type Step = { readonly verb: string; readonly body: Readonly<Record<string, unknown>> }

/** In the order in which they are offered; the server asks the same permission of each ticket again. */
export const deeds = {
  assign: 'ticket.assign',
  take: 'ticket.take',
  'mark-duplicate': 'ticket.markDuplicate',
  close: 'ticket.close',
} as const satisfies Record<Deed['verb'], Permission>

/** Assigning, closing and marking go by what was seen: a ticket that changed since says so instead. */
export function stepOf(deed: Deed, { version }: Pick<IncomingItem, 'version'>): Step {
  switch (deed.verb) {
    case 'take':
      return { verb: 'take', body: {} }
    case 'assign':
      return { verb: 'assign', body: { ...deed.to, version } }
    case 'close':
      return { verb: 'close', body: { reason: deed.reason, version } }
    case 'mark-duplicate':
      return { verb: 'mark-duplicate', body: { original: deed.original, version } }
  }
}

/**
 * Back to whoever had it, going by the version that the deed left behind; who may not assign lays down what they took; what ended
 * is opened again, with its reason said.
 */
export function undoOf(
  deed: Deed,
  { assignee: { group, member }, version }: Pick<IncomingItem, 'assignee' | 'version'>,
  { mayAssign, reason }: { readonly mayAssign: boolean; readonly reason: string },
): Step {
  if (deed.verb === 'close' || deed.verb === 'mark-duplicate') return { verb: 'reopen', body: { reason } }
  if (deed.verb === 'take' && !mayAssign) return { verb: 'give-back', body: {} }
  return { verb: 'assign', body: { group: group.id, ...(member && { member: member.id }), version } }
}

/** Whether its undo would leave it as it was: the workflow leads back, and whoever had it may have it again. */
export function leadsBack(
  deed: Deed,
  item: Pick<IncomingItem, 'assignee' | 'status' | 'solution' | 'version'>,
  { mayAssign, groups }: { readonly mayAssign: boolean; readonly groups: readonly Group[] },
): boolean {
  if (!canUndo(deed.verb, item)) return false
  return undoOf(deed, item, { mayAssign, reason: '' }).verb !== 'assign' || canHaveAgain(groups, item.assignee)
}

/** From the one chosen last to this one, in the order of the list, whichever stands first. */
export function between(order: readonly number[], from: number, to: number): number[] {
  const [start, end] = [order.indexOf(from), order.indexOf(to)].toSorted((one, other) => one - other)
  return start === undefined || start < 0 || end === undefined ? [to] : order.slice(start, end + 1)
}
