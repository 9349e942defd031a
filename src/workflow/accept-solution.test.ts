import { expect, test } from 'vitest'
import { setStage } from '../testing/set-stage.server.ts'

const stage = setStage()

test('accepting closes the ticket, by its customer, and keeps which round it was and whose', async () => {
  const number = await stage.ticketIn('offered')
  await stage.act('salma', 'accept-solution', number)
  const { at, ...last } = await stage.last(number)
  expect(last).toEqual({ happened: 'solutionAccepted', by: 'salma', details: { round: 1, author: stage.box.ids.omar } })
  expect(await stage.row(number)).toMatchObject({
    status: 'closed',
    ended: 'accepted',
    ended_from: 'responded',
    closed_at: at,
    solution_state: 'accepted',
    waiting_for: 'nobody',
    due_at: null,
  })
  expect(await stage.rounds(number)).toMatchObject([{ state: 'accepted', decided_at: at }])
})

test('what the customer did not see they do not accept', async () => {
  const number = await stage.ticketIn('offered')
  const { version } = await stage.row(number)
  await stage.act('mariam', 'reply', number, { text: 'One more thing.' })
  expect(await stage.refused('salma', 'accept-solution', number, { version })).toMatchObject({
    code: 'changedMeanwhile',
    status: 409,
  })
  await stage.act('salma', 'accept-solution', number, { version: (await stage.row(number)).version })
})

test('notes, translations and ratings do not come between', async () => {
  const number = await stage.ticketIn('offered')
  const { version } = await stage.row(number)
  await stage.act('omar', 'note', number, { text: 'They will like it.' })
  await stage.act('omar', 'translate', number, { field: 'solution:1', language: 'ar', text: 'جرّبي الرابط الجديد.' })
  await stage.act('salma', 'accept-solution', number, { version })
  const closed = (await stage.row(number)).version
  await stage.act('salma', 'rate', number, { score: 5 })
  expect((await stage.row(number)).version).toBe(closed)
})
