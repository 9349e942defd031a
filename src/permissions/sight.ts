import type { Actor, Person } from '../entities/person/actor.ts'
import type { TicketFacts } from './ticket-facts.ts'

/** From which side someone sees a ticket; null when they do not see it at all. `visible.server.ts` says the same in SQL. */
export type Side = 'staff' | 'customer' | null

/** Whoever may see it from both sides sees it as staff. */
export function sideOf(actor: Actor, ticket: TicketFacts): Side {
  if (isElsewhere(actor, ticket)) return null
  if (actor.kind === 'system' || seesAsStaff(actor, ticket)) return 'staff'
  const theirs = isOwner(actor, ticket) && actor.permissions.has('ticket.seeOwn')
  return theirs || isColleagues(actor, ticket) ? 'customer' : null
}

/** Whoever came by a link to one ticket is nobody at every other. */
const isElsewhere = (actor: Actor, { number }: TicketFacts): boolean =>
  actor.kind === 'person' && actor.onlyTicket !== undefined && actor.onlyTicket !== number

export const sees = (actor: Actor, ticket: TicketFacts): boolean => sideOf(actor, ticket) !== null

/** Every ticket, from the side of staff. */
export const seesAll = ({ permissions }: Pick<Person, 'permissions'>): boolean => permissions.has('ticket.seeAll')

/** Those of their groups, and those that are assigned to them, from the side of staff. */
export const seesGroups = ({ permissions }: Pick<Person, 'permissions'>): boolean => permissions.has('ticket.seeGroups')

/** Small numbers about single people say much about them: a right of its own, beside that of seeing everything. */
export const seesPeople = (actor: Pick<Person, 'permissions'>): boolean =>
  seesAll(actor) && actor.permissions.has('statistics.people')

/** Finds people by their addresses too, letter by letter: elsewhere they read them as well, or write to everybody. */
export const findsByAddress = (actor: Pick<Person, 'permissions'>): boolean =>
  seesAll(actor) || actor.permissions.has('user.read')

/** The ticket's customer, whoever wrote the request for them. */
export const isOwner = (actor: Person, ticket: TicketFacts): boolean => ticket.customer_id === actor.id

/** Someone's of the same organisation: to be read, no more. */
const isColleagues = (actor: Person, ticket: TicketFacts): boolean =>
  seesColleagues(actor) && actor.colleagues!.has(ticket.customer_id)

/** They belong to an organisation, and may read what its people ask for. */
export const seesColleagues = ({ permissions, colleagues }: Pick<Person, 'permissions' | 'colleagues'>): boolean =>
  permissions.has('ticket.seeOrganisation') && colleagues !== undefined

/** As the member, not by their group. */
export const isAssigned = (actor: Person, ticket: TicketFacts): boolean => ticket.member_id === actor.id

export const isOfAssignedGroup = (actor: Person, ticket: TicketFacts): boolean => actor.groups.has(ticket.group_id)

function seesAsStaff(actor: Person, ticket: TicketFacts): boolean {
  if (seesAll(actor)) return true
  return seesGroups(actor) && (isAssigned(actor, ticket) || isOfAssignedGroup(actor, ticket))
}
