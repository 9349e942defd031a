// What a person can begin on a ticket, in the order in which it is offered. Which of it is possible the ticket says itself.
import type { Verb } from '../../../entities/ticket/verbs.ts'
import { transitions } from '../../../workflow/transitions.ts'

const acts = [
  'approve-solution',
  'reopen',
  'take',
  'assign',
  'mark-duplicate',
  'give-back',
  'withdraw-solution',
  'close',
] as const
export type Offered = (typeof acts)[number]

/** Writing is begun in the composer's tabs. */
const writings = ['reply', 'note', 'propose-solution'] as const
export type Writing = (typeof writings)[number]

export type Act = Offered | Writing

export const isAct = (name: unknown): name is Act => ([...acts, ...writings] as unknown[]).includes(name)

/** Begun by an address alone is only what asks before it does anything; the review has a page of its own. */
export const asksFirst = (act: Act): boolean => act !== 'take' && act !== 'approve-solution'

export const keysOf = {
  'approve-solution': 'v',
  assign: 'a',
  take: 't',
  'mark-duplicate': 'd',
  reply: 'r',
  note: 'n',
  'propose-solution': 's',
} as const satisfies Partial<Record<Act, string>>

export const iconsOf = {
  'approve-solution': 'eye',
  reopen: 'refresh',
  take: 'user',
  assign: 'assign',
  'mark-duplicate': 'duplicate',
  'give-back': 'undo',
  'withdraw-solution': 'minus',
  close: 'check',
} as const satisfies Record<Offered, string>

/** What is its customer's alone to say, be they one of the staff. */
export const customersOwn: readonly string[] = Object.entries(transitions).flatMap(([verb, { by }]) =>
  by.every((role) => role === 'customer') ? [verb] : [],
)

const inSight = 3

/** The first few as buttons, the others behind the three dots. */
export const offeredOf = (may: readonly Verb[]): { first: Offered[]; more: Offered[] } => {
  const possible = acts.filter((act) => may.includes(act))
  const first = possible.filter((act) => act !== 'give-back' && act !== 'withdraw-solution' && act !== 'close')
  const shown: Offered[] = first.slice(0, inSight)
  return { first: shown, more: possible.filter((act) => !shown.includes(act)) }
}

/** Those that are possible, and those that hold what would be lost with them. */
export const writingsOf = (may: readonly Verb[], isHeldOpen: (writing: Writing) => boolean = () => false): Writing[] =>
  writings.filter((writing) => may.includes(writing) || isHeldOpen(writing))
