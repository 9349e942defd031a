import type { Kysely } from 'kysely'
import type { Actor } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Ticket } from '../../entities/ticket/ticket-tables.ts'
import type { Desk } from '../../events/desk.server.ts'
import { presentText } from '../../fields/multilingual-text/multilingual-text.ts'
import { isSoleReviewer } from '../../permissions/sole-reviewer.server.ts'
import { refuse } from '../../server/errors/refusal.ts'
import { settingsOf } from '../../settings/settings.server.ts'
import { presentCustom } from '../../settings/added-fields/present-custom.server.ts'
import type { Settings } from '../../settings/settings.ts'
import { possibleVerbs } from '../../workflow/possible-verbs.ts'
import { overSince } from '../../workflow/over-since.ts'
import { after } from '../../workflow/workflow-settings.ts'
import type { PresentedTicket } from './one-ticket.ts'
import { waitingAsCustomerSees } from '../came-to-us.server.ts'
import { findChanged, findTicket, sideOfDoer, type FoundTicket } from './read-ticket.server.ts'
import { joinedTickets } from './joined-tickets.server.ts'
import { undeliveredOf, waitingMailOf } from './undelivered.server.ts'
import { roundsSeen, solutionOf } from './read-solution.server.ts'

/** One ticket as its reader sees it, with what they may do now. 404 alike for absent and not theirs. */
export async function oneTicket(desk: Desk, actor: Actor, number: number): Promise<PresentedTicket> {
  return presentFound(desk, actor, await findTicket(desk.read(), actor, number))
}

/** The same for whoever changed it this moment. What they passed on to others they are shown once more, as it left them. */
export async function changedTicket(desk: Desk, actor: Actor, number: number): Promise<PresentedTicket> {
  return presentFound(desk, actor, await findChanged(desk.read(), actor, number))
}

async function presentFound(desk: Desk, actor: Actor, found: Found | null): Promise<PresentedTicket> {
  if (!found) refuse('notFound')
  const db = desk.read()
  const { number } = found.row
  const joined = found.side === 'staff' && found.row.has_joined ? await joinedTickets(db, actor, number) : []
  return present(desk, actor, found, joined)
}

/**
 * The same of one that was written this moment: nothing is joined with it yet, nothing solved; files that lie beside it are left
 * out. Whoever wrote it is shown it, also a representative for a customer, whose request lies with the Support Desk from then on.
 */
export async function newTicketShown(
  desk: Desk,
  actor: Actor,
  { ticket, ...around }: { ticket: Ticket; settings: Settings; customer: string; group: string },
): Promise<PresentedTicket> {
  const row: FoundTicket = {
    ...{ ...ticket, settings: around.settings, customer_name: around.customer, group_name: around.group },
    ...{ member_name: null, author_id: null, rounds: [], files: [] },
    ...{
      came: null,
      has_joined: false,
      undelivered: null,
      original_status: null,
      original_ended_at: null,
      original_since: null,
      answer_text: null,
      answer_at: null,
      answer_files: [],
    },
  }
  return present(desk, actor, { row, side: sideOfDoer(actor, row) }, [])
}

type Found = { row: FoundTicket; side: 'staff' | 'customer' }

async function present(desk: Desk, actor: Actor, { row, side }: Found, joined: PresentedTicket['joined']) {
  const db = desk.read()
  const settings = settingsOf(row.settings)
  const may = await mayNow(desk, db, actor, row, settings)
  const custom = await presentCustom(db, row.custom, side)
  const solution = solutionOf(row, side)
  const undelivered = side === 'staff' ? undeliveredOf(row) : null
  const waitingMail = side === 'staff' ? waitingMailOf(row) : null
  const rounds = roundsSeen(row, side)
  return { ...fieldsOf(row, side, settings), joined, undelivered, waitingMail, solution, rounds, custom, side, may }
}

async function mayNow(desk: Desk, db: Kysely<Tables>, actor: Actor, row: FoundTicket, { workflow }: Settings) {
  const own = actor.kind === 'person' && row.author_id === actor.id && row.solution_state === 'inReview'
  const soleReviewer = own && actor.permissions.has('solution.review') && (await isSoleReviewer(db, actor.id))
  return possibleVerbs(actor, row, { at: desk.clock.now(), settings: workflow }, { soleReviewer })
}

function fieldsOf(row: FoundTicket, side: 'staff' | 'customer', { workflow }: Settings) {
  const closed = row.closed_at
  const over = overSince(row)
  return {
    number: row.number,
    title: presentText(row.title),
    description: presentText(row.description),
    status: row.status,
    customer: { id: row.customer_id, name: row.customer_name },
    assignee: {
      group: { id: row.group_id, name: row.group_name },
      member: row.member_id ? { id: row.member_id, name: row.member_name ?? '' } : null,
    },
    openedAt: row.opened_at.toISOString(),
    closedAt: closed?.toISOString() ?? null,
    ended: row.ended,
    duplicateOf: row.duplicate_of,
    original: originalOf(row),
    offeredByOriginal: offeredByOriginal(row),
    ...filesSeen(row, side),
    rating: row.score
      ? { score: row.score, comment: row.comment && presentText(row.comment), at: row.rated_at!.toISOString() }
      : null,
    waiting:
      side === 'customer'
        ? waitingAsCustomerSees(row)
        : { for: row.waiting_for, since: row.waiting_since.toISOString() },
    answered: row.answered,
    dueAt: row.due_at?.toISOString() ?? null,
    reopenUntil: over ? after(over, workflow.reopenDays).toISOString() : null,
    rateUntil: closed && row.status === 'closed' ? after(closed, workflow.ratingDays).toISOString() : null,
    version: row.version,
  }
}

function filesSeen({ files }: FoundTicket, side: 'staff' | 'customer'): Pick<PresentedTicket, 'files' | 'leftOut'> {
  const seen = files.filter((file) => side === 'staff' || file.for_everyone)
  return {
    files: seen
      .filter(({ left_out }) => left_out === null)
      .map(({ id, name, type, size, text_id }) => ({ id, name, type, size, of: text_id })),
    leftOut: seen.flatMap(({ id, name, type, size, text_id, left_out: why }) =>
      why === null ? [] : [{ id, name, type, size, of: text_id, why }],
    ),
  }
}

function originalOf(row: FoundTicket): PresentedTicket['original'] {
  if (row.duplicate_of === null || !row.original_status) return null
  return { number: row.duplicate_of, status: row.original_status, since: row.original_since!.toISOString() }
}

function offeredByOriginal(row: FoundTicket): PresentedTicket['offeredByOriginal'] {
  if (!row.answer_state || !row.answer_text) return null
  const { answer_ticket: ticket, answer_round: round, answer_at: at, answer_state: state, answer_files: files } = row
  return { text: presentText(row.answer_text), ticket: ticket!, round: round!, at: at!.toISOString(), state, files }
}
