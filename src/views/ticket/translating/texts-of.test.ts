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
  custom: { cause: text('ar'), inner: text('en'), ship: 'Amal' },
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

const field = (key: string, type: 'multilingual-text' | 'short-text', visibleTo: 'everyone' | 'staff') => ({
  ...{ key, type, visibleTo, label: text('en'), help: null, options: {}, order: 0, default: null, retired: false },
  required: 'never' as const,
})
const fields = [
  field('cause', 'multilingual-text', 'everyone'),
  field('inner', 'multilingual-text', 'staff'),
  field('ship', 'short-text', 'everyone'),
  field('empty', 'multilingual-text', 'everyone'),
]

test('staff translate all that they see, its customer what they wrote themselves', () => {
  const places = (side: 'staff' | 'customer', me: string) =>
    textsOf(ticket(side), messages, events, fields, { id: me, translatesAll: me === 'omar' }).map((each) => each.field)
  expect(places('staff', 'omar')).toEqual([
    'title',
    'description',
    'custom:cause',
    'custom:inner',
    'message:salma-reply',
    'message:omar-reply',
    'message:omar-note',
    'reason:4',
    'reason:7',
    'comment',
  ])
  expect(places('customer', 'salma')).toEqual([
    'title',
    'description',
    'custom:cause',
    'message:salma-reply',
    'reason:7',
    'comment',
  ])
  // who sees every ticket without translating them translates their own texts
  expect(places('staff', 'salma')).toEqual(places('customer', 'salma'))
})

test('the next missing language is one in which something is missing or behind, in the order offered', () => {
  const texts = textsOf(ticket('customer'), [], [], [], { id: 'salma', translatesAll: false })
  expect(nextMissing(texts, ['en', 'ar', 'fr'], 'en')).toBe('fr')
  expect(nextMissing(texts, ['en', 'ar', 'fr'], 'fr')).toBe('en')
  expect(nextMissing(texts, ['ar'], 'ar')).toBeUndefined()
  expect(lacks({ source: 'ar', texts: { ar: { text: 'x' }, en: { text: 'y', outdated: true } } }, 'en')).toBe(true)
})
