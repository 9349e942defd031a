import { expect, test } from 'vitest'
import { letGoWhenQuiet } from './let-go.server.ts'

const heap = () => process.memoryUsage().heapUsed / 1024 / 1024

/** In a function of its own: what a suspended one has in hand is not let go. 2,000,000 objects of 32 bytes and the list of them. */
function heapInRush(): number {
  const rush = Array.from({ length: 2_000_000 }, (_, index) => ({ index }))
  return rush.length > 0 ? heap() : 0
}

// Measured from the top: what lay there before may be collected while the rush grows, and hides it (40 MB of 80 once).
test('what a rush left behind is let go once nothing is asked for', async () => {
  const end = letGoWhenQuiet()
  const full = heapInRush()
  // how soon it is quiet is the machine's affair
  await expect.poll(heap, { interval: 200 }).toBeLessThan(full - 60)
  end()
})
