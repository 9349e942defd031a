import type { AnswerState, Ending, SolutionState, Status, WaitingFor } from '../../entities/ticket/ticket.ts'
import type { LeftOut } from '../../entities/ticket/left-out.ts'
import type { Verb } from '../../entities/ticket/verbs.ts'
import type { PresentedText } from '../../fields/multilingual-text/multilingual-text.ts'
import type { Named } from '../named.ts'
import type { Happened } from '../../events/happened.ts'

/** A ticket as the interface answers it, for the one who asks: what they may not see is not in it. */
export type PresentedTicket = {
  number: number
  title: PresentedText
  description: PresentedText
  status: Status
  customer: Named
  assignee: { group: Named; member: Named | null }
  openedAt: string
  closedAt: string | null
  ended: Ending | null
  duplicateOf: number | null
  /** The original's path, for those who see a duplicate of it: its status and since when, never its texts or people. */
  original: { number: number; status: Status; since: string } | null
  /** To staff: its duplicates, as far as they see them; what each customer said to its answer, and when they last wrote. */
  joined: { number: number; customer: Named; answer: AnswerState | null; wroteAt: string | null }[]
  /** To staff: our mails to the customer come back, or are given up; what the mail server said of the latest. */
  undelivered: { to: string; said: string | null; at: string } | null
  /** To staff: a mail of ours to the customer that has not gone out yet, and why. */
  waitingMail: { to: string; why: 'held' | 'rationed' | 'retried'; said: string | null } | null
  /** Files of the texts that the reader may see; `of` is 'description', 'solution:2' or 'message:<id>'. */
  files: { id: string; name: string; type: string; size: number; of: string }[]
  /** Files that came with a mail and were left in it, and why; staff find them in the mail itself. */
  leftOut: { id: string; name: string; type: string; size: number; of: string; why: LeftOut }[]
  /** On a duplicate: the solution that went out on `ticket`, and what became of it here. Of nobody by name; `files` are its own. */
  offeredByOriginal: {
    text: PresentedText
    ticket: number
    round: number
    at: string
    state: AnswerState
    files: PresentedTicket['files']
  } | null
  solution: PresentedSolution | null
  /** Rounds are kept: those from before a reopening too, when there is no present solution. */
  rounds: PresentedRound[]
  rating: { score: number; comment: PresentedText | null; at: string } | null
  waiting: { for: WaitingFor; since: string }
  /** The customer wrote while a solution is offered. */
  answered: boolean
  /** When silence closes it, or the reminder goes out. */
  dueAt: string | null
  /** Until when the customer may reopen or rate; null while that is not the question. */
  reopenUntil: string | null
  rateUntil: string | null
  version: number
  /** Values of added fields by their keys, as far as the reader may see them. */
  custom: Record<string, unknown>
  side: 'staff' | 'customer'
  may: Verb[]
}

export type PresentedSolution = {
  state: SolutionState
  text: PresentedText
  round: number
  author: Named
  asksVerdict: boolean
  rounds: PresentedRound[]
}

export type PresentedRound = {
  round: number
  state: SolutionState
  text: PresentedText
  /** What was proposed, where the reviewer edited it. */
  proposedText: PresentedText | null
  author: Named
  proposedAt: string
  offeredAt: string | null
  reviewedBy: Named | null
  selfReviewed: boolean
  decidedAt: string | null
  reason: PresentedText | null
}

export type PresentedEvent = {
  id: string
  seq: number
  at: string
  /** null: the system; to a duplicate's customer also whoever acted on its original. */
  actor: Named | null
  happened: Happened
  before: Record<string, unknown>
  after: Record<string, unknown>
  reason?: PresentedText
  details: Record<string, unknown>
}

export type PresentedMessage = {
  id: string
  kind: 'reply' | 'note'
  author: Named
  side: 'customer' | 'staff'
  text: PresentedText
  at: string
  /** When a note was last put into other words. */
  editedAt: string | null
}

/** What a note said, until it was edited. */
export type PresentedVersion = { text: PresentedText; until: string }
