import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from '../../testing/desk.server.ts'
import { close } from '../../workflow/close.server.ts'
import { closedTickets } from './closed-tickets.server.ts'
import { sorts } from './closed-tickets.ts'

let at: TestDesk
let number: number
beforeAll(async () => {
  at = await openTestDesk()
  at.clock.set(new Date('2026-05-01T00:20:00Z'))
  number = await at.submitted()
  at.clock.set(new Date('2026-04-30T23:40:00Z'))
  await close(at.desk, await at.person('mariam'), number, { reason: 'It is done.' })
})
afterAll(() => at.close())

const ranges = [
  { closedFrom: '2026-04-30', closedTo: '2026-04-30' },
  { openedFrom: '2026-05-01', openedTo: '2026-05-01' },
  { openedFrom: '2026-05-01', closedTo: '2026-04-30' },
]

test.each(ranges)(
  'closed before it opened, since a clock was set back, a ticket was counted and not listed: %o',
  async (range) => {
    const reader = await at.person('mariam')
    for (const sort of sorts) {
      const { items } = await closedTickets(at.desk, reader, { limit: 50, sort, ...range })
      expect({ sort, listed: items.map((item) => item.number) }).toEqual({ sort, listed: [number] })
    }
  },
)
