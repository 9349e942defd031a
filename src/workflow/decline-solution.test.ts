import { expect, test } from 'vitest'
import { setStage } from '../testing/set-stage.server.ts'

const stage = setStage()

test('not yet: the work goes on, and the round keeps what is left', async () => {
  const number = await stage.ticketIn('answered')
  await stage.act('salma', 'decline-solution', number, { reason: 'The page is still empty.' })
  const { at, ...last } = await stage.last(number)
  expect(last).toMatchObject({
    happened: 'solutionDeclined',
    by: 'salma',
    details: { round: 1, author: stage.box.ids.omar },
  })
  expect(await stage.row(number)).toMatchObject({
    status: 'inProgress',
    solution_state: 'declined',
    answered: false,
    waiting_for: 'representative',
    due_at: null,
    offered_at: null,
  })
  expect(await stage.rounds(number)).toMatchObject([{ state: 'declined', decided_at: at, reason: { source: 'en' } }])
})

test('it goes on showing while the next is made', async () => {
  const number = await stage.ticketIn('declined')
  await stage.act('omar', 'propose-solution', number, { solution: 'Clear the cache.' })
  expect((await stage.box.seenBy('salma', number)).solution).toMatchObject({
    state: 'declined',
    round: 1,
    asksVerdict: false,
    rounds: [{ round: 1 }],
  })
  expect((await stage.box.seenBy('omar', number)).solution).toMatchObject({ state: 'inReview', round: 2 })
})
