// Everything that was said, oldest first: what they asked, messages both ways, the answers that went out before the present one.
import type { PresentedText } from '../../../fields/multilingual-text/multilingual-text.ts'
import type { Named } from '../../../queries/named.ts'
import type {
  PresentedEvent,
  PresentedMessage,
  PresentedRound,
  PresentedTicket,
} from '../../../queries/one-ticket/one-ticket.ts'
import { presentRound } from '../../../workflow/what-it-was-about.ts'

export type Said = {
  readonly key: string
  /** Which text of the ticket it is, for its files; none where it is a reason. */
  readonly of: string | undefined
  readonly at: string
  readonly author: Named
  /** Of the reader themselves: a colleague of the same organisation may read it too. */
  readonly own: boolean
  readonly isOurs: boolean
  readonly text: PresentedText
  readonly isAnswer: boolean
}

type Ticket = Pick<PresentedTicket, 'customer' | 'description' | 'openedAt' | 'rounds' | 'solution' | 'status'>

export const saidOn = (
  ticket: Ticket,
  messages: readonly PresentedMessage[],
  events: readonly PresentedEvent[],
  reader: string,
): Said[] =>
  [
    questionOf(ticket),
    ...messages.filter(({ kind }) => kind === 'reply').map(messageOf),
    ...earlierAnswers(ticket).map(answerOf),
    ...reasonsIn(ticket, events),
  ]
    .map((said) => ({ ...said, own: said.author.id === reader }))
    .toSorted((a, b) => a.at.localeCompare(b.at))

type Unread = Omit<Said, 'own'>

const questionOf = ({ customer, description, openedAt }: Ticket): Unread => ({
  key: 'question',
  of: 'description',
  at: openedAt,
  author: customer,
  isOurs: false,
  text: description,
  isAnswer: false,
})

const messageOf = ({ id, author, side, text, at }: PresentedMessage): Unread => ({
  key: id,
  of: `message:${id}`,
  at,
  author,
  isOurs: side === 'staff',
  text,
  isAnswer: false,
})

/** The present one stands in a place of its own. */
const earlierAnswers = (ticket: Ticket): PresentedRound[] =>
  ticket.rounds.filter(({ round, offeredAt }) => offeredAt !== null && round !== presentRound(ticket))

const answerOf = ({ round, author, text, offeredAt, proposedAt }: PresentedRound): Unread => ({
  key: `answer:${round}`,
  of: `solution:${round}`,
  at: offeredAt ?? proposedAt,
  author,
  isOurs: true,
  text,
  isAnswer: true,
})

/** Why something was done, in the words of whoever did it. */
const reasonsIn = ({ customer }: Ticket, events: readonly PresentedEvent[]): Unread[] =>
  events.flatMap(({ id, at, actor, reason }) =>
    reason && actor
      ? [
          {
            key: `reason:${id}`,
            of: undefined,
            at,
            author: actor,
            isOurs: actor.id !== customer.id,
            text: reason,
            isAnswer: false,
          },
        ]
      : [],
  )
