import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { monthsLater } from '../../statistics/day.ts'
import { openTestDesk, type Desk, type TestDesk } from '../../testing/desk.server.ts'
import { close } from '../../workflow/close.server.ts'
import { makeDueReports, makeReport } from './make-report.write.server.ts'
import { readReport } from './read-report.server.ts'

let at: TestDesk
beforeAll(async () => {
  at = await openTestDesk()
  // sessions are begun by the clock of the database, which no test moves
  at.clock.set(new Date())
})
afterAll(() => at.close())

const month = () => at.clock.now().toISOString().slice(0, 7)
const toNextMonth = (time: string) => at.clock.set(new Date(`${monthsLater(month(), 1)}-01T${time}Z`))

/** While another session has written and not committed, as in a long erasure or import. */
async function whileWriting(write: (desk: Desk) => Promise<unknown>, work: () => Promise<void>): Promise<void> {
  const [wrote, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const change = at.desk.change(await at.person('mariam'), async ({ desk }) => {
    await write(desk)
    wrote.resolve()
    await mayEnd.promise
  })
  await wrote.promise
  await work().finally(() => mayEnd.resolve())
  await change
}

test('what was still being written at midnight was missing in the report for good', async () => {
  const mariam = await at.person('mariam')
  const [number, over] = [await at.submitted(), month()]
  const closing = (desk: Desk) => close(desk, mariam, number, { reason: 'It is done.' })
  await whileWriting(closing, async () => {
    toNextMonth('00:02:00')
    expect(await makeDueReports(at.desk)).toEqual([])
    expect(await makeReport(at.desk, mariam, over)).toBeNull()
  })
  expect(await makeDueReports(at.desk)).toEqual([over])
  expect(await readReport(at.desk, mariam, over)).toMatchObject({ version: 1, figures: { opened: 1, closed: 1 } })
})

test('another server, whose clock is behind, writes into the month for a minute more', async () => {
  const [over] = [month(), await at.submitted()]
  toNextMonth('00:00:59')
  expect(await makeDueReports(at.desk)).toEqual([])
  at.clock.move(1_000)
  expect(await makeDueReports(at.desk)).toEqual([over])
})

test('a session that is left open keeps no report back for ever', async () => {
  const waits = async (longest: string) => {
    const { rows } = await sql<{ waits: boolean }>`
      select changes_from_before(now() + interval '1 day', ${longest}::interval) as waits`.execute(at.desk.read())
    return rows[0]!.waits
  }
  expect(await waits('1 hour')).toBe(false)
  await whileWriting(
    async (desk) => sql`select 1`.execute(desk.read()),
    async () => {
      expect(await waits('1 hour')).toBe(true)
      await new Promise((resolve) => setTimeout(resolve, 60))
      expect(await waits('50 milliseconds')).toBe(false)
    },
  )
})
