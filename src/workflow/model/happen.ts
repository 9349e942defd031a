import { presentRound, type Facts, type Ticket, type Who } from './world.ts'

const amongStaff = [
  'solutionProposed',
  'solutionReturned',
  'noteAdded',
  'noteEdited',
  'fieldsChanged',
  'ticketReleased',
  'ticketGivenBack',
  'duplicateMoved',
  'duplicateReturned',
  'textTranslated',
]

type More = { hidden?: boolean; mentions?: Who[] }

/** Changes the ticket and writes down what happened, with what follows from it for the version and the ball. */
export function happen(ticket: Ticket, who: Who | null, happened: string, change: () => void, more: More = {}): void {
  const before = seen(ticket)
  const factsBefore = factsOf(ticket)
  const worker = [ticket.group, ticket.member].join()
  change()
  if (ticket.status !== 'responded') Object.assign(ticket, { answered: false, due: null })
  ticket.log.push([happened, who])
  const round = ticket.rounds.length || null
  ticket.story.push({
    happened,
    who,
    before: factsBefore,
    after: factsOf(ticket),
    round,
    mentions: more.mentions ?? [],
  })
  const seq = ticket.log.length
  if (happened === 'replyAdded' || before !== seen(ticket)) ticket.version = seq
  const ball = ballWith(ticket)
  const handedOver = ball === 'representative' && worker !== [ticket.group, ticket.member].join()
  if (ball !== ticket.ball.with || handedOver) ticket.ball = { with: ball, sinceSeq: seq }
  if (!more.hidden && !amongStaff.includes(happened)) ticket.movedSeq = seq
}

const factsOf = (ticket: Ticket): Facts => ({
  group: ticket.group,
  member: ticket.member,
  round: presentRound(ticket)?.state ?? null,
  asksVerdict: ticket.asksVerdict,
  answer: ticket.answer && { ...ticket.answer },
  stars: ticket.stars,
  spoke: ticket.spoke,
})

/** Status, assignee and solution: what people decide on. */
const seen = (ticket: Ticket): string =>
  JSON.stringify([
    ticket.status,
    ticket.group,
    ticket.member,
    ticket.present,
    ticket.rounds.length,
    presentRound(ticket)?.state,
    ticket.answer,
  ])

function ballWith(ticket: Ticket): string {
  const worker = ticket.member === null && ticket.group === 'supportDesk' ? 'desk' : 'representative'
  if (ticket.status === 'open') return 'desk'
  if (ticket.status === 'inProgress') return presentRound(ticket)?.state === 'inReview' ? 'review' : worker
  if (ticket.status === 'responded') return ticket.answered ? worker : 'customer'
  return 'nobody'
}
