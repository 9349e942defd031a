import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { letGoWhenQuiet } from './let-go.server.ts'

const heap = () => process.memoryUsage().heapUsed / 1024 / 1024

/** In a function of its own: what a suspended one has in hand is not let go. */
function heapAfterRush(): number {
  const rush = Array.from({ length: 2_000_000 }, (_, index) => ({ index }))
  return rush.length > 0 ? heap() : 0
}

test('what a rush left behind is let go once nothing is asked for', { timeout: 60_000 }, async () => {
  const end = letGoWhenQuiet()
  const before = heap()
  expect(heapAfterRush() - before).toBeGreaterThan(60)
  // it fails by the time-out of the test: how soon it is quiet is the machine's affair
  while (heap() - before > 40) await wait(200)
  end()
})
