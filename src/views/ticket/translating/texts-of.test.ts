import { expect, test } from 'vitest'
import { lacks, nextMissing, textsOf } from './texts-of.ts'

const salma = { id: 'salma', name: 'Salma' }
const omar = { id: 'omar', name: 'Omar' }
const text = (source: string, ...more: string[]) => ({
  source,
  texts: Object.fromEntries([source, ...more].map((language) => [language, { text: language }])),
})
const message = (author: typeof salma, kind: 'reply' | 'note') => ({
  id: `${author.id}-${kind}`,
  kind,
  author,
  side: author === salma ? ('customer' as const) : ('staff' as const),
  text: text('en'),
  at: '2026-01-01T00:00:00Z',
  editedAt: null,
})
const ticket = (side: 'staff' | 'customer') => ({
  title: text('ar', 'en'),
  description: text('ar'),
  customer: salma,
  rating: { score: 4, comment: text('ar'), at: '' },
  rounds: [],
  side,
})
const gave = (seq: number, actor: typeof salma | null) => ({
  id: `${seq}`,
  seq,
  at: '2026-01-01T00:00:00Z',
  actor,
  happened: 'ticketReopened' as const,
  before: {},
  after: {},
  details: {},
  ...(actor ? { reason: text('en') } : {}),
})
const events = [gave(1, null), gave(4, omar), gave(7, salma)]
const messages = [message(salma, 'reply'), message(omar, 'reply'), message(omar, 'note')]

test('staff translate all that they see, its customer what they wrote themselves', () => {
  const fields = (side: 'staff' | 'customer', me: string) =>
    textsOf(ticket(side), messages, events, me).map(({ field }) => field)
  expect(fields('staff', 'omar')).toEqual([
    'title',
    'description',
    'message:salma-reply',
    'message:omar-reply',
    'message:omar-note',
    'reason:4',
    'reason:7',
    'comment',
  ])
  expect(fields('customer', 'salma')).toEqual(['title', 'description', 'message:salma-reply', 'reason:7', 'comment'])
})

test('the next missing language is one in which something is missing or behind, in the order offered', () => {
  const texts = textsOf(ticket('customer'), [], [], 'salma')
  expect(nextMissing(texts, ['en', 'ar', 'fr'], 'en')).toBe('fr')
  expect(nextMissing(texts, ['en', 'ar', 'fr'], 'fr')).toBe('en')
  expect(nextMissing(texts, ['ar'], 'ar')).toBeUndefined()
  expect(lacks({ source: 'ar', texts: { ar: { text: 'x' }, en: { text: 'y', outdated: true } } }, 'en')).toBe(true)
})
