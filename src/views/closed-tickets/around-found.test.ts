import { expect, test } from 'vitest'
import { aroundFound } from './around-found.ts'

const found = (before: string, word: string, after = '') =>
  aroundFound([
    ...(before ? [{ text: before, marked: false }] : []),
    { text: word, marked: true },
    ...(after ? [{ text: after, marked: false }] : []),
  ])
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join('')

test('a line that is too short begins a word or two before what was found', () => {
  expect(found('The stamped delivery note of the shipment ', 'MF-20418', ' is missing')).toBe(
    '…the shipment [MF-20418] is missing',
  )
  expect(found('لم تصلنا منذ أسبوعين قائمة التعبئة و', 'الفاتورة')).toBe('…قائمة التعبئة و[الفاتورة]')
})

test('what stands at the beginning stays as it is', () => {
  expect(found('', 'Invoice', ' 881')).toBe('[Invoice] 881')
  expect(found('Your ', 'invoice')).toBe('Your [invoice]')
})

test('an emoji is not halved', () => {
  expect(found('no space in a 📦📦📦📦📦📦📦📦a', 'word')).not.toMatch(/\p{Surrogate}/u)
})

test('a word that was found in a comment lay beyond the ellipsis of a narrow line, behind a few short words', () => {
  const pieces = [
    { text: 'We ask for ', marked: false },
    { text: 'invoices', marked: true },
  ]
  const said = (room: number) => aroundFound(pieces, room).map(({ text }) => text)
  expect(said(11)).toEqual(['We ask for ', 'invoices'])
  expect(said(7)).toEqual(['…for ', 'invoices'])
  expect(said(2)).toEqual(['… ', 'invoices'])
  expect(said(0)).toEqual(['…', 'invoices'])
  expect(said(-3)).toEqual(['…', 'invoices'])
})
