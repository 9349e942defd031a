import type { Actor } from '../entities/person/actor.ts'
import type { Verb } from '../entities/ticket/verbs.ts'
import { may, type Circumstances, type PersonsVerb } from '../permissions/may.ts'
import { isOwner, sideOf } from '../permissions/sight.ts'
import type { TicketFacts } from '../permissions/ticket-facts.ts'
import { bodies } from './bodies.ts'
import { possible, type Moment } from './possible.ts'

/** All that is done to a ticket that is there: a request begins one. */
export const personsVerbs = Object.keys(bodies).filter((verb): verb is PersonsVerb => verb !== 'submit')

/** What this actor may do to this ticket now: what the pages offer and what a refusal names. */
export function possibleVerbs(
  actor: Actor,
  ticket: TicketFacts,
  now: Omit<Moment, 'asCustomer'>,
  circumstances: Circumstances,
): Verb[] {
  return personsVerbs.filter(
    (verb) =>
      may(actor, verb, ticket, circumstances) === true &&
      possible(verb, ticket, { ...now, asCustomer: actsAsCustomer(actor, verb, ticket) }) === true,
  )
}

/** The windows of reopening bind whoever acts as the ticket's customer and could not act as the desk. */
export function actsAsCustomer(actor: Actor, verb: PersonsVerb, ticket: TicketFacts): boolean {
  if (actor.kind === 'system') return false
  if (verb === 'reopen') return !(actor.permissions.has('ticket.reopen') && sideOf(actor, ticket) === 'staff')
  return isOwner(actor, ticket)
}
