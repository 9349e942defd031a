import type { Actor } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { presentText, type MultilingualText } from '../../fields/multilingual-text/multilingual-text.ts'
import { isId } from '../../fields/user-group/user-group.ts'
import { refuse } from '../../server/errors/refusal.ts'
import type { PresentedVersion } from './one-ticket.ts'
import { findTicket } from './read-ticket.server.ts'

/** What a note said before it was edited, oldest first; for staff. */
export async function noteVersions(
  desk: Desk,
  actor: Actor,
  number: number,
  note: string | undefined,
): Promise<{ items: PresentedVersion[]; next: null }> {
  const found = await findTicket(desk.read(), actor, number)
  if (!found || found.side !== 'staff' || !isId(note)) refuse('notFound')
  const id = note.toLowerCase()
  const rows = await desk
    .read()
    .selectFrom('ticket_event')
    .select(['at', 'details'])
    .where('ticket_number', '=', number)
    .where('happened', '=', 'noteEdited')
    .orderBy('seq')
    .execute()
  const items = rows
    .map(({ at, details }) => ({ at, ...(details as { message: string; text: MultilingualText }) }))
    .filter(({ message }) => message === id)
    .map(({ at, text }) => ({ text: presentText(text), until: at.toISOString() }))
  return { items, next: null }
}
