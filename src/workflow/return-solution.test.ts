import { expect, test } from 'vitest'
import { setStage } from '../testing/set-stage.server.ts'

const stage = setStage()

test('the desk gives a proposal back with a reason; the customer has seen nothing', async () => {
  const number = await stage.ticketIn('inReview')
  await stage.act('lina', 'return-solution', number, { reason: 'الرابط ينتهي بعد ساعة' })
  const { at, ...last } = await stage.last(number)
  expect(last).toMatchObject({
    happened: 'solutionReturned',
    by: 'lina',
    details: { round: 1, reason: { source: 'ar' } },
  })
  expect(await stage.row(number)).toMatchObject({
    status: 'inProgress',
    solution_state: 'returned',
    waiting_for: 'representative',
    waiting_since: at,
  })
  expect(await stage.rounds(number)).toMatchObject([
    { state: 'returned', reviewed_by: stage.box.ids.lina, decided_at: at },
  ])
  expect((await stage.box.seenBy('salma', number)).solution).toBeNull()
})
