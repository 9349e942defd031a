import { isValidElement } from 'react'
import { expect, test } from 'vitest'
import { together } from './together.tsx'

const kept = (said: string) =>
  [together(said)]
    .flat()
    .flatMap((piece) => (isValidElement<{ children: string }>(piece) ? [piece.props.children] : []))

test('a ticket’s number in a sentence does not break at its hyphen, whatever stands around it', () => {
  expect(kept('Rami assigned MF-20892 to you: Rechnung')).toEqual(['MF-20892'])
  expect(kept('أُسندت إليك التذكرة \u2068MF-20892\u2069، وهي مكررة من T-7.')).toEqual(['MF-20892', 'T-7'])
  expect(kept('HELP-2026-0012.')).toEqual(['HELP-2026-0012'])
})

test('words that a hyphen joins, and what is longer than a line of a telephone, break as they did', () => {
  expect(kept('A well-known matter, up-to-date')).toEqual([])
  expect(kept(`see ${'x'.repeat(40)}-20892`)).toEqual([])
  expect(together('Nothing here')).toBe('Nothing here')
})
