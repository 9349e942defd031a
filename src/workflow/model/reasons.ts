// Why things were done: said to the customer, or among staff.
import { sideOf, type Verb } from './people.ts'
import type { Reason, Ticket, Who, World } from './world.ts'

const among: readonly Verb[] = ['give-back', 'return-solution']
const given: readonly Verb[] = [...among, 'cancel', 'withdraw-solution', 'decline-solution', 'close', 'reopen']

/** Kept in the order in which they were given. */
export function keepReason(ticket: Ticket, by: Who, verb: Verb, withoutText: boolean): void {
  if (withoutText || !given.includes(verb)) return
  const neverOut = verb === 'withdraw-solution' && !ticket.rounds.at(-1)!.reachedCustomer
  ticket.reasons.push({ by, hidden: neverOut || among.includes(verb) })
}

/** Which is translated; where there is none of that place, it is the title. */
export const reasonOf = ({ reasons }: Ticket, pick: number): Reason | undefined => reasons[pick % (reasons.length + 1)]

/** Staff translate every one; a customer what they said, and knows nothing of what was said among staff. */
export function notTheirReason(world: World, ticket: Ticket, who: Who, pick: number): string | null {
  const reason = reasonOf(ticket, pick)
  if (!reason || sideOf(world, who, ticket) === 'staff') return null
  if (reason.hidden) return 'invalidFields'
  return reason.by === who ? null : 'notAllowed'
}
