// What the list shows, as its address says it: copied, sent to a colleague, gone back to.
import { queues } from '../../queries/incoming-requests/queues.ts'
import type { Queue } from '../../queries/incoming-requests/queues.ts'

export type Asked = {
  readonly queue: Queue
  readonly words: string
  readonly group: string
  readonly member: string
  /** The one beside the list. */
  readonly ticket: number | undefined
}

export const askedIn = (search: Readonly<Record<string, unknown>>): Asked => {
  const text = (name: string) => (search[name] === undefined ? '' : String(search[name]))
  const ticket = Number(text('ticket'))
  return {
    queue: queues.find((queue) => queue === search['queue']) ?? 'allOpen',
    words: text('words'),
    group: text('group'),
    member: text('member'),
    ticket: Number.isSafeInteger(ticket) && ticket > 0 ? ticket : undefined,
  }
}

/** Everything of it that is the question, not the ticket beside it. */
export const filterOf = ({ queue, words, group, member }: Asked) => ({ queue, words, group, member })

export const isFiltered = ({ words, group, member }: Asked): boolean => Boolean(words || group || member)
