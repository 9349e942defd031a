import { expect, test } from 'vitest'
import { setStage } from '../testing/set-stage.server.ts'

const stage = setStage()

test('the customer reopens within fourteen days, the desk at any time', async () => {
  const number = await stage.ticketIn('accepted')
  stage.box.clock.moveDays(13.9)
  await stage.act('salma', 'reopen', number, { reason: 'It expired.' })
  const late = await stage.ticketIn('accepted')
  stage.box.clock.moveDays(14)
  const { closed_at } = await stage.row(late)
  expect(await stage.refused('salma', 'reopen', late, { reason: 'It expired.' })).toMatchObject({
    code: 'tooLate',
    status: 409,
    details: { variables: { endedOn: new Date(closed_at!.getTime() + 14 * 86_400_000).toISOString() } },
  })
  expect((await stage.box.seenBy('salma', late)).may).not.toContain('reopen')
  await stage.act('mariam', 'reopen', late, { reason: 'They called.' })
  expect(await stage.last(late)).toMatchObject({
    happened: 'ticketReopened',
    by: 'mariam',
    details: { side: 'staff', ended: 'accepted' },
  })
})

test('what ended open is open again; else the work goes on, with the rating kept and no solution present', async () => {
  const open = await stage.ticketIn('cancelledOpen')
  await stage.act('salma', 'reopen', open, { reason: 'I do need it.' })
  expect(await stage.row(open)).toMatchObject({
    status: 'open',
    ended: null,
    ended_from: null,
    closed_at: null,
    waiting_for: 'desk',
  })
  const number = await stage.ticketIn('accepted')
  await stage.act('salma', 'rate', number, { score: 4 })
  await stage.act('salma', 'reopen', number, { reason: 'It expired.' })
  expect(await stage.row(number)).toMatchObject({
    status: 'inProgress',
    solution_state: null,
    solution_round: null,
    score: 4,
  })
  expect(await stage.last(number)).toMatchObject({ details: { side: 'customer' } })
})

test('a duplicate that is reopened stands for itself again', async () => {
  const number = await stage.ticketIn('duplicateOpen')
  await stage.act('mariam', 'reopen', number, { reason: 'It is another fault.' })
  expect(await stage.row(number)).toMatchObject({ status: 'open', duplicate_of: null })
})

test('who left meanwhile does not get it back: it goes to their group', async () => {
  const { database, ids, groups } = stage.box
  const number = await stage.ticketIn('accepted')
  await database.primary.updateTable('users').set({ active: false }).where('id', '=', ids.omar).execute()
  await stage.act('salma', 'reopen', number, { reason: 'It expired.' })
  await database.primary.updateTable('users').set({ active: true }).where('id', '=', ids.omar).execute()
  expect(await stage.row(number)).toMatchObject({ group_id: groups.documents, member_id: null })
})

/** A ticket of Documents that Mariam of the Support Desk took and solved. */
async function solvedByTheDesk(): Promise<number> {
  const number = await stage.ticketIn('untaken')
  await stage.act('mariam', 'take', number)
  await stage.act('mariam', 'propose-solution', number, { solution: 'Please try the new link.' })
  await stage.act('lina', 'approve-solution', number)
  await stage.act('salma', 'accept-solution', number)
  return number
}

test('what somebody of the desk took from another group is theirs again when the customer reopens it', async () => {
  const { ids, groups } = stage.box
  const number = await solvedByTheDesk()
  await stage.act('salma', 'reopen', number, { reason: 'It expired.' })
  expect(await stage.row(number)).toMatchObject({ group_id: groups.documents, member_id: ids.mariam })
})

test('but not once they are of the desk no more', async () => {
  const { database, ids, groups } = stage.box
  const number = await solvedByTheDesk()
  await database.primary.deleteFrom('group_member').where('user_id', '=', ids.mariam).execute()
  await stage.act('salma', 'reopen', number, { reason: 'It expired.' })
  expect(await stage.row(number)).toMatchObject({ group_id: groups.documents, member_id: null })
})
