import type { TicketCheck } from './whole-ticket.ts'

/** The database holds this too; here it is looked at, since constraints can be dropped and restores can skip them. */
export const endingIsWhole: TicketCheck = {
  name: 'endings are whole',
  differences({ row }) {
    const ended = row.status === 'closed' || row.status === 'duplicate'
    const parts = { closed_at: row.closed_at, ended: row.ended, ended_from: row.ended_from }
    const wrong = Object.entries(parts).flatMap(([name, value]) => ((value !== null) === ended ? [] : [name]))
    if ((row.status === 'duplicate') !== (row.duplicate_of !== null)) wrong.push('duplicate_of')
    return wrong.length === 0 ? [] : [`T-${row.number} is ${row.status} with the wrong ${wrong.join(', ')}`]
  },
}
