import { expect, test } from 'vitest'
import { setStage } from '../testing/set-stage.server.ts'

import { system } from '../entities/person/actor.ts'
import type { Character } from '../testing/cast.server.ts'
import { listGroups } from '../groups/groups.server.ts'
import { changeGroup } from '../groups/change-group.write.server.ts'
import { changeCells } from '../permissions/change-cells.write.server.ts'
import { changeRole, resetRole } from '../permissions/change-role.write.server.ts'
import { builtInRoles } from '../permissions/roles.ts'
import { changeUser } from '../users/change-user.write.server.ts'
import { releaseLost, releaseLostOfAll, releaseTickets } from './release.server.ts'
import { take } from './take.server.ts'

const stage = setStage()

const release = (member: Character, group?: 'documents' | 'billing') =>
  stage.box.desk.change(system, (change) => {
    const { ids, groups } = stage.box
    return group ? releaseLost(change, ids[member], groups[group]) : releaseTickets(change, ids[member])
  })

test('the system gives a member’s going tickets back to their groups, whatever state they are in', async () => {
  const [taken, offered, closed] = [
    await stage.ticketIn('taken'),
    await stage.ticketIn('offered'),
    await stage.ticketIn('accepted'),
  ]
  const released = await release('omar')
  expect(released).toEqual([taken, offered])
  expect(await stage.last(taken)).toMatchObject({
    happened: 'ticketReleased',
    by: null,
    details: { from: { member: stage.box.ids.omar } },
  })
  expect(await stage.row(taken)).toMatchObject({
    status: 'inProgress',
    member_id: null,
    group_id: stage.box.groups.documents,
  })
  expect(await stage.row(offered)).toMatchObject({
    status: 'responded',
    member_id: null,
    solution_state: 'offered',
    due: 'remind',
  })
  expect(await stage.row(closed)).toMatchObject({ member_id: stage.box.ids.omar })
})

test('who leaves one group keeps what they have in another', async () => {
  const { groups, ids } = stage.box
  const [one, other] = [await stage.ticketIn('open'), await stage.ticketIn('open')]
  await stage.act('mariam', 'assign', one, { group: groups.documents, member: ids.jana })
  await stage.act('mariam', 'assign', other, { group: groups.billing, member: ids.jana })
  expect(await release('jana', 'billing')).toEqual([other])
  expect(await stage.row(one)).toMatchObject({ member_id: ids.jana })
})

test('who leaves the Support Desk keeps no ticket of another group, where nobody else could take it', async () => {
  const { desk, groups, ids } = stage.box
  const [taken, given] = [await stage.ticketIn('untaken'), await stage.ticketIn('open')]
  await stage.act('mariam', 'take', taken)
  await stage.act('lina', 'assign', given, { group: groups.supportDesk, member: ids.mariam })
  const adam = await stage.box.person('adam')
  await changeGroup(desk, adam, groups.supportDesk, { members: [ids.lina] }, '192.0.2.44')
  for (const [number, group_id] of [
    [taken, groups.documents],
    [given, groups.supportDesk],
  ] as const) {
    expect(await stage.row(number)).toMatchObject({ group_id, member_id: null })
    expect(await stage.last(number)).toMatchObject({ happened: 'ticketReleased', by: null })
  }
  await stage.act('omar', 'take', taken)
  await changeGroup(desk, adam, groups.supportDesk, { members: [ids.lina, ids.mariam] }, '192.0.2.44')
})

test('who leaves a group and is of the Support Desk still keeps what they took elsewhere', async () => {
  const { desk, groups, ids } = stage.box
  const adam = await stage.box.person('adam')
  await changeGroup(desk, adam, groups.billing, { members: [ids.jana, ids.tom, ids.mariam] }, '192.0.2.44')
  const number = await stage.ticketIn('untaken')
  await stage.act('mariam', 'take', number)
  await changeGroup(desk, adam, groups.billing, { members: [ids.jana, ids.tom] }, '192.0.2.44')
  expect(await stage.row(number)).toMatchObject({ member_id: ids.mariam })
})

test('whose role of the desk is taken away keeps their own group’s tickets and no others', async () => {
  const { desk, groups, ids } = stage.box
  const adam = await stage.box.person('adam')
  await changeUser(desk, adam, ids.tom, { roles: ['representative', 'supportDesk'] }, '192.0.2.44')
  const [elsewhere, own] = [await stage.ticketIn('untaken'), await stage.ticketIn('open')]
  await take(desk, await stage.box.person('tom'), elsewhere)
  await stage.act('mariam', 'assign', own, { group: groups.billing, member: ids.tom })
  await changeUser(desk, adam, ids.tom, { roles: ['representative'] }, '192.0.2.44')
  expect(await stage.row(elsewhere)).toMatchObject({ group_id: groups.documents, member_id: null })
  expect(await stage.row(own)).toMatchObject({ group_id: groups.billing, member_id: ids.tom })
})

test('whose group no longer carries the role of the desk keeps its tickets and no others', async () => {
  const { desk, groups, ids } = stage.box
  const adam = await stage.box.person('adam')
  await changeGroup(desk, adam, groups.billing, { roles: ['supportDesk'] }, '192.0.2.44')
  const [elsewhere, own, lent] = [
    await stage.ticketIn('untaken'),
    await stage.ticketIn('open'),
    await stage.ticketIn('untaken'),
  ]
  await take(desk, await stage.box.person('tom'), elsewhere)
  await stage.act('mariam', 'assign', own, { group: groups.billing, member: ids.tom })
  await take(desk, await stage.box.person('mariam'), lent)
  await changeGroup(desk, adam, groups.billing, { roles: [] }, '192.0.2.44')
  expect(await stage.row(elsewhere)).toMatchObject({ group_id: groups.documents, member_id: null })
  expect(await stage.last(elsewhere)).toMatchObject({ happened: 'ticketReleased', by: null })
  expect(await stage.row(own)).toMatchObject({ group_id: groups.billing, member_id: ids.tom })
  expect(await stage.row(lent)).toMatchObject({ member_id: ids.mariam })
})

test('who holds another group’s ticket by a role that comes to allow less keeps it no longer, be it one cell of the grid or the whole role', async () => {
  const { desk, groups, ids } = stage.box
  const adam = await stage.box.person('adam')
  const lessened = [
    () =>
      changeCells(
        desk,
        adam,
        { changes: [{ role: 'supportDesk', permission: 'ticket.take', granted: false }] },
        '192.0.2.44',
      ),
    () =>
      changeRole(
        desk,
        adam,
        'supportDesk',
        {
          // of their own group they still see the tickets
          permissions: [...builtInRoles.supportDesk.filter((right) => right !== 'ticket.seeAll'), 'ticket.seeGroups'],
        },
        '192.0.2.44',
      ),
  ]
  for (const lessen of lessened) {
    const [elsewhere, own] = [await stage.ticketIn('untaken'), await stage.ticketIn('open')]
    await take(desk, await stage.box.person('mariam'), elsewhere)
    await stage.act('mariam', 'assign', own, { group: groups.supportDesk, member: ids.lina })
    await lessen()
    expect(await stage.row(elsewhere)).toMatchObject({ group_id: groups.documents, member_id: null })
    expect(await stage.last(elsewhere)).toMatchObject({ happened: 'ticketReleased', by: null })
    expect(await stage.row(own)).toMatchObject({ member_id: ids.lina })
    await resetRole(desk, adam, 'supportDesk', '192.0.2.44')
  }
})

test('who stays in a group without a role that sees its tickets kept them unseen, and nobody else could take them', async () => {
  const { desk, groups, ids } = stage.box
  const adam = await stage.box.person('adam')
  const from = '192.0.2.44'
  const without = (right: string) => builtInRoles.representative.filter((each) => each !== right)
  const lessened: [() => Promise<unknown>, () => Promise<unknown>][] = [
    [
      () => changeUser(desk, adam, ids.tom, { roles: ['customer'] }, from),
      () => changeUser(desk, adam, ids.tom, { roles: ['representative'] }, from),
    ],
    [
      () => changeRole(desk, adam, 'representative', { permissions: without('ticket.seeGroups') }, from),
      () => resetRole(desk, adam, 'representative', from),
    ],
  ]
  for (const [lessen, restore] of lessened) {
    const [going, ended] = [await stage.ticketIn('open'), await stage.ticketIn('open')]
    for (const number of [going, ended])
      await stage.act('mariam', 'assign', number, { group: groups.billing, member: ids.tom })
    await stage.act('mariam', 'close', ended, { reason: 'By telephone.' })
    await lessen()
    expect(await stage.row(going)).toMatchObject({ group_id: groups.billing, member_id: null })
    expect(await stage.last(going)).toMatchObject({ happened: 'ticketReleased', by: null })
    // nor is it given to them again, by name or by its coming back
    expect(
      (await stage.refused('mariam', 'assign', going, { group: groups.billing, member: ids.tom })).details,
    ).toMatchObject({ errors: [{ field: 'member', code: 'notAMember' }] })
    await stage.act('mariam', 'reopen', ended, { reason: 'It is back.' })
    expect(await stage.row(ended)).toMatchObject({ group_id: groups.billing, member_id: null })
    const shown = (await listGroups(desk.read())).find(({ id }) => id === groups.billing)!
    expect(shown.members.find(({ id }) => id === ids.tom)).toMatchObject({ active: true, holds: false })
    await restore()
    await stage.act('tom', 'take', going)
  }
})

test('a right by which nobody holds a ticket releases none', async () => {
  const { desk, ids } = stage.box
  const adam = await stage.box.person('adam')
  const number = await stage.ticketIn('untaken')
  await take(desk, await stage.box.person('mariam'), number)
  const cell = { role: 'supportDesk', permission: 'statistics.read' }
  await changeCells(desk, adam, { changes: [{ ...cell, granted: false }] }, '192.0.2.44')
  expect(await stage.row(number)).toMatchObject({ member_id: ids.mariam })
  await resetRole(desk, adam, 'supportDesk', '192.0.2.44')
})

test('a ticket that somebody had who cannot see it lay there until their roles or groups next changed', async () => {
  const { desk, groups, ids, database } = stage.box
  const [theirs, lying] = [await stage.ticketIn('taken'), await stage.ticketIn('taken')]
  // as a version left it that gave tickets without asking who sees them
  await database.primary.updateTable('ticket').set({ group_id: groups.billing }).where('number', '=', lying).execute()
  expect(await releaseLostOfAll(desk)).toContain(lying)
  expect(await stage.row(lying)).toMatchObject({ group_id: groups.billing, member_id: null })
  expect(await stage.last(lying)).toMatchObject({
    happened: 'ticketReleased',
    by: null,
    details: { from: { group: groups.billing, member: ids.omar } },
  })
  expect(await stage.row(theirs)).toMatchObject({ member_id: ids.omar })
  expect(await releaseLostOfAll(desk)).toEqual([])
})
