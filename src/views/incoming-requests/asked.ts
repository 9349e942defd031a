// What the list shows, as its address says it: copied, sent to a colleague, gone back to.
import { queues } from '../../queries/incoming-requests/queues.ts'
import { customAskedIn } from '../added-fields/custom-asked.ts'
import type { CustomAsked } from '../added-fields/custom-asked.ts'
import type { Queue } from '../../queries/incoming-requests/queues.ts'

export type Asked = {
  readonly queue: Queue
  readonly words: string
  readonly group: string
  readonly member: string
  readonly custom: CustomAsked
  /** The one beside the list. */
  readonly ticket: number | undefined
}

type Parts = Readonly<Record<string, unknown>>

export const askedIn = (search: Parts, params: Parts): Asked => {
  // The router reads a number where digits stand; here they are words.
  const text = (name: string) => {
    const given = search[name]
    return typeof given === 'string' || typeof given === 'number' ? String(given) : ''
  }
  const ticket = Number(params['number'])
  return {
    queue: queues.find((queue) => queue === search['queue']) ?? 'allOpen',
    words: text('words'),
    group: text('group'),
    member: text('member'),
    custom: customAskedIn(search),
    ticket: Number.isSafeInteger(ticket) && ticket > 0 ? ticket : undefined,
  }
}

export const addressOfAsked = ({ queue, words, group, member, custom, ticket }: Asked): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ queue, words, group, member, ...custom }))
    if (value) search.set(name, value)
  return `/incoming${ticket === undefined ? '' : `/${ticket}`}?${search}`
}

/** Everything of it that is the question, not the ticket beside it. */
export const filterOf = ({ queue, words, group, member, custom }: Asked) => ({ queue, words, group, member, ...custom })

export const isFiltered = ({ words, group, member, custom }: Asked): boolean =>
  Boolean(words || group || member) || Object.keys(custom).length > 0
