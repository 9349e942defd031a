import { expect, test } from 'vitest'
import type { Happened } from '../../../events/happened.ts'
import type { PresentedEvent, PresentedMessage, PresentedRound } from '../../../queries/one-ticket/one-ticket.ts'
import { wordsFor } from '../../../words/words.ts'
import { formatFor } from '../../../words/format.ts'
import { sentenceOf } from './event-sentence.ts'
import { threadOf } from './thread.ts'
import { traced } from './traced-events.ts'

const salma = { id: 'salma', name: 'Salma' }
const omar = { id: 'omar', name: 'Omar' }
const desk = { id: 'desk', name: 'Support desk' }
const documents = { id: 'documents', name: 'Documents' }
const text = (words: string) => ({ source: 'en', texts: { en: { text: words } } })
const at = (minute: number) => `2026-11-23T09:${String(minute).padStart(2, '0')}:00.000Z`

const readerIn = (language: string) => ({
  t: wordsFor(language),
  format: formatFor({ language, timeZone: 'UTC' }),
  label: (number: number) => `T-${number}`,
  customer: 'Salma',
  nameOfField: (key: string) => key,
})

let seq = 0
const event = (happened: Happened, minute: number, more: Partial<PresentedEvent> = {}): PresentedEvent => ({
  id: `e${++seq}`,
  seq,
  at: at(minute),
  actor: omar,
  happened,
  before: {},
  after: {},
  details: {},
  ...more,
})
const submitted = event('ticketSubmitted', 0, { actor: salma, after: { group: desk, member: null } })
const assigned = event('ticketAssigned', 5, { before: { group: desk }, after: { group: documents, member: omar } })
const message = (id: string, minute: number, kind: 'reply' | 'note' = 'reply'): PresentedMessage => ({
  id,
  kind,
  author: omar,
  side: 'staff',
  text: text(id),
  at: at(minute),
  editedAt: null,
})
const round: PresentedRound = {
  round: 1,
  state: 'inReview',
  text: text('Answer'),
  proposedText: null,
  author: omar,
  proposedAt: at(8),
  offeredAt: null,
  reviewedBy: null,
  selfReviewed: false,
  decidedAt: null,
  reason: null,
}
const ticket = { customer: salma, description: text('Question'), openedAt: at(0), rounds: [], solution: null }
const withRound = {
  ...ticket,
  solution: {
    state: 'inReview' as const,
    text: text('Answer'),
    round: 1,
    author: omar,
    asksVerdict: true,
    rounds: [round],
  },
  rounds: [round],
}

test('everything that was said and done stands in one thread, oldest first', () => {
  const events = traced([
    submitted,
    assigned,
    event('noteAdded', 6),
    event('solutionProposed', 8, { details: { round: 1 } }),
  ])
  const thread = threadOf({ ticket: withRound, messages: [message('note', 6, 'note'), message('reply', 9)], events })
  expect(thread.map(({ key }) => key)).toEqual([
    'description',
    `event:${assigned.id}`,
    'message:note',
    'solution:1',
    'message:reply',
  ])
})

test('a proposal whose text is no longer told stays in the thread as what happened', () => {
  const proposed = event('solutionProposed', 8, { details: { round: 1 } })
  const thread = threadOf({ ticket, messages: [], events: traced([submitted, proposed]) })
  expect(thread.map(({ key }) => key)).toEqual(['description', `event:${proposed.id}`])
})

test('a sentence names who had the ticket, also where the event did not change it', () => {
  const reader = readerIn('en')
  const again = event('ticketAssigned', 7, { actor: salma, after: { member: salma } })
  const back = event('ticketGivenBack', 9, { after: { member: null } })
  const said = traced([submitted, assigned, again, back]).map((each) => sentenceOf(each, reader))
  expect(said.slice(1)).toEqual([
    'Omar assigned the ticket to Omar (Documents)',
    'Salma assigned the ticket to Salma (Documents)',
    'Omar gave the ticket back to Documents',
  ])
})

test('a review of one’s own was hidden where its author had also edited', () => {
  const approved = event('solutionApproved', 9, { details: { round: 1, edited: true, selfReviewed: true } })
  const reader = readerIn('en')
  expect(traced([approved]).map((each) => sentenceOf(each, reader))).toEqual([
    'Omar edited and approved a solution of their own (self-reviewed); it is with the customer',
  ])
})

test('every kind of event has its sentence, in every language', () => {
  for (const language of ['en', 'ar']) {
    const reader = readerIn(language)
    for (const happened of [
      'duplicateMoved',
      'duplicateReturned',
      'ticketRated',
      'ticketReleased',
      'textTranslated',
      'solutionReminded',
    ] as const) {
      const [only] = traced([
        event(happened, 1, { details: { original: 9, score: 4, field: 'title', language: 'ar' } }),
      ])
      expect(only && sentenceOf(only, reader)).not.toMatch(/\{\{|undefined/u)
    }
  }
})

test('a translation of an added field was told as one of a message', () => {
  const reader = { ...readerIn('en'), nameOfField: (key: string) => (key === 'cause' ? 'Cause' : '?') }
  const [only] = traced([event('textTranslated', 1, { details: { field: 'custom:cause', language: 'ar' } })])
  expect(only && sentenceOf(only, reader)).toBe('Omar translated the text “Cause” into Arabic')
})
