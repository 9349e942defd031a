import type { Transaction } from 'kysely'
import type { MultilingualText } from '../../fields/multilingual-text/multilingual-text.ts'
import type { Tables } from '../tables.ts'

export type NewMessage = {
  ticket: number
  id: string
  kind: 'reply' | 'note'
  author: string
  side: 'customer' | 'staff'
  text: MultilingualText
  at: Date
}

/** A new message as it was written: `side` is the side of its author at that moment, and stays. */
export async function insertMessage(db: Transaction<Tables>, message: NewMessage): Promise<void> {
  await db
    .insertInto('message')
    .values({
      ticket_number: message.ticket,
      id: message.id,
      kind: message.kind,
      author_id: message.author,
      side: message.side,
      text: JSON.stringify(message.text),
      at: message.at,
    })
    .execute()
}

/** Other words for the same message; readers are told when. */
export async function editMessageText(
  db: Transaction<Tables>,
  ticket: number,
  id: string,
  text: MultilingualText,
  at: Date,
): Promise<void> {
  await db
    .updateTable('message')
    .set({ text: JSON.stringify(text), edited_at: at })
    .where('ticket_number', '=', ticket)
    .where('id', '=', id)
    .execute()
}

/** Another language was added, or one is gone; what was written itself stays, and so it does not count as edited. */
export async function updateMessageText(
  db: Transaction<Tables>,
  ticket: number,
  id: string,
  text: MultilingualText,
): Promise<void> {
  await db
    .updateTable('message')
    .set({ text: JSON.stringify(text) })
    .where('ticket_number', '=', ticket)
    .where('id', '=', id)
    .execute()
}
