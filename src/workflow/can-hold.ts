import type { Person } from '../entities/person/actor.ts'
import { may } from '../permissions/may.ts'
import { permissions } from '../permissions/permissions.ts'
import { sideOf } from '../permissions/sight.ts'
import type { TicketFacts } from '../permissions/ticket-facts.ts'

/**
 * Whether a ticket can be with somebody: they see it as staff once it is theirs, and are of its group, or may take it without
 * being, as the desk. With whoever does not see it, it would lie: nobody else can take it.
 */
export const canHold = (person: Person, ticket: TicketFacts): boolean =>
  sideOf(person, { ...ticket, member_id: person.id }) === 'staff' &&
  (person.groups.has(ticket.group_id) || may(person, 'take', ticket, { soleReviewer: false }) === true)

/** Whether somebody of a group can be given its tickets. */
export const canHoldAsMember = (person: Person, group: string): boolean =>
  person.groups.has(group) && canHold(person, ticketOf(group))

/** The rights that holding a ticket depends on, found by asking `canHold` with each one taken away, and with each one alone. */
export const rightsToHold = (): string[] =>
  permissions.filter((right) => {
    const others = permissions.filter((each) => each !== right)
    return !canHold(somebody(others, []), ticketOf(theirs)) || canHold(somebody([right], [theirs]), ticketOf(theirs))
  })

const theirs = 'a group'

const somebody = (rights: readonly string[], groups: readonly string[]): Person => ({
  ...{ kind: 'person', id: 'them', name: '', email: '', language: 'en', timeZone: 'UTC' },
  permissions: new Set(rights),
  groups: new Set(groups),
})

const ticketOf = (group: string): TicketFacts => ({
  ...{ number: 1, customer_id: 'another', group_id: group, member_id: null, author_id: null },
  ...{ status: 'inProgress', solution_state: null, solution_round: null, asks_verdict: null },
  ...{ closed_at: null, rated_at: null, duplicate_of: null, answer_state: null },
})
