import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDesk, refusalOf, type TestDesk } from '../testing/desk.server.ts'
import { callsTo } from '../testing/call-endpoint.server.ts'
import { groupEndpoints } from './group-endpoints.server.ts'
import { workingHours } from './working-hours.ts'

let at: TestDesk
beforeAll(async () => {
  at = await openTestDesk()
})
afterAll(() => at.close())

const change = async (body: object) => {
  const params = { id: at.groups.documents }
  return (await callsTo(at.desk, groupEndpoints)(await at.person('adam'), 'PATCH /api/v1/groups/:id', { params, body }))
    .answer
}

test('a group has a lead, a time zone and working hours; null takes each away', async () => {
  const hours = {
    1: [
      ['09:00', '12:30'],
      ['13:30', '17:00'],
    ],
    5: [['09:00', '24:00']],
    7: [],
  }
  const set = { lead: at.ids.omar, timeZone: 'Africa/Cairo', workingHours: hours }
  expect(await change(set)).toMatchObject({ ...set, lead: { id: at.ids.omar, name: 'Omar Siddiqui' } })
  expect(await change({ name: 'Papers' })).toMatchObject({
    name: 'Papers',
    timeZone: 'Africa/Cairo',
    workingHours: hours,
  })
  expect(await change({ lead: null, timeZone: null, workingHours: null })).toMatchObject({
    lead: null,
    timeZone: null,
    workingHours: null,
  })
  const entries = await at.database.primary.selectFrom('audit_entry').selectAll().orderBy('id').execute()
  expect(entries[0]).toMatchObject({
    action: 'group.changed',
    before: { lead: null, workingHours: null },
    after: { lead: at.ids.omar },
  })
})

test('whoever leads is a member, and leads no more when they leave', async () => {
  expect(await refusalOf(change({ lead: at.ids.tom }))).toMatchObject({
    details: { errors: [{ field: 'lead', code: 'notAMember' }] },
  })
  expect(await change({ members: [at.ids.tom, at.ids.omar], lead: at.ids.tom })).toMatchObject({
    lead: { name: 'Tom Baker' },
  })
  expect(await change({ members: [at.ids.omar] })).toMatchObject({ lead: null })
})

test('a group that works by night was told that its hours have the wrong form', async () => {
  const refused = await refusalOf(change({ workingHours: { 1: [['22:00', '06:00']] } }))
  expect(refused).toMatchObject({ details: { errors: [{ field: 'workingHours.1', code: 'endsBeforeItBegins' }] } })
  const night = { 1: [['22:00', '24:00']], 2: [['00:00', '06:00']] }
  expect(await change({ workingHours: night })).toMatchObject({ workingHours: night })
})

test.each([
  [{ 8: [] }, 'unknown'],
  [{ monday: [] }, 'unknown'],
  [{ 1: [['9:00', '17:00']] }, 'wrongType'],
  [{ 1: [['17:00', '09:00']] }, 'endsBeforeItBegins'],
  [{ 1: [['09:00', '09:00']] }, 'endsBeforeItBegins'],
  [{ 1: [['09:00', '25:00']] }, 'wrongType'],
  [{ 1: ['09:00'] }, 'wrongType'],
  [
    {
      1: [
        ['09:00', '12:00'],
        ['11:00', '13:00'],
      ],
    },
    'notInOrder',
  ],
  [[], 'wrongType'],
  ['always', 'wrongType'],
])('%j are no working hours', (given, code) => {
  expect(workingHours.parse(given)).toMatchObject({ ok: false, problem: { code } })
})
