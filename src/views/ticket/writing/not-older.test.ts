import { expect, test } from 'vitest'
import { notOlder, noteTold } from './not-older.ts'

test('an answer that had been asked for before a text was saved took the text out of the box', async () => {
  const answers = ['before it was saved', 'as it was saved']
  const first = Promise.withResolvers<void>()
  let asked = 0
  const shown = notOlder(7, async () => {
    const answer = answers[asked++]!
    if (asked === 1) await first.promise
    return answer
  })
  noteTold(7)
  first.resolve()
  expect(await shown).toBe('as it was saved')
  expect(asked).toBe(2)
})

test('what is saved on another ticket asks for nothing again', async () => {
  let asked = 0
  const shown = notOlder(8, async () => ++asked)
  noteTold(9)
  expect(await shown).toBe(1)
})
