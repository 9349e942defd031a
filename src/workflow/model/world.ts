/** The workflow once more, as plainly as it can be said, and sharing no code with the product: what it should be like. */
export type Who = 'salma' | 'pierre' | 'omar' | 'jana' | 'tom' | 'mariam' | 'lina' | 'adam'
export type Group = 'supportDesk' | 'documents' | 'billing'
export type RoundState = 'inReview' | 'returned' | 'withdrawn' | 'offered' | 'accepted' | 'declined'
export type Status = 'open' | 'inProgress' | 'responded' | 'closed' | 'duplicate'

export type Round = { author: Who; state: RoundState; reachedCustomer: boolean; secret: string }

export type Ticket = {
  customer: Who
  status: Status
  group: Group
  member: Who | null
  rounds: Round[]
  /** Whether the last round stands in the solution block: not before the first, nor after a reopening. */
  present: boolean
  asksVerdict: boolean
  answered: boolean
  due: { what: 'remind' | 'closeBySilence'; at: number; half: number } | null
  closed: { at: number; how: string; from: Status } | null
  original: number | null
  /** On a duplicate: which round of whose solution it shows, and what became of it here. */
  answer: { of: number; round: number; state: 'shown' | 'offered' | 'accepted' } | null
  stars: number | null
  notes: string[]
  version: number
  /** What happened, by whom; null is the system. */
  log: [happened: string, who: Who | null][]
  ball: { with: string; sinceSeq: number }
  /** The last event that its customer may know of. */
  movedSeq: number
}

export type Settings = {
  review: boolean
  confirmation: boolean
  silenceDays: number
  reopenDays: number
  ratingDays: number
}

export type World = {
  now: number
  settings: Settings
  away: Set<Who>
  groups: Record<Group, Set<Who>>
  tickets: Ticket[]
}

export const days = (count: number): number => count * 86_400_000

export const usual: Settings = { review: true, confirmation: true, silenceDays: 7, reopenDays: 14, ratingDays: 30 }

export const newWorld = (): World => ({
  now: 0,
  settings: { ...usual },
  away: new Set(),
  groups: {
    supportDesk: new Set(['mariam', 'lina']),
    documents: new Set(['omar', 'jana']),
    billing: new Set(['jana', 'tom']),
  },
  tickets: [],
})

export const newTicket = (customer: Who, by: Who): Ticket => ({
  customer,
  status: 'open',
  group: 'supportDesk',
  member: null,
  rounds: [],
  present: false,
  asksVerdict: false,
  answered: false,
  due: null,
  closed: null,
  original: null,
  answer: null,
  stars: null,
  notes: [],
  version: 1,
  log: [['ticketSubmitted', by]],
  ball: { with: 'desk', sinceSeq: 1 },
  movedSeq: 1,
})

export const presentRound = (ticket: Ticket): Round | undefined => (ticket.present ? ticket.rounds.at(-1) : undefined)
