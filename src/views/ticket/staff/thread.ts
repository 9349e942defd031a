// One thread out of everything that was said and done: messages, notes, proposed solutions and events, oldest first.
import type { PresentedText } from '../../../fields/multilingual-text/multilingual-text.ts'
import type { PresentedMessage, PresentedRound, PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import type { Named } from '../../../queries/named.ts'
import type { TracedEvent } from './traced-events.ts'

export type Said = {
  readonly kind: 'message'
  readonly key: string
  readonly at: string
  readonly author: Named
  readonly side: 'customer' | 'staff'
  readonly text: PresentedText
  /** Among staff. */
  readonly inner: boolean
  /** When a note was last put into other words. */
  readonly editedAt: string | null
}
export type Proposed = {
  readonly kind: 'proposal'
  readonly key: string
  readonly at: string
  readonly round: PresentedRound
}
export type Done = { readonly kind: 'event'; readonly key: string; readonly at: string; readonly event: TracedEvent }
export type ThreadItem = Said | Proposed | Done

type Sources = {
  readonly ticket: Pick<PresentedTicket, 'customer' | 'description' | 'openedAt' | 'rounds'>
  readonly messages: readonly PresentedMessage[]
  readonly events: readonly TracedEvent[]
}

export const threadOf = ({ ticket, messages, events }: Sources): ThreadItem[] => {
  const { rounds } = ticket
  const items: ThreadItem[] = [
    questionOf(ticket),
    ...messages.map(saidOf),
    ...rounds.map(proposedOf),
    ...events.filter((event) => tellsMore(event, rounds)).map(doneOf),
  ]
  return items
    .map((item, index) => ({ item, index }))
    .toSorted((a, b) => a.item.at.localeCompare(b.item.at) || a.index - b.index)
    .map(({ item }) => item)
}

const questionOf = ({ customer, description, openedAt }: Sources['ticket']): Said => ({
  kind: 'message',
  key: 'description',
  at: openedAt,
  author: customer,
  side: 'customer',
  text: description,
  inner: false,
  editedAt: null,
})

const saidOf = ({ id, kind, author, side, text, at, editedAt }: PresentedMessage): Said => ({
  kind: 'message',
  key: `message:${id}`,
  at,
  author,
  side,
  text,
  inner: kind === 'note',
  editedAt,
})

const proposedOf = (round: PresentedRound): Proposed => ({
  kind: 'proposal',
  key: `solution:${round.round}`,
  at: round.proposedAt,
  round,
})

const doneOf = (event: TracedEvent): Done => ({ kind: 'event', key: `event:${event.id}`, at: event.at, event })

/** What stands in the thread as its own text needs no second line. Translations are told by the history alone. */
const tellsMore = (event: TracedEvent, rounds: readonly PresentedRound[]): boolean => {
  switch (event.happened) {
    case 'replyAdded':
    case 'noteAdded':
    case 'noteEdited':
    case 'textTranslated':
      return false
    case 'ticketSubmitted':
      return event.details['onBehalf'] === true
    // A reopened ticket shows no rounds until the next proposal: then the event is all there is.
    case 'solutionProposed':
    case 'solutionOffered':
      return !rounds.some(({ round }) => round === event.details['round'])
    default:
      return true
  }
}
