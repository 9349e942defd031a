import { readAsked } from '../queries/closed-tickets/asked.server.ts'
import { closedTicketsFilters } from '../queries/closed-tickets/closed-tickets.ts'
import { closedTicketsCsv, closedTicketsXlsx } from '../queries/closed-tickets/export.server.ts'
import type { Exportables } from '../queries/exports/exportable.server.ts'

/** Every query whose rows can be written to a file. */
export const exportables: Exportables = {
  'closed-tickets': {
    async check(desk, actor, filters) {
      await readAsked(desk, actor, filters, closedTicketsFilters)
    },
    async write(desk, actor, filters, format, onRows) {
      const asked = await readAsked(desk, actor, filters, closedTicketsFilters)
      return format === 'csv'
        ? closedTicketsCsv(desk, actor, asked, onRows)
        : closedTicketsXlsx(desk, actor, asked, onRows)
    },
  },
}
