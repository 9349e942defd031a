// What the list shows, as its address says it: copied, sent to a colleague, gone back to.
import { waitingFor } from '../../entities/ticket/ticket.ts'
import type { WaitingFor } from '../../entities/ticket/ticket.ts'
import { queues } from '../../queries/incoming-requests/queues.ts'
import { customAskedIn } from '../added-fields/custom-asked.ts'
import type { CustomAsked } from '../added-fields/custom-asked.ts'
import type { Queue } from '../../queries/incoming-requests/queues.ts'
import { pageAddress, parseSearch } from '../../web/page-address.ts'

/** Nobody has the ball of a ticket that is closed, and none of those is here. */
export type Holding = Exclude<WaitingFor, 'nobody'>
export const holding = waitingFor.filter((each) => each !== 'nobody')

export type Asked = {
  readonly queue: Queue
  readonly words: string
  readonly group: string
  readonly member: string
  /** Who has the ball; '': whoever it is. */
  readonly waiting: Holding | ''
  readonly custom: CustomAsked
  /** The one beside the list. */
  readonly ticket: number | undefined
}

type Parts = Readonly<Record<string, unknown>>

export const askedIn = (search: Parts, params: Parts): Asked => {
  const text = (name: string) => (typeof search[name] === 'string' ? search[name] : '')
  const ticket = Number(params['number'])
  return {
    queue: queues.find((queue) => queue === search['queue']) ?? 'allOpen',
    words: text('words'),
    group: text('group'),
    member: text('member'),
    waiting: holding.find((each) => each === search['waiting']) ?? '',
    custom: customAskedIn(search),
    ticket: Number.isSafeInteger(ticket) && ticket > 0 ? ticket : undefined,
  }
}

export const addressOfAsked = ({ ticket, ...asked }: Asked): string =>
  pageAddress(`/incoming${ticket === undefined ? '' : `/${ticket}`}`, filterOf(asked))

/** Whether an address shows this list, and nothing beside it. */
export const isListAt = (address: string, asked: Asked): boolean => {
  const [path, written = ''] = address.split('?')
  return path === '/incoming' && addressOfList(askedIn(parseSearch(written), {})) === addressOfList(asked)
}

export const addressOfList = (asked: Asked): string => addressOfAsked({ ...asked, ticket: undefined })

/** Everything of it that is the question, not the ticket beside it. */
export const filterOf = ({ queue, words, group, member, waiting, custom }: Omit<Asked, 'ticket'>) => ({
  ...{ queue, words, group, member, waiting },
  ...custom,
})

export const isFiltered = ({ words, group, member, waiting, custom }: Asked): boolean =>
  Boolean(words || group || member || waiting) || Object.keys(custom).length > 0
