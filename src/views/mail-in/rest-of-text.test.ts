import { expect, test } from 'vitest'
import { restOfText } from './rest-of-text.ts'

test('what was quoted is what stands beyond the text, and nothing where there is no more', () => {
  expect(restOfText('Yes.', 'Yes.\n\nOn Tue, Omar wrote:\n> Is it?')).toBe('On Tue, Omar wrote:\n> Is it?')
  expect(restOfText('Yes.', ' Yes.\n')).toBe('')
  expect(restOfText('', '')).toBe('')
})

test('where the two begin otherwise nothing is left out', () => {
  expect(restOfText('B', '> a\nB\n> c')).toBe('> a\nB\n> c')
})
