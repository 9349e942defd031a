import { differingColumns, replay } from '../../events/replay.ts'
import type { TicketCheck } from './whole-ticket.ts'

export const rowEqualsEvents: TicketCheck = {
  name: 'rows equal what happened to them',
  differences({ row, events }) {
    const columns = differingColumns(row, replay(events))
    return columns.length === 0 ? [] : [`T-${row.number} differs from its events in ${columns.join(', ')}`]
  },
}
