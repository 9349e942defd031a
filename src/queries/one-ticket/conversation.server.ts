import type { Actor } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { presentText } from '../../fields/multilingual-text/multilingual-text.ts'
import { refuse } from '../../server/errors/refusal.ts'
import { pageOf, type Page } from '../keyset.ts'
import type { PresentedMessage } from './one-ticket.ts'
import { findTicket } from './read-ticket.server.ts'

/** Messages and, for staff, notes; oldest first. `skip` is the number of those already read. */
export async function conversation(
  desk: Desk,
  actor: Actor,
  number: number,
  { skip = 0, limit = 200 }: { skip?: number; limit?: number },
): Promise<Page<PresentedMessage>> {
  const found = await findTicket(desk.read(), actor, number)
  if (!found) refuse('notFound')
  const rows = await desk
    .read()
    .selectFrom('message')
    .innerJoin('users', 'users.id', 'message.author_id')
    .selectAll('message')
    .select('users.name as author_name')
    .where('ticket_number', '=', number)
    .$if(found.side === 'customer', (query) => query.where('message.kind', '=', 'reply'))
    .orderBy('message.at')
    .orderBy('message.id')
    .offset(skip)
    .limit(limit + 1)
    .execute()
  return pageOf(
    rows,
    limit,
    (row): PresentedMessage => ({
      id: row.id,
      kind: row.kind,
      author: { id: row.author_id, name: row.author_name },
      side: row.side,
      text: presentText(row.text),
      at: row.at.toISOString(),
      editedAt: row.edited_at?.toISOString() ?? null,
    }),
    (row) => [row.at.toISOString(), skip + limit],
  )
}
