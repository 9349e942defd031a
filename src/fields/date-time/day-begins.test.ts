import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daysApart, dayIn, daysLater } from '../../statistics/day.ts'
import { openTestDesk, type TestDesk } from '../../testing/desk.server.ts'
import { dayBegins } from './day-begins.server.ts'
import { beginOfDay } from './local-time.ts'

let at: TestDesk
beforeAll(async () => {
  at = await openTestDesk()
})
afterAll(() => at.close())

const days = daysApart('2026-01-01', 1, 365)

const inDatabase = async (timeZone: string): Promise<Date[]> => {
  const { rows } = await sql<{ begins: Date }>`
    select ${dayBegins(sql`day`, timeZone)} as begins from unnest(${days}::date[]) as day order by day`.execute(
    at.database.primary,
  )
  return rows.map(({ begins }) => begins)
}

const firstInstantOfTheirDay = (timeZone: string, begins: readonly Date[]) =>
  days.filter((day, index) => {
    const instant = begins[index]!
    const before = dayIn(timeZone, new Date(instant.getTime() - 1))
    return dayIn(timeZone, instant) !== day || before !== daysLater(day, -1)
  })

test.each([
  ['Atlantic/Azores', 'midnight comes twice in October'],
  ['America/Havana', 'midnight comes twice in November, and not at all in March'],
  ['Africa/Cairo', 'midnight does not come in April, and eleven comes twice before it in October'],
  ['America/Santiago', 'midnight does not come in September'],
  ['Australia/Lord_Howe', 'summer time is half an hour'],
  ['Asia/Kathmandu', 'nothing ever changes'],
])('in %s, where %s, each day begins with its first instant', async (timeZone) => {
  expect(firstInstantOfTheirDay(timeZone, await inDatabase(timeZone))).toEqual([])
  expect(
    firstInstantOfTheirDay(
      timeZone,
      days.map((day) => new Date(beginOfDay(day, timeZone)!)),
    ),
  ).toEqual([])
})

test('what is no day has no begin', () => {
  for (const wrong of ['', '2026-13-01', 'today']) expect(beginOfDay(wrong, 'UTC')).toBeUndefined()
})
