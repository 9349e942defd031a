import { happen } from './happen.ts'
import { canHave } from './people.ts'
import { end } from './solutions.ts'
import type { Group, Ticket, Who, World } from './world.ts'

/** Looks once at everything that is due; returns how many that were. */
export function fallDue(world: World): number {
  const due = world.tickets.filter((ticket) => ticket.due !== null && ticket.due.at <= world.now)
  for (const ticket of due) fall(world, ticket)
  return due.length
}

function fall(world: World, ticket: Ticket): void {
  const { what, at, half } = ticket.due!
  // reminded in time it closes a half after the middle; reminded late, a half after the reminder
  const middle = world.now > at + 60 * 60_000 ? world.now : at
  if (what === 'remind')
    happen(ticket, null, 'solutionReminded', () => (ticket.due = { what: 'closeBySilence', at: middle + half, half }))
  else happen(ticket, null, 'ticketClosedBySilence', () => end(world, ticket, 'silence'))
}

/** Somebody is deactivated, or leaves one group: what they had there goes back, and all that they cannot have any longer. */
export function release(world: World, who: Who, group?: Group): void {
  for (const ticket of world.tickets)
    if (ticket.member === who && ticket.closed === null && (ticket.group === group || !canHave(world, who, ticket)))
      happen(ticket, null, 'ticketReleased', () => (ticket.member = null))
}
