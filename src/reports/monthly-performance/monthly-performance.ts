import type { PresentedText } from '../../fields/multilingual-text/multilingual-text.ts'

export const reportName = 'monthly-performance'

/** The figures of one month, of all, of a group or of a representative; docs/figures.md defines each. */
export type MonthFigures = {
  opened: number
  reopened: number
  closed: number
  duplicates: number
  moved: number
  offered: number
  declined: number
  firstResponses: number
  /** Not closed at the month's end, and in which status. */
  backlog: number
  open: number
  inProgress: number
  responded: number
  /** Null where nothing was there to be shared. */
  reopenedShare: number | null
  declinedShare: number | null
  /** Seconds. */
  firstResponseMedian: number | null
  firstResponseP90: number | null
  resolutionMedian: number | null
  resolutionP90: number | null
  ratings: number
  ratingAverage: number | null
  /** How many gave one star, two … five. */
  distribution: [number, number, number, number, number]
}

export type Part = { id: string; name: string; figures: MonthFigures; before: MonthFigures }

export type Comment = {
  ticket: number
  group: string
  score: number
  comment: PresentedText
  customer: string
  at: string
}

/** So many of the whole are kept and shown, and beyond them so many of each group, for who sees no other. */
export const mostComments = 100
export const mostCommentsOfGroup = 25

/** What a sentence says, in codes and values; the words make it a sentence in the reader's language. */
export type Sentence =
  | { says: 'volume'; opened: number; closed: number; before: number }
  | { says: 'times'; firstResponse: number | null; resolution: number | null }
  | { says: 'worse' | 'better'; what: Notable; group: string | null; from: number; to: number }
  | { says: 'steady'; backlog: number }

const notables = ['declinedShare', 'reopenedShare', 'ratingAverage', 'firstResponse', 'resolution', 'backlog'] as const
export type Notable = (typeof notables)[number]

/** The document as it is kept. Names stand as they were when it was made. */
export type MonthlyReport = {
  /** 2026-10 */
  month: string
  timeZone: string
  figures: MonthFigures
  before: MonthFigures
  /** The month itself and the eleven before. */
  trend: { month: string; figures: MonthFigures }[]
  days: { day: string; opened: number; closed: number; backlog: number }[]
  groups: Part[]
  representatives: Part[]
  comments: Comment[]
  /** How many were written; the newest are kept. */
  commentsWritten: number
  /** The same of each group; absent in reports that were made before it was counted. */
  commentsOfGroups?: { group: string; written: number }[]
  sentences: Sentence[]
}

/** With what stands around the document. A version of 0 was never kept: reckoned just now, for a month from before. */
export type ReadReport = Omit<MonthlyReport, 'figures' | 'before'> & {
  /** Null for who sees their own groups alone. */
  figures: MonthFigures | null
  before: MonthFigures | null
  version: number
  versions: number[]
  definitions: number
  madeAt: string
  madeBy: { id: string; name: string } | null
}

/** 2026-03. */
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
