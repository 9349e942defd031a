// Undoing is a verb again, and not every verb leads back: an undo is offered where it does. See docs/decisions/0113.
import type { SolutionState, Status } from '../../entities/ticket/ticket.ts'
import { nextStatus } from '../../workflow/next-status.ts'
import { transitions } from '../../workflow/transitions.ts'

export type Undoable = 'assign' | 'take' | 'close' | 'mark-duplicate'
type Before = { readonly status: Status; readonly solution: SolutionState | null }

const undoneBy = { assign: 'assign', take: 'assign', close: 'reopen', 'mark-duplicate': 'reopen' } as const

/** Whether the ticket is then as it was before: in the status that it had, with the solution that it had. */
export function canUndo(verb: Undoable, { status, solution }: Before): boolean {
  const undo = transitions[undoneBy[verb]]
  const was = { status, ended_from: null }
  const is = { status: nextStatus(transitions[verb], was), ended_from: status as 'open' | 'inProgress' | 'responded' }
  return nextStatus(undo, is) === status && ('solutionTo' in undo ? solution === null : true)
}
