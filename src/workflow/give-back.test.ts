import { expect, test } from 'vitest'
import { setStage } from '../testing/set-stage.server.ts'

const stage = setStage()

test('who has the ticket lays it back to their group, with a reason or without', async () => {
  const number = await stage.ticketIn('taken')
  const { group_id } = await stage.row(number)
  await stage.act('omar', 'give-back', number, { reason: 'I am away next week.' })
  expect(await stage.last(number)).toMatchObject({
    happened: 'ticketGivenBack',
    by: 'omar',
    details: {
      reason: { texts: { en: { text: 'I am away next week.' } } },
      from: { group: group_id, member: stage.box.ids.omar },
    },
  })
  expect(await stage.row(number)).toMatchObject({
    status: 'inProgress',
    group_id,
    member_id: null,
    waiting_for: 'representative',
  })
  await stage.act('jana', 'take', number)
  await stage.act('jana', 'give-back', number)
})

test('giving back is among staff: its customer sees no activity', async () => {
  const number = await stage.ticketIn('taken')
  const { activity_at } = await stage.row(number)
  await stage.act('omar', 'give-back', number, { reason: 'Too hard.' })
  expect((await stage.row(number)).activity_at).toEqual(activity_at)
})
