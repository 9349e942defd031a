import type { Transaction } from 'kysely'
import type { Tables } from '../entities/tables.ts'

/** Whether somebody gets few mails about a ticket. */
export type Unproven = (person: string, ticket: number) => boolean

/**
 * Anybody can name them in a request: they get few mails until they answer for their address. Whoever answered a mail of ours
 * about the ticket, by the mark in it, has it and wants to hear of this ticket; other requests may still be somebody else's.
 */
export async function unprovenAmong(
  db: Transaction<Tables>,
  people: readonly string[],
  tickets: readonly number[],
): Promise<Unproven> {
  const unproven = people.length === 0 ? [] : await withoutProof(db, people)
  if (unproven.length === 0) return () => false
  const addresses = new Map(unproven.map(({ id, email }) => [id, email]))
  const answers = await db
    .selectFrom('inbound_mail')
    .select(['ticket_number', 'from_address'])
    .where((eb) => eb('ticket_number', '=', eb.fn.any(eb.val([...tickets]))))
    .where((eb) => eb('from_address', '=', eb.fn.any(eb.val([...addresses.values()]))))
    .where('decision', '=', 'joined')
    .where('reason', 'in', ['replyMark', 'ownMessageId'])
    .execute()
  const answered = new Set(answers.map((each) => `${each.ticket_number} ${each.from_address}`))
  return (person, ticket) => addresses.has(person) && !answered.has(`${ticket} ${addresses.get(person)}`)
}

const withoutProof = (db: Transaction<Tables>, people: readonly string[]) =>
  db
    .selectFrom('users')
    .select(['id', 'email'])
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...people]))))
    .where('email_verified', '=', false)
    .execute()
