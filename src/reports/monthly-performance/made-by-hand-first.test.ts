import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from '../../testing/desk.server.ts'
import { close } from '../../workflow/close.server.ts'
import { makeDueReports, makeReport } from './make-report.write.server.ts'
import { monthsLater } from '../../statistics/day.ts'
import { reportName } from './monthly-performance.ts'

let at: TestDesk
beforeAll(async () => {
  at = await openTestDesk()
})
afterAll(() => at.close())

test('a month whose report somebody made before the worker did was mailed to nobody, and those before it were never made', async () => {
  const mariam = await at.person('mariam')
  await close(at.desk, mariam, await at.submitted(), { reason: 'It is done.' })
  const first = at.clock.now().toISOString().slice(0, 7)
  at.clock.moveDays(62)
  const over = monthsLater(at.clock.now().toISOString().slice(0, 7), -1)
  expect(over > first).toBe(true)

  expect(await makeReport(at.desk, mariam, over)).toBe(1)
  const mailed = () =>
    at.database.primary.selectFrom('mail').select('address').where('interaction', '=', reportName).execute()
  const readers = (await mailed()).length
  expect(readers).toBeGreaterThan(0)
  expect((await makeDueReports(at.desk))[0]).toBe(first)
  expect(await makeReport(at.desk, mariam, over)).toBe(2)
  expect(await mailed()).toHaveLength(readers)
})
