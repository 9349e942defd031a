import { sql } from 'kysely'

/**
 * Of a row of `ticket`: when its original ended, where it is a duplicate. What its customer was told of that end holds, whatever
 * becomes of the original afterwards.
 */
export const originalEndedAt = sql<Date | null>`case when ticket.duplicate_of is not null then greatest(
  (select closed_at from ticket as its_original where its_original.number = ticket.duplicate_of),
  (select max(at) from ticket_event where ticket_number = ticket.number and happened = 'originalEnded')
) end`
