// How a solution goes out and comes back, on a ticket and on those that were joined with it, and how tickets end.
import { happen } from './happen.ts'
import { canHave } from './people.ts'
import { days, presentRound, type Ticket, type Who, type World } from './world.ts'

export function propose(world: World, ticket: Ticket, who: Who, secret: string): void {
  const { review } = world.settings
  happen(ticket, who, review ? 'solutionProposed' : 'solutionOffered', () => {
    ticket.rounds.push({ author: who, state: 'inReview', reachedCustomer: false, secret })
    ticket.present = true
    if (!review) offer(world, ticket, who)
  })
}

export function offer(world: World, ticket: Ticket, who: Who): void {
  Object.assign(ticket.rounds.at(-1)!, { state: 'offered', reachedCustomer: true })
  ticket.status = 'responded'
  ticket.asksVerdict = world.settings.confirmation
  ticket.spoke = false
  startSilence(world, ticket)
  for (const duplicate of duplicatesOf(world, ticket))
    if (duplicate.answer?.state !== 'accepted')
      happen(duplicate, who, 'originalAnswered', () => (duplicate.answer = answerOf(world, ticket)))
}

const duplicatesOf = (world: World, root: Ticket): Ticket[] =>
  world.tickets.filter(({ original }) => original === world.tickets.indexOf(root))

const answerOf = (world: World, root: Ticket): Ticket['answer'] => ({
  of: world.tickets.indexOf(root),
  round: root.rounds.length,
  state: root.asksVerdict ? 'offered' : 'shown',
})

export function takeBack(world: World, root: Ticket, who: Who): void {
  for (const duplicate of duplicatesOf(world, root))
    if (duplicate.answer?.of === world.tickets.indexOf(root) && duplicate.answer.state !== 'accepted')
      happen(duplicate, who, 'originalAnswerWithdrawn', () => (duplicate.answer = null))
}

/** Joined with a ticket that was answered already: the answer is there at once. */
function join(world: World, ticket: Ticket, original: number): void {
  const root = world.tickets[original]!
  const isOut = ['offered', 'accepted'].includes(presentRound(root)?.state ?? '')
  if (isOut && ticket.answer?.state !== 'accepted') ticket.answer = answerOf(world, root)
  ticket.original = original
}

export function startSilence(world: World, ticket: Ticket): void {
  const half = days(world.settings.silenceDays) / 2
  ticket.due = ticket.asksVerdict
    ? { what: 'remind', at: world.now + half, half }
    : { what: 'closeBySilence', at: world.now + 2 * half, half }
}

export function end(world: World, ticket: Ticket, how: string): void {
  const round = presentRound(ticket)
  if (round?.state === 'inReview') round.state = 'withdrawn'
  ticket.closed = { at: world.now, how, from: ticket.status }
  ticket.status = how === 'duplicate' ? 'duplicate' : 'closed'
}

/** Those who were joined with it and have nothing of it yet will have nothing. */
export function endWithoutAnswer(world: World, root: Ticket, who: Who): void {
  for (const duplicate of duplicatesOf(world, root))
    if (duplicate.answer === null) happen(duplicate, who, 'originalEnded', () => (duplicate.toldOfEnd = world.now))
}

export function markDuplicate(world: World, number: number, who: Who, original: number): void {
  for (const ticket of world.tickets)
    if (ticket.original === number)
      happen(ticket, who, 'duplicateMoved', () => {
        ticket.formerOriginals.push(number)
        join(world, ticket, original)
      })
  const ticket = world.tickets[number]!
  happen(ticket, who, 'ticketMarkedDuplicate', () => {
    end(world, ticket, 'duplicate')
    ticket.formerOriginals = []
    join(world, ticket, original)
  })
}

/** The desk takes a mark back: those that it moved are with the ticket again, and an answer that was not its own is gone. */
export function unmark(world: World, number: number, who: Who): void {
  const { original } = world.tickets[number]!
  if (original === null) return
  for (const ticket of world.tickets) {
    if (ticket.original !== original || !ticket.formerOriginals.includes(number)) continue
    const { answer } = ticket
    if (answer && answer.of !== number && answer.state !== 'accepted')
      happen(ticket, who, 'originalAnswerWithdrawn', () => (ticket.answer = null))
    happen(ticket, who, 'duplicateReturned', () => {
      ticket.original = number
      ticket.formerOriginals.length = ticket.formerOriginals.indexOf(number)
    })
  }
}

export function reopen(world: World, ticket: Ticket): void {
  ticket.status = ticket.closed!.from === 'open' ? 'open' : 'inProgress'
  Object.assign(ticket, { closed: null, original: null, answer: null, present: false })
  if (ticket.member !== null && !canHave(world, ticket.member, ticket)) ticket.member = null
}
