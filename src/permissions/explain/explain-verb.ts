import type { Person } from '../../entities/person/actor.ts'
import { possible, type Moment } from '../../workflow/possible.ts'
import { actsAsCustomer } from '../../workflow/possible-verbs.ts'
import { decide, type Circumstances, type PersonsVerb } from '../may.ts'
import type { Permission } from '../permissions.ts'
import { sideOf } from '../sight.ts'
import type { TicketFacts } from '../ticket-facts.ts'

export type Explained = {
  verb: PersonsVerb
  may: boolean
  /**
   * 'allowed'; 'notVisible': they do not see the ticket; 'lacksPermission'; 'notTheirs': the permission is there, but the
   * ticket is not with them; 'ownSolution'; or what stands against it now: 'notPossibleNow', 'alreadyTaken', 'tooLate'.
   */
  why: string
  permission: Permission
  endedOn?: string
}

/** One verb on one ticket in the words of the rules themselves: first the right, then the state. */
export function explainVerb(
  person: Person,
  verb: PersonsVerb,
  ticket: TicketFacts,
  now: Omit<Moment, 'asCustomer'>,
  circumstances: Circumstances,
): Explained {
  const { permission, answer } = decide(person, verb, ticket, circumstances)
  const no = (why: string) => ({ verb, may: false, why, permission })
  if (sideOf(person, ticket) === null) return no('notVisible')
  if (answer !== true && answer.code === 'ownSolution') return no('ownSolution')
  if (answer !== true) return no(person.permissions.has(permission) ? 'notTheirs' : 'lacksPermission')
  const state = possible(verb, ticket, { ...now, asCustomer: actsAsCustomer(person, verb, ticket) })
  if (state === true) return { verb, may: true, why: 'allowed', permission }
  return { ...no(state.code), ...('endedOn' in state ? { endedOn: state.endedOn.toISOString() } : {}) }
}
