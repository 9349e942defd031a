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

export function markDuplicate(world: World, number: number, who: Who, original: number): void {
  for (const ticket of world.tickets)
    if (ticket.original === number) happen(ticket, who, 'duplicateMoved', () => join(world, ticket, original))
  const ticket = world.tickets[number]!
  happen(ticket, who, 'ticketMarkedDuplicate', () => {
    end(world, ticket, 'duplicate')
    join(world, ticket, original)
  })
}

export function reopen(world: World, ticket: Ticket): void {
  ticket.status = ticket.closed!.from === 'open' ? 'open' : 'inProgress'
  Object.assign(ticket, { closed: null, original: null, answer: null, present: false })
  if (ticket.member !== null && !canHave(world, ticket.member, ticket)) ticket.member = null
}
