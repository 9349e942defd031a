import { expect, test } from 'vitest'
import { pieceOf } from './pieces.ts'

const marked = (text: string, words: string[], runs: string[] = [], whole = true) =>
  pieceOf(text, (token) => words.includes(token.toLowerCase()), runs, whole)
    .pieces.map(({ text: piece, marked: isMarked }) => (isMarked ? `[${piece}]` : piece))
    .join('')

test('words are marked where they stand, as they are written', () => {
  expect(marked('Invoices, and an INVOICE.', ['invoice', 'invoices'])).toBe('[Invoices], and an [INVOICE].')
  expect(marked('الفاتورة رقم ٥', ['الفاتورة'])).toBe('[الفاتورة] رقم ٥')
  expect(marked('nothing', ['else'])).toBe('nothing')
})

test('what is joined by a sign is marked as a whole, unless one of its parts was asked for', () => {
  expect(marked('A copy of MF-20261.', ['mf-20261'])).toBe('A copy of [MF-20261].')
  expect(marked('A fixed-price quote', ['fixed-price'])).toBe('A [fixed-price] quote')
  expect(marked('A fixed-price quote', ['price', 'fixed-price'])).toBe('A fixed-[price] quote')
})

test('writing without spaces is marked inside its run', () => {
  expect(marked('请更正发票抬头和发票号', [], ['发票'])).toBe('请更正[发票]抬头和[发票]号')
})

test('of a long text the piece around the first mark is shown, cut between words', () => {
  const text = `${'word '.repeat(60)}here it is ${'word '.repeat(60)}`
  const shown = marked(text, ['here'], [], false)
  expect(shown).toMatch(/^… (word )+\[here\] it is (word )*word …$/)
  expect(shown.length).toBeLessThan(220)
})
