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

test('handing on starts the waiting anew', async () => {
  const { groups } = stage.box
  const number = await stage.ticketIn('taken')
  await stage.act('mariam', 'assign', number, { group: groups.billing })
  expect(await stage.row(number)).toMatchObject({ member_id: null, waiting_since: (await stage.last(number)).at })
})

test('who had the ticket already was told of it once more, and the history said it twice', async () => {
  const { groups, ids, tellings } = stage.box
  for (const [situation, to] of [
    ['taken', { group: groups.documents, member: ids.omar }],
    ['untaken', { group: groups.documents }],
    ['offered', { group: groups.documents, member: ids.omar }],
  ] as const) {
    const number = await stage.ticketIn(situation)
    const [before, events] = [await stage.row(number), await stage.box.eventsOf(number)]
    tellings.length = 0
    await stage.act('lina', 'assign', number, to)
    expect(await stage.row(number)).toEqual(before)
    expect(await stage.box.eventsOf(number)).toEqual(events)
    expect(tellings).toEqual([])
  }
})

test('two of the desk gave it to different people: the second was told that it worked, and undid the first unseen', async () => {
  const { groups, ids } = stage.box
  const number = await stage.ticketIn('untaken')
  const { version } = await stage.row(number)
  const give = (member: string) => ({ group: groups.documents, member, version })
  await stage.act('mariam', 'assign', number, give(ids.omar))
  expect(await stage.refused('lina', 'assign', number, give(ids.jana))).toMatchObject({
    code: 'changedMeanwhile',
    details: { variables: { assignee: 'Omar Siddiqui' } },
  })
  expect(await stage.row(number)).toMatchObject({ member_id: ids.omar })
  // who asks for the same contradicts nobody, whatever they saw
  await stage.act('lina', 'assign', number, give(ids.omar))
  // a program that sends no version assigns as before
  await stage.act('lina', 'assign', number, { group: groups.billing })
  expect((await stage.refused('mariam', 'assign', number, give(ids.omar))).details).toMatchObject({
    variables: { assignee: 'Billing' },
  })
})

test('a new ticket that is given to the group that it lies with goes into work; nobody gives what has ended', async () => {
  const { groups } = stage.box
  const number = await stage.ticketIn('open')
  await stage.act('mariam', 'assign', number, { group: groups.supportDesk })
  expect(await stage.row(number)).toMatchObject({ status: 'inProgress', group_id: groups.supportDesk, member_id: null })
  expect((await stage.last(number)).happened).toBe('ticketAssigned')
  const ended = await stage.ticketIn('accepted')
  const { group_id: group, member_id: member } = await stage.row(ended)
  expect(await stage.refused('mariam', 'assign', ended, { group, member })).toMatchObject({ status: 409 })
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
