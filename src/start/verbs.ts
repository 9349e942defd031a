import { editNote } from '../conversation/edit-note.server.ts'
import { note } from '../conversation/note.server.ts'
import { reply } from '../conversation/reply.server.ts'
import { translate } from '../conversation/translate.server.ts'
import type { PersonsVerb } from '../permissions/may.ts'
import { acceptSolution } from '../workflow/accept-solution.server.ts'
import { approveSolution } from '../workflow/approve-solution.server.ts'
import { assign } from '../workflow/assign.server.ts'
import { cancel } from '../workflow/cancel.server.ts'
import { close } from '../workflow/close.server.ts'
import { declineSolution } from '../workflow/decline-solution.server.ts'
import { giveBack } from '../workflow/give-back.server.ts'
import { markDuplicate } from '../workflow/mark-duplicate.server.ts'
import { proposeSolution } from '../workflow/propose-solution.server.ts'
import { rate } from '../workflow/rate.server.ts'
import { reopen } from '../workflow/reopen.server.ts'
import { returnSolution } from '../workflow/return-solution.server.ts'
import { setFields } from '../workflow/set-fields.server.ts'
import { take } from '../workflow/take.server.ts'
import type { TicketVerb } from '../workflow/ticket-verb.server.ts'
import { withdrawSolution } from '../workflow/withdraw-solution.server.ts'

/** Every verb that a person can do to a ticket, by its name in the address. */
export const ticketVerbs: Record<PersonsVerb, TicketVerb> = {
  cancel,
  assign,
  take,
  'give-back': giveBack,
  'propose-solution': proposeSolution,
  'withdraw-solution': withdrawSolution,
  'approve-solution': approveSolution,
  'return-solution': returnSolution,
  'accept-solution': acceptSolution,
  'decline-solution': declineSolution,
  close,
  'mark-duplicate': markDuplicate,
  reopen,
  rate,
  reply,
  note,
  'edit-note': editNote,
  translate,
  'set-fields': setFields,
}
