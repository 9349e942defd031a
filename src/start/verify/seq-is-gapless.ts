import type { TicketCheck } from './whole-ticket.ts'

export const seqIsGapless: TicketCheck = {
  name: 'events are numbered without a gap',
  differences({ row, events }) {
    const gap = events.findIndex(({ seq }, index) => seq !== index + 1)
    if (gap >= 0) return [`T-${row.number}: event ${gap + 1} is missing`]
    return row.seq === events.length ? [] : [`T-${row.number} says ${row.seq} events and has ${events.length}`]
  },
}
