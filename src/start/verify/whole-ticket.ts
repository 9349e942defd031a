import type { Selectable } from 'kysely'
import type { EventRow, MessageRow, SolutionRoundRow, Ticket } from '../../entities/ticket/ticket-tables.ts'
import type { FindableText } from '../../entities/ticket/words.write.server.ts'

/** A ticket with everything that belongs to it. */
export type WholeTicket = {
  row: Ticket
  events: Selectable<EventRow>[]
  rounds: Selectable<SolutionRoundRow>[]
  messages: Selectable<MessageRow>[]
}

/** Looks at one ticket; what it finds wrong, in words for operators. */
export type TicketCheck = { name: string; differences(ticket: WholeTicket): string[] }

/** Every text that can be found, as it should stand in ticket_words; those of added fields apart. */
export function findableTexts({ row, rounds, messages }: WholeTicket): FindableText[] {
  return [
    { textId: 'title', audience: 'everyone', text: row.title },
    { textId: 'description', audience: 'everyone', text: row.description },
    ...(row.comment ? [{ textId: 'comment', audience: 'everyone' as const, text: row.comment }] : []),
    ...rounds.map((round) => ({
      textId: `solution:${round.round}`,
      audience: round.offered_at ? ('everyone' as const) : ('staff' as const),
      text: round.text,
    })),
    ...messages.map((message) => ({
      textId: `message:${message.id}`,
      audience: message.kind === 'note' ? ('staff' as const) : ('everyone' as const),
      text: message.text,
    })),
  ]
}
