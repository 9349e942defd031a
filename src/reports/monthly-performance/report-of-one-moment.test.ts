import { sql, type Transaction } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tables } from '../../entities/tables.ts'
import { foldFigures } from '../../statistics/fold-figures.write.server.ts'
import { openTestDesk, type TestDesk } from '../../testing/desk.server.ts'
import { close } from '../../workflow/close.server.ts'
import { makeDueReports, makeReport } from './make-report.write.server.ts'
import { readReport } from './read-report.server.ts'

let at: TestDesk

beforeAll(async () => {
  at = await openTestDesk()
  await foldFigures(at.desk)
})
afterAll(() => at?.close())

const closed = async () => close(at.desk, await at.person('mariam'), await at.submitted(), { reason: 'It is done.' })
const reportOf = async (month: string) => readReport(at.desk, await at.person('mariam'), month)
const inTransaction = (work: (db: Transaction<Tables>) => Promise<void>) =>
  at.database.primary.transaction().execute(work)
/** As another worker does that is just folding. */
const whileAnotherFolds = (work: () => Promise<void>) =>
  inTransaction(async (db) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('figures', 0))`.execute(db)
    await work()
  })

test('a report that was due while another job counted lacked the last days for good', async () => {
  await closed()
  at.clock.set(new Date('2026-04-01T09:00:00Z'))
  const mariam = await at.person('mariam')
  await whileAnotherFolds(async () => {
    expect(await makeDueReports(at.desk)).toEqual([])
    expect(await makeReport(at.desk, mariam, '2026-03')).toBeNull()
  })
  expect(await makeDueReports(at.desk)).toEqual(['2026-03'])
  expect(await reportOf('2026-03')).toMatchObject({ version: 1, figures: { opened: 1, closed: 1 } })
})

test('what happens in the present month keeps no report waiting, a time that is to be measured does', async () => {
  const mariam = await at.person('mariam')
  await closed()
  await whileAnotherFolds(async () => {
    expect(await makeReport(at.desk, mariam, '2026-03')).toBe(2)
    await at.database.primary.updateTable('figure_cell').set({ marked: true }).where('grain', '=', 'month').execute()
    expect(await makeReport(at.desk, mariam, '2026-03')).toBeNull()
  })
  expect(await makeReport(at.desk, mariam, '2026-03')).toBe(3)
})

test('of months that are missing none is passed over while one has to wait', async () => {
  await closed()
  await foldFigures(at.desk)
  await closed()
  at.clock.set(new Date('2026-06-01T09:00:00Z'))
  await whileAnotherFolds(async () => expect(await makeDueReports(at.desk)).toEqual([]))
  expect(await makeDueReports(at.desk)).toEqual(['2026-04', '2026-05'])
})

test('a closing that was counted while a report was read stood in its days and not in its month', async () => {
  await closed()
  at.clock.set(new Date('2026-07-01T09:00:00Z'))
  let reading: ReturnType<typeof reportOf> | undefined
  await inTransaction(async (db) => {
    // between the months and the days it asks for the names of the groups
    await sql`lock table user_group in access exclusive mode`.execute(db)
    reading = reportOf('2026-06')
    await expect
      .poll(async () => (await sql`select from pg_locks where not granted`.execute(db)).rows.length)
      .toBeGreaterThan(0)
    await foldFigures(at.desk)
  })
  const { figures, days } = await reading!
  expect(days.reduce((sum, day) => sum + day.closed, 0)).toBe(figures!.closed)
})

test('a report that was made while somebody was erased kept their name for good', async () => {
  const mariam = await at.person('mariam')
  let making: ReturnType<typeof makeReport> | undefined
  await inTransaction(async (db) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('reports', 0))`.execute(db)
    making = makeReport(at.desk, mariam, '2026-06')
    await expect
      .poll(async () => (await sql`select from pg_locks where not granted`.execute(db)).rows.length)
      .toBeGreaterThan(0)
    await sql`update users set name = 'Erased', active = false, erased_at = now() where id = ${at.ids.pierre}::uuid`.execute(
      db,
    )
  })
  expect(await making).toBeNull()
  expect(await makeReport(at.desk, mariam, '2026-06')).not.toBeNull()
})

test('made anew by a page, whose request may be sent twice, it failed: within a change no snapshot can be begun', async () => {
  const mariam = await at.person('mariam')
  const before = (await reportOf('2026-06')).version ?? 0
  const version = await at.desk.change(mariam, ({ desk }) => makeReport(desk, mariam, '2026-06'))
  expect(version).toBe(before + 1)
})
