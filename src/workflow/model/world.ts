/** The workflow once more, as plainly as it can be said, and sharing no code with the product: what it should be like. */
export type Who = 'salma' | 'pierre' | 'omar' | 'jana' | 'tom' | 'mariam' | 'lina' | 'adam'
export type Group = 'supportDesk' | 'documents' | 'billing'
export type RoundState = 'inReview' | 'returned' | 'withdrawn' | 'offered' | 'accepted' | 'declined'
export type Status = 'open' | 'inProgress' | 'responded' | 'closed' | 'duplicate'

export type Round = { author: Who; state: RoundState; reachedCustomer: boolean; secret: string }

/** What the tellings ask of a ticket as it stood before and after something happened. */
export type Facts = Pick<Ticket, 'group' | 'member' | 'asksVerdict' | 'answer' | 'stars' | 'spoke'> & {
  round: RoundState | null
}

export type Moment = {
  happened: string
  who: Who | null
  before: Facts
  after: Facts
  round: number | null
  mentions: Who[]
}

/** A reply or a note, as it reads now, and whom it calls by name. */
export type Written = { kind: 'reply' | 'note'; author: Who; side: 'customer' | 'staff'; text: string; calls: Who[] }

/** Why something was done; `hidden` from its customer. */
export type Reason = { by: Who; hidden: boolean }

export type WritingKind = 'reply' | 'note' | 'propose-solution'

/** An answer that somebody keeps, for whom. */
export type Kept = { name: string; owner: Who; shared: 'own' | 'group' | 'all'; group: Group | null }

export type Ticket = {
  customer: Who
  status: Status
  group: Group
  member: Who | null
  rounds: Round[]
  /** Whether the last round stands in the solution block: not before the first, nor after a reopening. */
  present: boolean
  asksVerdict: boolean
  /** Staff wrote to its customer after the offer. */
  spoke: boolean
  answered: boolean
  due: { what: 'remind' | 'closeBySilence'; at: number; half: number } | null
  closed: { at: number; how: string; from: Status } | null
  original: number | null
  /** When its customer was told that its original had ended without an answer. */
  toldOfEnd: number | null
  /** The originals that it had before this one, which were themselves marked, the first one first. */
  formerOriginals: number[]
  /** On a duplicate: which round of whose solution it shows, and what became of it here. */
  answer: { of: number; round: number; state: 'shown' | 'offered' | 'accepted' } | null
  stars: number | null
  notes: string[]
  written: Written[]
  reasons: Reason[]
  /** An added field that only staff see. */
  yard: string | null
  version: number
  /** What happened, by whom; null is the system. */
  log: [happened: string, who: Who | null][]
  story: Moment[]
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
  /** What somebody has begun to write, by ticket, person and kind. */
  drafts: Map<string, string>
  kept: Kept[]
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
  drafts: new Map(),
  kept: [],
})

export function newTicket(customer: Who, by: Who): Ticket {
  const ticket: Ticket = {
    customer,
    status: 'open',
    group: 'supportDesk',
    member: null,
    rounds: [],
    present: false,
    asksVerdict: false,
    spoke: false,
    answered: false,
    due: null,
    closed: null,
    original: null,
    toldOfEnd: null,
    formerOriginals: [],
    answer: null,
    stars: null,
    notes: [],
    written: [],
    reasons: [],
    yard: null,
    version: 1,
    log: [['ticketSubmitted', by]],
    story: [],
    ball: { with: 'desk', sinceSeq: 1 },
    movedSeq: 1,
  }
  const facts: Facts = {
    group: ticket.group,
    member: null,
    asksVerdict: false,
    answer: null,
    stars: null,
    spoke: false,
    round: null,
  }
  ticket.story.push({ happened: 'ticketSubmitted', who: by, before: facts, after: facts, round: null, mentions: [] })
  return ticket
}

export const draftKey = (ticket: number, who: Who, kind: WritingKind): string => `${ticket} ${who} ${kind}`

export const presentRound = (ticket: Ticket): Round | undefined => (ticket.present ? ticket.rounds.at(-1) : undefined)
