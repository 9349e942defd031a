import { happen } from './happen.ts'
import { sideOf, type Verb } from './people.ts'
import { days, draftKey, presentRound, type Group, type Ticket, type Who, type World, type Written } from './world.ts'

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
      return does('requestCancelled', () => end(world, ticket, 'cancelled'))
    case 'assign':
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
      return does('ticketClosed', () => end(world, ticket, 'desk'))
    case 'mark-duplicate':
      return markDuplicate(world, number, who, given.other)
    case 'reopen':
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
      return does('textTranslated', () => {})
    case 'set-fields':
      return does('fieldsChanged', () => {
        ticket.yard = given.secret
        ticket.notes.push(given.secret)
      })
  }
}

function write(world: World, ticket: Ticket, who: Who, kind: 'reply' | 'note', { secret, calls }: Arguments): void {
  const side = ticket.customer === who && kind === 'reply' ? 'customer' : 'staff'
  const mentions = side === 'staff' ? hearing(world, ticket, calls) : []
  happen(
    ticket,
    who,
    kind === 'reply' ? 'replyAdded' : 'noteAdded',
    () => {
      ticket.written.push({ kind, author: who, side, text: secret, calls })
      if (kind === 'reply') replied(world, ticket, side === 'customer')
      else ticket.notes.push(secret)
    },
    { mentions },
  )
}

/** Whom it called before hears no second time of it. */
function editNote(world: World, ticket: Ticket, who: Who, { other, secret, calls }: Arguments): void {
  const note = noteOf(ticket, other)!
  const mentions = hearing(
    world,
    ticket,
    calls.filter((person) => !note.calls.includes(person)),
  )
  happen(
    ticket,
    who,
    'noteEdited',
    () => {
      Object.assign(note, { text: secret, calls })
      ticket.notes.push(secret)
    },
    { mentions },
  )
}

export function noteOf(ticket: Ticket, pick: number): Written | undefined {
  const notes = ticket.written.filter(({ kind }) => kind === 'note')
  return notes[pick % Math.max(notes.length, 1)]
}

const hearing = (world: World, ticket: Ticket, calls: Who[]): Who[] =>
  calls.filter((person) => !world.away.has(person) && sideOf(world, person, ticket) === 'staff')

function propose(world: World, ticket: Ticket, who: Who, secret: string): void {
  const { review } = world.settings
  happen(ticket, who, review ? 'solutionProposed' : 'solutionOffered', () => {
    ticket.rounds.push({ author: who, state: 'inReview', reachedCustomer: false, secret })
    ticket.present = true
    if (!review) offer(world, ticket, who)
  })
}

function offer(world: World, ticket: Ticket, who: Who): void {
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

function takeBack(world: World, root: Ticket, who: Who): void {
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

function startSilence(world: World, ticket: Ticket): void {
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

function markDuplicate(world: World, number: number, who: Who, original: number): void {
  for (const ticket of world.tickets)
    if (ticket.original === number) happen(ticket, who, 'duplicateMoved', () => join(world, ticket, original))
  const ticket = world.tickets[number]!
  happen(ticket, who, 'ticketMarkedDuplicate', () => {
    end(world, ticket, 'duplicate')
    join(world, ticket, original)
  })
}

function reopen(world: World, ticket: Ticket): void {
  ticket.status = ticket.closed!.from === 'open' ? 'open' : 'inProgress'
  Object.assign(ticket, { closed: null, original: null, answer: null, present: false })
  const { member } = ticket
  const stays = member !== null && world.groups[ticket.group].has(member) && !world.away.has(member)
  if (!stays) ticket.member = null
}

function replied(world: World, ticket: Ticket, byCustomer: boolean): void {
  if (ticket.status !== 'responded') return
  ticket.answered = byCustomer
  if (byCustomer) ticket.due = null
  else startSilence(world, ticket)
}
