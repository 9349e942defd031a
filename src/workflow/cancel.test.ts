import { expect, test } from 'vitest'
import { setStage } from '../testing/set-stage.server.ts'

const stage = setStage()

test('the customer no longer needs help: a round in review goes with the ticket, its row too', async () => {
  const number = await stage.ticketIn('inReview')
  await stage.act('salma', 'cancel', number, { reason: 'I found it.' })
  const { at, ...last } = await stage.last(number)
  expect(last).toMatchObject({ happened: 'requestCancelled', by: 'salma', details: { reason: { source: 'en' } } })
  expect(await stage.row(number)).toMatchObject({
    status: 'closed',
    ended: 'cancelled',
    ended_from: 'inProgress',
    solution_state: 'withdrawn',
    closed_at: at,
  })
  expect(await stage.rounds(number)).toMatchObject([{ state: 'withdrawn', decided_at: at }])
})

test('needs no reason, and cannot be done where an answer is waiting', async () => {
  await stage.act('salma', 'cancel', await stage.ticketIn('open'))
  const refused = await stage.refused('salma', 'cancel', await stage.ticketIn('offered'))
  expect(refused).toMatchObject({
    code: 'notPossibleNow',
    details: { may: expect.arrayContaining(['accept-solution', 'decline-solution']) },
  })
})
