import { expect, test } from 'vitest'
import { setStage } from '../testing/set-stage.server.ts'

const stage = setStage()

test('the desk closes and says why; an offered solution stays offered, one in review is withdrawn', async () => {
  for (const [situation, left] of [
    ['offered', 'offered'],
    ['inReview', 'withdrawn'],
  ] as const) {
    const number = await stage.ticketIn(situation)
    await stage.act('mariam', 'close', number, { reason: 'Solved by phone.' })
    expect(await stage.last(number)).toMatchObject({
      happened: 'ticketClosed',
      by: 'mariam',
      details: { reason: { source: 'en' } },
    })
    expect(await stage.row(number)).toMatchObject({
      status: 'closed',
      ended: 'desk',
      solution_state: left,
      waiting_for: 'nobody',
      due_at: null,
    })
    expect(await stage.rounds(number)).toMatchObject([{ state: left }])
  }
})

test('not without a reason, not with a stale page, not twice', async () => {
  const number = await stage.ticketIn('taken')
  const { version } = await stage.row(number)
  expect(await stage.refused('mariam', 'close', number)).toMatchObject({ status: 422 })
  await stage.act('salma', 'reply', number, { text: 'One more thing.' })
  expect(await stage.refused('mariam', 'close', number, { reason: 'Done.', version })).toMatchObject({
    code: 'changedMeanwhile',
  })
  await stage.act('mariam', 'close', number, { reason: 'Done.' })
  expect(await stage.refused('mariam', 'close', number, { reason: 'Done.' })).toMatchObject({
    code: 'notPossibleNow',
    details: { may: expect.arrayContaining(['reopen']) },
  })
})
