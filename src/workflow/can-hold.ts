import type { Person } from '../entities/person/actor.ts'
import { may } from '../permissions/may.ts'
import type { TicketFacts } from '../permissions/ticket-facts.ts'

/** Whether a ticket can be with somebody: they are of its group, or may take it without being, as the desk. */
export const canHold = (person: Person, ticket: TicketFacts): boolean =>
  person.groups.has(ticket.group_id) || may(person, 'take', ticket, { soleReviewer: false }) === true
