import { versionOf } from '../../events/replay.ts'
import type { TicketCheck } from './whole-ticket.ts'

export const versionFollows: TicketCheck = {
  name: 'versions follow from the events',
  differences({ row, events }) {
    const version = versionOf(events)
    return row.version === version ? [] : [`T-${row.number} has version ${row.version} instead of ${version}`]
  },
}
