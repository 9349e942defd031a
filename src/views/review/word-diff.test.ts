import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff } from './word-diff.ts'
import type { Part } from './word-diff.ts'

const marked = (parts: readonly Part[]) =>
  parts.map(({ kind, text }) => ({ same: text, added: `{+${text}+}`, removed: `{-${text}-}` })[kind]).join('')

test('one word that changed is one change', () => {
  expect(marked(wordDiff('The link is old.', 'The link is new.'))).toBe('The link is {-old-}{+new+}.')
})

test('words beside each other that changed are marked as one, what goes before what comes', () => {
  expect(marked(wordDiff('Dear Salma, here is a link.', 'Dear Salma, the stamped note.'))).toBe(
    'Dear Salma, {-here is a link-}{+the stamped note+}.',
  )
})

test('a small word that happens to stay between two large changes is no island', () => {
  expect(marked(wordDiff('Here is a direct link to it.', 'The delivery now goes to the warehouse in Jebel Ali.'))).toBe(
    '{-Here is a direct link to it-}{+The delivery now goes to the warehouse in Jebel Ali+}.',
  )
  expect(marked(wordDiff('change the address yourself', 'change an address yourself'))).toBe(
    'change {-the-}{+an+} address yourself',
  )
})

test('Arabic words are words', () => {
  expect(marked(wordDiff('هذا رابط مباشر لسند التسليم.', 'هذا ملف مختوم لسند التسليم.', 'ar'))).toBe(
    'هذا {-رابط مباشر-}{+ملف مختوم+} لسند التسليم.',
  )
})

test('a new paragraph is one addition and its line break stays outside the words', () => {
  expect(marked(wordDiff('One.\n\nThree.', 'One.\n\nTwo.\n\nThree.'))).toBe('One.\n\n{+Two.\n\n+}Three.')
})

test('the same text has no change, and nothing to something is one addition', () => {
  expect(wordDiff('Same.', 'Same.')).toEqual([{ kind: 'same', text: 'Same.' }])
  expect(wordDiff('', 'New')).toEqual([{ kind: 'added', text: 'New' }])
  expect(wordDiff('', '')).toEqual([])
})

test('what stayed and what went is the old text, what stayed and what came is the new one', () => {
  const text = fc
    .array(fc.constantFrom('سند', 'note', ' ', '\n', ',', 'ab', '运单', '3'), { maxLength: 30 })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDiff(before, after)
      const without = (kind: Part['kind']) =>
        parts
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join('')
      expect(without('added')).toBe(before)
      expect(without('removed')).toBe(after)
    }),
    { numRuns: 500 },
  )
})

test('long texts that share one line break are two texts: the exact way, which takes the square of it, is not looked for', () => {
  const lines = (word: string, words: number) => {
    const line = Array.from({ length: words }, (_, index) => `${word}${index}`).join(' ')
    return `${line}\n${line}`
  }
  const kinds = (words: number) => wordDiff(lines('a', words), lines('b', words)).map(({ kind }) => kind)
  expect(kinds(200)).toEqual(['removed', 'added', 'same', 'removed', 'added'])
  expect(kinds(600)).toEqual(['removed', 'added'])
  expect(kinds(4000)).toEqual(['removed', 'added'])
})
