import { expect, test } from 'vitest'
import { defaultSettings } from '../settings/settings.ts'
import { setStage } from '../testing/set-stage.server.ts'

const stage = setStage()
const usual = defaultSettings.workflow

test('a proposal is a round of its own, and the desk has the ball', async () => {
  const number = await stage.ticketIn('returned')
  await stage.act('omar', 'propose-solution', number, { solution: 'A better one.' })
  const { at, ...last } = await stage.last(number)
  expect(last).toMatchObject({ happened: 'solutionProposed', by: 'omar', details: { round: 2 } })
  expect(await stage.row(number)).toMatchObject({
    status: 'inProgress',
    solution_state: 'inReview',
    solution_round: 2,
    waiting_for: 'review',
    waiting_since: at,
    due_at: null,
  })
  expect(await stage.rounds(number)).toMatchObject([{ state: 'returned' }, { state: 'inReview', offered_at: null }])
})

test('where solutions are not reviewed it goes straight to the customer', async () => {
  const number = await stage.ticketIn('taken')
  await stage.box.setSettings({ workflow: { ...usual, review: false } })
  await stage.act('omar', 'propose-solution', number, { solution: 'Try this.' })
  await stage.box.setSettings({ workflow: usual })
  expect(await stage.last(number)).toMatchObject({ happened: 'solutionOffered', by: 'omar' })
  expect(await stage.row(number)).toMatchObject({
    status: 'responded',
    solution_state: 'offered',
    waiting_for: 'customer',
    due: 'remind',
  })
  expect((await stage.box.seenBy('salma', number)).may).toEqual(
    expect.arrayContaining(['accept-solution', 'decline-solution']),
  )
})

test('a changed setting applies to what comes next: what is in review is still reviewed', async () => {
  const number = await stage.ticketIn('inReview')
  await stage.box.setSettings({ workflow: { ...usual, review: false } })
  expect(await stage.row(number)).toMatchObject({ solution_state: 'inReview' })
  await stage.act('mariam', 'return-solution', number, { reason: 'Not yet good.' })
  await stage.box.setSettings({ workflow: usual })
  expect(await stage.row(number)).toMatchObject({ solution_state: 'returned' })
})

test('rounds count on after a reopening', async () => {
  const number = await stage.ticketIn('accepted')
  await stage.act('salma', 'reopen', number, { reason: 'It expired.' })
  await stage.act('omar', 'propose-solution', number, { solution: 'Once more.' })
  expect((await stage.rounds(number)).map(({ round, state }) => [round, state])).toEqual([
    [1, 'accepted'],
    [2, 'inReview'],
  ])
  expect((await stage.box.seenBy('salma', number)).solution).toBeNull()
})
