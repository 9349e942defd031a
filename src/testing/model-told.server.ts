import { runTelling } from '../interactions/run-telling.server.ts'
import type { TestDesk } from './desk.server.ts'

/** Does every duty that is open, some of them twice, as a worker that was killed would; answers how many there were. */
export async function doDuties({ desk, tellings }: TestDesk, step: number): Promise<number> {
  const open = tellings.splice(0)
  await Promise.all(open.map((telling) => runTelling(desk, telling)))
  if (step % 5 === 0) await Promise.all(open.map((telling) => runTelling(desk, telling)))
  return open.length
}

/** Every notice and every mail about these tickets, in the model's words: 'interaction (variant) #ticket.event to whom'. */
export async function toldOf({ database, ids }: TestDesk, numbers: readonly number[]) {
  if (numbers.length === 0) return { notices: [], mails: [] }
  const db = database.primary
  const of = (table: 'notice' | 'mail') =>
    db
      .selectFrom(table)
      .leftJoin('ticket_event', (join) =>
        join
          .onRef('ticket_event.ticket_number', '=', `${table}.ticket_number`)
          .onRef('ticket_event.id', '=', `${table}.event_id`),
      )
      .select([`${table}.ticket_number`, 'interaction', 'recipient_id', 'says', 'ticket_event.seq'])
      .where(`${table}.ticket_number`, 'in', numbers)
      .execute()
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]))
  const words = (rows: Awaited<ReturnType<typeof of>>) =>
    rows
      .map(({ interaction, recipient_id: to, ticket_number: ticket, seq, says }) => {
        const variant = (says as { variant?: string } | null)?.variant
        const who = names.get(to ?? '') ?? to
        return `${interaction}${variant ? ` (${variant})` : ''} #${numbers.indexOf(ticket!)}.${seq} ${who}`
      })
      .toSorted()
  const [notices, mails] = await Promise.all([of('notice'), of('mail')])
  return { notices: words(notices), mails: words(mails) }
}
