import { expect, test } from 'vitest'
import { setStage } from '../testing/set-stage.server.ts'

import { system } from '../entities/person/actor.ts'
import type { Character } from '../testing/cast.server.ts'
import { releaseTickets } from './release.server.ts'

const stage = setStage()

const release = (member: Character, group?: 'documents' | 'billing') =>
  stage.box.desk.change(system, (change) =>
    releaseTickets(change, { member: stage.box.ids[member], ...(group ? { group: stage.box.groups[group] } : {}) }),
  )

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
