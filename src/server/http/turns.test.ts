import { expect, test } from 'vitest'
import { openTurns } from './turns.server.ts'

/** Work that ends when it is told to. */
function held() {
  const open: (() => void)[] = []
  return { open, work: () => new Promise<void>((end) => open.push(end)) }
}
const soon = () => new Promise((resolve) => setImmediate(resolve))

test('class 22: who asks for hundreds of things at once waits behind themselves, and nobody behind them', async () => {
  const inTurn = openTurns(2)
  const { open, work } = held()
  const flood = Array.from({ length: 300 }, () => inTurn('one', work))
  await soon()
  expect(open.length).toBe(2)
  expect(await inTurn('another', async () => 'at once')).toBe('at once')
  let ended = 0
  while (ended < 300) {
    for (const end of open.splice(0)) {
      end()
      ended += 1
    }
    await soon()
    expect(open.length).toBeLessThanOrEqual(2)
  }
  await Promise.all(flood)
})

test('work that fails gives its turn on', async () => {
  const inTurn = openTurns(1)
  const fails = () => Promise.reject(new Error('no'))
  const ends = await Promise.allSettled([inTurn('one', fails), inTurn('one', fails), inTurn('one', async () => 1)])
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled'])
})
