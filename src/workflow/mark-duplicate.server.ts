import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import { ticketColumns } from '../entities/ticket/columns.ts'
import type { Change } from '../events/desk.server.ts'
import { factsOf } from './ticket-facts.server.ts'
import { sees } from '../permissions/sight.ts'
import { refuse, refuseFields } from '../server/errors/refusal.ts'
import { changeTicket } from './change-ticket.server.ts'
import { followUps } from './follow-ups.ts'
import { duplicatesOf, lockFamily } from './lock-family.server.ts'
import { answerOf } from './shared-answer.server.ts'
import { ticketVerb } from './ticket-verb.server.ts'
import { withdrawOpenRound } from './withdraw-open-round.server.ts'

/**
 * Joins the ticket with its original. Tickets that were joined with this one move along to the new root. Where the original
 * was answered already, the answer is shown at once.
 */
export const markDuplicate = ticketVerb(
  'mark-duplicate',
  async ({ change, ticket, body }) => {
    const root = (await readTicket(change, body.original))!
    await withdrawOpenRound(change, ticket)
    await moveFollowers(change, ticket.number, root)
    return { set: { duplicate_of: root.number, ...answerOf(root, ticket) }, details: { original: root.number } }
  },
  {
    lock: (change, number, rawBody) =>
      lockFamily(change, number, [(rawBody as { original?: unknown } | null | undefined)?.original]),
    check: ({ change, ticket, body }) => checkOriginal(change, ticket.number, body.original),
  },
)

async function checkOriginal(change: Change, number: number, original: number): Promise<void> {
  if (original === number) refuseFields({ field: 'original', code: 'itself' })
  const row = await readTicket(change, original)
  if (!row || !sees(change.actor, await factsOf(change.db, row))) refuseFields({ field: 'original', code: 'notInList' })
  if (row.duplicate_of === number)
    refuse('duplicateCircle', {
      variables: { original, root: number },
      errors: [{ field: 'original', code: 'duplicateCircle', root: number }],
    })
  if (row.duplicate_of !== null) refuseFields({ field: 'original', code: 'isDuplicate', root: row.duplicate_of })
}

async function moveFollowers(change: Change, number: number, root: Ticket): Promise<void> {
  for (const follower of await duplicatesOf(change, number))
    await changeTicket(change, follower, followUps.followTheRoot, {
      set: { duplicate_of: root.number, ...answerOf(root, follower) },
      details: { original: root.number, from: number },
    })
}

const readTicket = ({ db }: Change, number: number): Promise<Ticket | undefined> =>
  db.selectFrom('ticket').select(ticketColumns).where('number', '=', number).executeTakeFirst()
