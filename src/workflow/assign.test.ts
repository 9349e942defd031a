import { expect, test } from 'vitest'
import { setStage } from '../testing/set-stage.server.ts'

const stage = setStage()

test('assigning gives the ticket to a group and a member of it, and says who had it before', async () => {
  const { groups, ids } = stage.box
  const number = await stage.ticketIn('open')
  const from = (await stage.row(number)).group_id
  await stage.act('mariam', 'assign', number, { group: groups.documents, member: ids.omar })
  const { at, ...last } = await stage.last(number)
  expect(last).toEqual({ happened: 'ticketAssigned', by: 'mariam', details: { from: { group: from, member: null } } })
  expect(await stage.row(number)).toMatchObject({
    status: 'inProgress',
    member_id: ids.omar,
    waiting_for: 'representative',
    waiting_since: at,
  })
})

test('handing on starts the waiting anew; to the same one it does not', async () => {
  const { groups, ids } = stage.box
  const number = await stage.ticketIn('taken')
  const { waiting_since } = await stage.row(number)
  await stage.act('mariam', 'assign', number, { group: groups.documents, member: ids.omar })
  expect((await stage.row(number)).waiting_since).toEqual(waiting_since)
  await stage.act('mariam', 'assign', number, { group: groups.billing })
  expect(await stage.row(number)).toMatchObject({ member_id: null, waiting_since: (await stage.last(number)).at })
})

test('an offered solution stays offered, and the customer has the ball as before', async () => {
  const { groups } = stage.box
  const number = await stage.ticketIn('offered')
  const before = await stage.row(number)
  await stage.act('lina', 'assign', number, { group: groups.billing })
  const { status, solution_state, waiting_for, waiting_since, due_at } = before
  expect(await stage.row(number)).toMatchObject({ status, solution_state, waiting_for, waiting_since, due_at })
})

test('a member is an active member of that very group; a group is one that there is', async () => {
  const { groups, ids, database } = stage.box
  const number = await stage.ticketIn('open')
  const errors = async (body: object) => (await stage.refused('mariam', 'assign', number, body)).details
  expect(await errors({ group: ids.omar })).toMatchObject({ errors: [{ field: 'group', code: 'notInList' }] })
  expect(await errors({ group: groups.billing, member: ids.omar })).toMatchObject({
    errors: [{ field: 'member', code: 'notAMember' }],
  })
  await database.primary.updateTable('users').set({ active: false }).where('id', '=', ids.tom).execute()
  expect(await errors({ group: groups.billing, member: ids.tom })).toMatchObject({
    errors: [{ field: 'member', code: 'notAMember' }],
  })
})

test('what is wrong with the request is said before what is wrong with the moment', async () => {
  const { groups, ids } = stage.box
  const number = await stage.ticketIn('accepted')
  expect(await stage.refused('mariam', 'assign', number, { group: groups.billing, member: ids.omar })).toMatchObject({
    status: 422,
  })
  expect(await stage.refused('mariam', 'assign', number, { group: groups.billing })).toMatchObject({ status: 409 })
})
