import type { Actor, Person } from '../entities/person/actor.ts'
import type { Verb } from '../entities/ticket/verbs.ts'
import type { Permission } from './permissions.ts'
import { isAssigned, isOfAssignedGroup, isOwner, sideOf, seesAll } from './sight.ts'
import type { TicketFacts } from './ticket-facts.ts'

/** Yes, or why not: the permission that is missing, or that one reviews nobody's solution but others'. */
export type Answer = true | { code: 'notAllowed'; permission: Permission } | { code: 'ownSolution' }

/** What only the server can know and some rules need. */
export type Circumstances = {
  /** Nobody else who is active holds solution.review: then an author may review themselves. */
  soleReviewer: boolean
}

type Rule = { needs: Permission; to: (actor: Person, ticket: TicketFacts, now: Circumstances) => boolean | Answer }

/** Who may do what to which ticket: one sentence a verb. Asked only of those who see the ticket. */
const rules: Record<Exclude<Verb, 'submit' | 'release' | 'close-by-silence'>, Rule | Rule[]> = {
  cancel: { needs: 'ticket.cancel', to: isOwner },
  assign: { needs: 'ticket.assign', to: seesAsStaff },
  take: { needs: 'ticket.take', to: (actor, ticket) => isOfAssignedGroup(actor, ticket) || seesAll(actor) },
  'give-back': { needs: 'ticket.giveBack', to: isAssigned },
  'propose-solution': { needs: 'solution.propose', to: worksOnIt },
  'withdraw-solution': {
    needs: 'solution.withdraw',
    to: (actor, ticket) => ticket.author_id === actor.id || worksOnIt(actor, ticket),
  },
  'approve-solution': {
    needs: 'solution.review',
    to: (actor, ticket, { soleReviewer }) =>
      seesAsStaff(actor, ticket) && (ticket.author_id !== actor.id || soleReviewer || { code: 'ownSolution' }),
  },
  'return-solution': { needs: 'solution.review', to: seesAsStaff },
  'accept-solution': { needs: 'solution.accept', to: isOwner },
  'decline-solution': { needs: 'solution.accept', to: isOwner },
  close: { needs: 'ticket.close', to: seesAsStaff },
  'mark-duplicate': { needs: 'ticket.markDuplicate', to: seesAsStaff },
  reopen: [
    { needs: 'ticket.reopen', to: seesAsStaff },
    { needs: 'ticket.reopenOwn', to: isOwner },
  ],
  rate: { needs: 'ticket.rate', to: isOwner },
  // whoever merely reads a colleague's ticket is neither its customer nor one of the staff
  reply: { needs: 'ticket.reply', to: (actor, ticket) => isOwner(actor, ticket) || seesAsStaff(actor, ticket) },
  note: { needs: 'ticket.note', to: seesAsStaff },
  // their own notes: edit-note.server.ts looks at whose it is
  'edit-note': { needs: 'ticket.note', to: seesAsStaff },
  // its customer translates what they wrote themselves: translate.server.ts looks at whose text it is
  translate: [
    { needs: 'ticket.translate', to: seesAsStaff },
    { needs: 'ticket.reply', to: isOwner },
  ],
  'set-fields': { needs: 'ticket.setFields', to: seesAsStaff },
}

export type PersonsVerb = keyof typeof rules

/** May this actor do this to this ticket, as far as rights go? Whether it is possible now is the workflow's question. */
export function may(actor: Actor, verb: PersonsVerb, ticket: TicketFacts, now: Circumstances): Answer {
  return actor.kind === 'system' ? true : decide(actor, verb, ticket, now).answer
}

/** The same with the permission that it hangs on: what lets them, or the first that would have. */
export function decide(
  actor: Person,
  verb: PersonsVerb,
  ticket: TicketFacts,
  now: Circumstances,
): { permission: Permission; answer: Answer } {
  const answers = [rules[verb]]
    .flat()
    .map((rule) => ({ permission: rule.needs, answer: ask(rule, actor, ticket, now) }))
  return answers.find(({ answer }) => answer === true) ?? answers[0]!
}

function ask(rule: Rule, actor: Person, ticket: TicketFacts, now: Circumstances): Answer {
  const refused = { code: 'notAllowed', permission: rule.needs } as const
  if (!actor.permissions.has(rule.needs)) return refused
  const answer = rule.to(actor, ticket, now)
  return answer === false ? refused : answer
}

/** The assigned representative, or the desk, which sees all. */
function worksOnIt(actor: Person, ticket: TicketFacts): boolean {
  return isAssigned(actor, ticket) || seesAll(actor)
}

function seesAsStaff(actor: Person, ticket: TicketFacts): boolean {
  return sideOf(actor, ticket) === 'staff'
}
