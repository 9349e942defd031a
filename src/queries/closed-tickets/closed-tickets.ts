import { endings, type Ending } from '../../entities/ticket/ticket.ts'
import { classification } from '../../fields/classification/classification.ts'
import { daySaying } from '../../fields/date-time/day.ts'
import type { PresentedText } from '../../fields/multilingual-text/multilingual-text.ts'
import { wholeNumber } from '../../fields/number/whole-number.ts'
import { id } from '../../fields/user/user.ts'
import { listForm, words } from '../list-form.ts'
import type { Named } from '../named.ts'
import { fieldKeys } from './field-keys.ts'
import type { FoundText } from './found.ts'
import { placeInList } from './place-in-list.ts'
import { several } from './several.ts'

export const sorts = ['-closedAt', 'closedAt', '-openedAt', 'openedAt', '-number', 'number', '-score', 'score'] as const
export type Sort = (typeof sorts)[number]
/** The newest closing first, where nothing else is asked for. */
export const usualSort = '-closedAt' satisfies Sort

export const scores = ['1', '2', '3', '4', '5', 'none'] as const

const from = daySaying(
  'From the beginning of this day of the organisation’s calendar (2026-03-31), or from this instant on.',
)
const to = daySaying('To the end of this day of the organisation’s calendar (2026-03-31), or before this instant.')

/** Everything that closed tickets are narrowed by. The page offers these, and its address is read with them. */
export const closedTicketsFilters = {
  closedFrom: from,
  closedTo: to,
  openedFrom: from,
  openedTo: to,
  number: wholeNumber({ required: false, min: 1, max: Number.MAX_SAFE_INTEGER, fromText: true }),
  words,
  group: id({ required: false }),
  member: id({ required: false }),
  customer: id({ required: false }),
  /** Of customers who belong to it now. */
  organisation: id({ required: false }),
  score: several(scores),
  ended: several(endings),
  /** Absent or `no`: tickets that are closed now. `yes`: closings whose ticket was reopened since. `any`: both. */
  reopened: classification({ required: false, values: ['no', 'yes', 'any'] }),
  sort: classification({ required: false, values: sorts }),
  /** Common words are looked for in what closed lately; `yes`: in all that ever closed. */
  older: classification({ required: false, values: ['yes'] }),
}

export const closedTicketsForm = {
  ...closedTicketsFilters,
  fields: fieldKeys,
  limit: listForm.limit,
  after: placeInList,
}

/** One closing: a ticket that was reopened and closed again has several. */
export type ClosedTicket = {
  number: number
  /** Which closing of the ticket: the event that ended it. */
  seq: number
  title: PresentedText
  customer: Named
  /** Whose it was when it closed. */
  assignee: { group: Named; member: Named | null }
  openedAt: string
  closedAt: string
  ended: Ending
  duplicateOf: number | null
  score: number | null
  reopenedAt: string | null
  /** Where the words stand that were asked for; null without words, or where a number was found. */
  found: FoundText | null
  /** Of the added fields that were asked for, what it holds. */
  custom: Record<string, unknown>
}
