import { happen } from './happen.ts'
import { end, endWithoutAnswer, markDuplicate, offer, propose, reopen, takeBack, unmark } from './solutions.ts'
import { editNote, write } from './messages.ts'
import { roleOf, type Verb } from './people.ts'
import { reasonOf } from './reasons.ts'
import { draftKey, presentRound, type Group, type Ticket, type Who, type World } from './world.ts'

export type Arguments = {
  group: Group
  member: Who | null
  other: number
  secret: string
  stars: number
  /** Whom a message calls by name. */
  calls: Who[]
}

/** Does what is allowed and possible. */
export function perform(world: World, who: Who, verb: Verb, number: number, given: Arguments): void {
  const ticket = world.tickets[number]!
  const round = presentRound(ticket)
  const does = (happened: string, change: () => void, hidden = false) =>
    happen(ticket, who, happened, change, { hidden })
  switch (verb) {
    case 'cancel':
      endWithoutAnswer(world, ticket, who)
      return does('requestCancelled', () => end(world, ticket, 'cancelled'))
    case 'assign':
      if (isWith(ticket, given)) return
      return does('ticketAssigned', () => {
        Object.assign(ticket, { group: given.group, member: given.member })
        if (ticket.status === 'open') ticket.status = 'inProgress'
      })
    case 'take':
      return does('ticketTaken', () => Object.assign(ticket, { member: who, status: 'inProgress' }))
    case 'give-back':
      return does('ticketGivenBack', () => (ticket.member = null))
    case 'propose-solution':
      world.drafts.delete(draftKey(number, who, verb))
      return propose(world, ticket, who, given.secret)
    case 'withdraw-solution':
      if (round!.state === 'offered') takeBack(world, ticket, who)
      return does(
        'solutionWithdrawn',
        () => {
          round!.state = 'withdrawn'
          ticket.status = 'inProgress'
        },
        round!.state === 'inReview',
      )
    case 'approve-solution':
      return does('solutionApproved', () => offer(world, ticket, who))
    case 'return-solution':
      return does('solutionReturned', () => (round!.state = 'returned'))
    case 'accept-solution':
      if (ticket.status === 'duplicate')
        return does('originalAnswerAccepted', () => (ticket.answer = { ...ticket.answer!, state: 'accepted' }))
      return does('solutionAccepted', () => {
        round!.state = 'accepted'
        end(world, ticket, 'accepted')
      })
    case 'decline-solution':
      if (ticket.status === 'duplicate') return does('ticketReopened', () => reopen(world, ticket))
      return does('solutionDeclined', () => {
        round!.state = 'declined'
        ticket.status = 'inProgress'
      })
    case 'close':
      endWithoutAnswer(world, ticket, who)
      return does('ticketClosed', () => end(world, ticket, 'desk'))
    case 'mark-duplicate':
      return markDuplicate(world, number, who, given.other)
    case 'reopen':
      if (roleOf[who] !== 'customer') unmark(world, number, who)
      return does('ticketReopened', () => reopen(world, ticket))
    case 'rate':
      return does('ticketRated', () => (ticket.stars = given.stars))
    case 'reply':
    case 'note':
      world.drafts.delete(draftKey(number, who, verb))
      return write(world, ticket, who, verb, given)
    case 'edit-note':
      return editNote(world, ticket, who, given)
    case 'translate':
      return does('textTranslated', () => {
        if (reasonOf(ticket, given.other)?.hidden) ticket.notes.push(given.secret)
      })
    case 'set-fields':
      return does('fieldsChanged', () => {
        ticket.yard = given.secret
        ticket.notes.push(given.secret)
      })
  }
}

/** To whom it is with already, there is nothing to give; but whoever is given a new ticket begins with it. */
export const isWith = (ticket: Ticket, { group, member }: Pick<Arguments, 'group' | 'member'>): boolean =>
  ticket.status !== 'open' && ticket.group === group && ticket.member === member
