import { expect, test } from 'vitest'
import { setStage } from '../testing/set-stage.server.ts'

const stage = setStage()

test('a member of the group makes the ticket theirs', async () => {
  const number = await stage.ticketIn('untaken')
  await stage.act('omar', 'take', number)
  expect(await stage.last(number)).toMatchObject({ happened: 'ticketTaken', by: 'omar' })
  expect(await stage.row(number)).toMatchObject({
    status: 'inProgress',
    member_id: stage.box.ids.omar,
    waiting_for: 'representative',
  })
})

test('the desk takes what nobody has; taking an open ticket puts it into work', async () => {
  const number = await stage.ticketIn('open')
  await stage.act('mariam', 'take', number)
  expect(await stage.row(number)).toMatchObject({ status: 'inProgress', member_id: stage.box.ids.mariam })
})

test('what somebody has is taken, also for who has it; the refusal says what is possible', async () => {
  const number = await stage.ticketIn('taken')
  for (const who of ['jana', 'omar', 'mariam'] as const)
    expect(await stage.refused(who, 'take', number)).toMatchObject({ code: 'alreadyTaken', status: 409 })
  expect(await stage.refused('omar', 'take', number)).toMatchObject({
    // the sentence names who has it
    details: { may: expect.arrayContaining(['give-back']), variables: { actor: 'Omar Siddiqui' } },
  })
})

test('whoever was deactivated or left the group a moment ago takes nothing', async () => {
  const { database, ids, groups, desk, person } = stage.box
  const { take } = await import('./take.server.ts')
  const number = await stage.ticketIn('untaken')
  const jana = await person('jana')
  await database.primary
    .deleteFrom('group_member')
    .where('user_id', '=', ids.jana)
    .where('group_id', '=', groups.documents)
    .execute()
  await expect(take(desk, jana, number)).rejects.toMatchObject({ code: 'notAllowed' })
  expect(await stage.row(number)).toMatchObject({ member_id: null })
})
