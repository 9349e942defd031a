import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from '../testing/desk.server.ts'
import { migrationsFolder } from '../server/db/migrate.server.ts'
import { stateOfFigures } from './calendars.server.ts'
import { foldFigures } from './fold-figures.write.server.ts'
import { verifyFigures } from './verify-figures.server.ts'
import { dice, liveAtRandom } from './testing/random-histories.server.ts'
import { expectFiguresOfEvents } from './testing/expect-figures.server.ts'
import { expectTimesOfEvents } from './testing/expect-times.server.ts'
import { openIndependentFigures } from './testing/independent-figures.server.ts'

type Independent = Awaited<ReturnType<typeof openIndependentFigures>>

let at: TestDesk
let independent: Independent
const done: Record<string, number> = {}
let measured = 0

beforeAll(async () => {
  at = await openTestDesk()
  independent = await openIndependentFigures(at.url)
})
afterAll(async () => {
  await independent?.close()
  await at?.close()
})

const timesOfEvents = (timeZone: string, firstDayOfWeek: number, throwDice: () => number) =>
  expectTimesOfEvents(at, independent, { timeZone, firstDayOfWeek }, throwDice)

describe('after any sequence of verbs', () => {
  test.each([
    // summer time begins here between the first and the third story
    { seed: 1, zone: 'America/New_York', firstDay: 7 },
    { seed: 2, zone: 'America/New_York', firstDay: 7 },
    { seed: 3, zone: 'America/New_York', firstDay: 7 },
  ])('folded bit by bit, the figures are those of the events (story $seed)', async ({ seed, zone, firstDay }) => {
    await at.setSettings({ timeZone: zone, firstDayOfWeek: firstDay })
    const throwDice = dice(seed)
    for (let chapter = 0; chapter < 4; chapter++) {
      const counts = await liveAtRandom(at, throwDice, 100)
      for (const [name, count] of Object.entries(counts)) done[name] = (done[name] ?? 0) + count
      // what waits to be folded counts, and again when it is
      if (chapter > 0 || seed > 1) measured += await timesOfEvents(zone, firstDay, throwDice)
      await foldFigures(at.desk)
      measured += await timesOfEvents(zone, firstDay, throwDice)
    }
    await expectFiguresOfEvents(independent, zone, firstDay)
    expect(await verifyFigures(at.database.primary)).toEqual([])
  })

  test('the stories held everything that moves a figure', () => {
    expect(measured).toBeGreaterThan(100)
    const acts = [
      'assign',
      'take',
      'giveBack',
      'offer',
      'withdraw',
      'accept',
      'decline',
      'close',
      'cancel',
      'duplicate',
    ]
    const others = ['reopen', 'reopenOwn', 'rate', 'rateAgain', 'silence']
    expect([...acts, ...others].filter((act) => !done[act])).toEqual([])
  })

  test.each([
    { zone: 'Africa/Cairo', firstDay: 6, because: 'summer time begins at midnight' },
    { zone: 'Australia/Lord_Howe', firstDay: 1, because: 'summer time is half an hour' },
    { zone: 'Asia/Kathmandu', firstDay: 7, because: 'the zone is at five hours and 45 minutes' },
    { zone: 'America/Santiago', firstDay: 1, because: 'summer time ends at midnight' },
    { zone: 'Pacific/Kiritimati', firstDay: 5, because: 'it is tomorrow there' },
  ])('counted anew for $zone, where $because, they are those of the events', async ({ zone, firstDay }) => {
    await at.setSettings({ timeZone: zone, firstDayOfWeek: firstDay })
    await foldFigures(at.desk)
    await expectFiguresOfEvents(independent, zone, firstDay)
    await timesOfEvents(zone, firstDay, dice(firstDay))
    expect(await verifyFigures(at.database.primary)).toEqual([])
  })
})

describe('what verify finds', () => {
  const spoilt: [what: string, how: string, complaint: string][] = [
    [
      'a closing that did not happen',
      `update closing set score = coalesce(score, 0) % 5 + 1 where ended = 'desk'`,
      'closing',
    ],
    ['a cell that was counted twice', `update figure_cell set closed = closed * 2 where grain = 'week'`, 'figure_cell'],
    ['a time that was measured wrong', `update figure_cell set resolution_p90 = resolution_p90 + 1`, 'times of'],
    [
      'times that spread otherwise',
      `update figure_spread set facts[1] = facts[1] + 1 where grain = 'month'`,
      'spread of',
    ],
    ['a response that is missing', `delete from first_response where seq > 2`, 'first_response'],
    [
      'a delta that was lost',
      `insert into figure_delta (ticket_number, seq, part, at, group_id, opened)
      select number, 0, 0, opened_at, group_id, 1 from ticket limit 1`,
      'figure_cell',
    ],
  ]
  test.each(spoilt)('%s', async (_what, how, complaint) => {
    expect(await verifyFigures(at.database.primary)).toEqual([])
    await independent.rows(how)
    const found = await verifyFigures(at.database.primary)
    expect(found.join()).toContain(complaint)
    await mend()
  })
})

test('a desk from before the closings gets its facts from the migration and its cells from the worker', async () => {
  const facts = () =>
    Promise.all([
      at.database.primary.selectFrom('closing').selectAll().orderBy('ticket_number').orderBy('seq').execute(),
      at.database.primary.selectFrom('first_response').selectAll().orderBy('ticket_number').execute(),
    ])
  const kept = await facts()
  expect(kept[0].filter((closing) => closing.reopened_at && closing.score).length).toBeGreaterThan(0)
  await mend()
  expect(await facts()).toEqual(kept)
  expect(await verifyFigures(at.database.primary)).toEqual([])
})

test('where the spreads are not counted yet, or an older server folded, times are right all the same', async () => {
  const [zone, firstDay, throwDice] = ['Pacific/Kiritimati', 5, dice(7)] as const
  for (const how of ['spread_version = null, version = version + 1', 'version = version + 1']) {
    await independent.rows(`update figure_state set ${how}`)
    await independent.rows(`update figure_spread set facts[1] = facts[1] + 1`)
    expect(await timesOfEvents(zone, firstDay, throwDice)).toBeGreaterThan(5)
    expect(await verifyFigures(at.database.primary)).toEqual([])
    await foldFigures(at.desk)
    expect(await timesOfEvents(zone, firstDay, throwDice)).toBeGreaterThan(5)
    expect(await verifyFigures(at.database.primary)).toEqual([])
    expect((await stateOfFigures(at.desk.read())).spreadsStand).toBe(true)
  }
})

/** Facts from the migration's own statements, cells counted anew. */
async function mend(): Promise<void> {
  const migration = await readFile(join(migrationsFolder, '0004_closings.sql'), 'utf8')
  const backfill = migration.slice(migration.indexOf('-- Tickets that ended before'), migration.indexOf('grant select'))
  await independent.rows('delete from closing; delete from first_response; update figure_state set time_zone = null')
  await independent.rows(backfill)
  await foldFigures(at.desk)
}
