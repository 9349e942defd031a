// Everything that was said, oldest first: what they asked, messages both ways, the answers that went out before the present one.
import type { PresentedText } from '../../../fields/multilingual-text/multilingual-text.ts'
import type { Named } from '../../../queries/named.ts'
import type {
  PresentedEvent,
  PresentedMessage,
  PresentedRound,
  PresentedTicket,
} from '../../../queries/one-ticket/one-ticket.ts'

export type Said = {
  readonly key: string
  /** Which text of the ticket it is, for its files; none where it is a reason. */
  readonly of: string | undefined
  readonly at: string
  readonly author: Named
  readonly own: boolean
  readonly text: PresentedText
  readonly isAnswer: boolean
}

type Ticket = Pick<PresentedTicket, 'customer' | 'description' | 'openedAt' | 'rounds' | 'solution' | 'status'>

export const saidOn = (
  ticket: Ticket,
  messages: readonly PresentedMessage[],
  events: readonly PresentedEvent[],
): Said[] =>
  [
    questionOf(ticket),
    ...messages.filter(({ kind }) => kind === 'reply').map(messageOf),
    ...earlierAnswers(ticket).map(answerOf),
    ...reasonsIn(ticket, events),
  ].toSorted((a, b) => a.at.localeCompare(b.at))

const questionOf = ({ customer, description, openedAt }: Ticket): Said => ({
  key: 'question',
  of: 'description',
  at: openedAt,
  author: customer,
  own: true,
  text: description,
  isAnswer: false,
})

const messageOf = ({ id, author, side, text, at }: PresentedMessage): Said => ({
  key: id,
  of: `message:${id}`,
  at,
  author,
  own: side === 'customer',
  text,
  isAnswer: false,
})

/** The present one stands in a place of its own. */
const earlierAnswers = ({ rounds, solution }: Ticket): PresentedRound[] =>
  rounds.filter(({ round, offeredAt }) => offeredAt !== null && round !== presentRound(solution))

export const presentRound = (solution: PresentedTicket['solution']): number | undefined =>
  solution && ['offered', 'accepted'].includes(solution.state) ? solution.round : undefined

const answerOf = ({ round, author, text, offeredAt, proposedAt }: PresentedRound): Said => ({
  key: `answer:${round}`,
  of: `solution:${round}`,
  at: offeredAt ?? proposedAt,
  author,
  own: false,
  text,
  isAnswer: true,
})

/** Why something was done, in the words of whoever did it. */
const reasonsIn = ({ customer }: Ticket, events: readonly PresentedEvent[]): Said[] =>
  events.flatMap(({ id, at, actor, reason }) =>
    reason && actor
      ? [
          {
            key: `reason:${id}`,
            of: undefined,
            at,
            author: actor,
            own: actor.id === customer.id,
            text: reason,
            isAnswer: false,
          },
        ]
      : [],
  )
