import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openIndependentFigures } from '../../statistics/testing/independent-figures.server.ts'
import { dice, liveAtRandom } from '../../statistics/testing/random-histories.server.ts'
import type { Character } from '../../testing/cast.server.ts'
import { openTestDesk, refusalOf, type TestDesk } from '../../testing/desk.server.ts'
import { callsTo } from '../../testing/call-endpoint.server.ts'
import { formatFor } from '../../words/format.ts'
import { wordsFor } from '../../words/words.ts'
import { close } from '../../workflow/close.server.ts'
import { rate } from '../../workflow/rate.server.ts'
import { reportEndpoints } from '../report-endpoints.server.ts'
import { sendReportEndpoints } from '../send-report-endpoints.server.ts'
import { makeDueReports } from './make-report.write.server.ts'
import type { ReadReport } from './monthly-performance.ts'
import { sayReport } from './say-report.ts'

const zone = 'America/New_York'
const path = '/api/v1/reports/monthly-performance'
let at: TestDesk
let call: ReturnType<typeof callsTo>
let independent: Awaited<ReturnType<typeof openIndependentFigures>>

const read = async (month: string, who: Character = 'mariam', query: object = {}) =>
  (await call<ReadReport>(await at.person(who), `GET ${path}/:month`, { params: { month }, query })).answer
const list = async () =>
  (
    await call<{ items: { month: string; version: number; versions: number }[] }>(
      await at.person('mariam'),
      `GET ${path}`,
    )
  ).answer

beforeAll(async () => {
  at = await openTestDesk()
  call = callsTo(at.desk, [...reportEndpoints, ...sendReportEndpoints])
  independent = await openIndependentFigures(at.url)
  await at.setSettings({ timeZone: zone })
})
afterAll(async () => {
  await independent?.close()
  await at?.close()
})

describe('on the 1st', () => {
  test('before there is a ticket, nothing is made', async () => {
    expect(await makeDueReports(at.desk)).toEqual([])
  })

  test('nothing is made before midnight there, then it is, once', async () => {
    const [salma, mariam] = [await at.person('salma'), await at.person('mariam')]
    const number = await at.submitted()
    await close(at.desk, mariam, number, { reason: 'It is done.' })
    await rate(at.desk, salma, number, { score: 5, comment: 'شكرًا جزيلًا لكم' })
    at.clock.set(new Date('2026-04-01T03:59:00Z'))
    expect(await makeDueReports(at.desk)).toEqual([])
    at.clock.set(new Date('2026-04-01T04:01:00Z'))
    const both = await Promise.all([makeDueReports(at.desk), makeDueReports(at.desk)])
    expect(both.flat()).toEqual(['2026-03'])
    expect(await read('2026-03')).toMatchObject({
      version: 1,
      timeZone: zone,
      madeBy: null,
      figures: { opened: 1, closed: 1, backlog: 0, ratings: 1, ratingAverage: 5, distribution: [0, 0, 0, 0, 1] },
      comments: [{ ticket: number, score: 5, customer: 'Salma Idris', comment: { source: 'ar' } }],
    })
  })

  test('a time when the worker was down is caught up, month by month', async () => {
    await liveAtRandom(at, dice(11), 320, 160)
    const month = at.clock.now().toISOString().slice(0, 7)
    const made = await makeDueReports(at.desk)
    expect(made.length).toBeGreaterThan(3)
    expect(made[0]).toBe('2026-04')
    expect(made.at(-1)! < month).toBe(true)
    expect(await makeDueReports(at.desk)).toEqual([])
    expect((await list()).items.map((item) => item.month)).toEqual(made.toReversed().concat('2026-03'))
  })
})

describe('its figures', () => {
  test('are those of the events, for each month, group and representative', async () => {
    await independent.replay()
    const flows = await independent.flows(zone, 'month', 1)
    const months = (await list()).items.map((item) => item.month)
    for (const month of months) {
      const report = await read(month)
      const lastDay = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0))
        .toISOString()
        .slice(0, 10)
      const standing = await independent.standing(zone, lastDay)
      const parts = [
        { place: `all 00000000-0000-0000-0000-000000000000`, figures: report.figures! },
        ...report.groups.map((part) => ({ place: `group ${part.id}`, figures: part.figures })),
        ...report.representatives.map((part) => ({ place: `member ${part.id}`, figures: part.figures })),
      ]
      for (const { place, figures } of parts) {
        const isPlace = (row: Record<string, unknown>) => `${row.scope as string} ${row.of_id as string}` === place
        const flow = flows.find((row) => isPlace(row) && row.starts === `${month}-01`) ?? {}
        const stands = standing.find(isPlace) ?? {}
        const seconds = (value: unknown) => (value === null || value === undefined ? null : Math.round(Number(value)))
        expect({
          ...figures,
          ...{ month, place },
          firstResponseMedian: seconds(figures.firstResponseMedian),
          resolutionP90: seconds(figures.resolutionP90),
        }).toMatchObject({
          ...{ month, place },
          opened: flow.opened ?? 0,
          reopened: flow.reopened ?? 0,
          closed: flow.closed ?? 0,
          duplicates: flow.duplicates ?? 0,
          offered: flow.offered ?? 0,
          declined: flow.declined ?? 0,
          firstResponses: flow.first_responses ?? 0,
          distribution: [1, 2, 3, 4, 5].map((score) => flow[`rated_${score}`] ?? 0),
          open: stands.open ?? 0,
          inProgress: stands.in_progress ?? 0,
          responded: stands.responded ?? 0,
          firstResponseMedian: seconds(flow.response_median),
          resolutionP90: seconds(flow.resolution_p90),
        })
      }
    }
    expect(months.length).toBeGreaterThan(4)
  })

  test('carry from month to month: what came before is the month before, the trend its twelve', async () => {
    const [newest, previous] = (await list()).items.map((item) => item.month)
    const [report, before] = [await read(newest!), await read(previous!)]
    expect(report.before).toEqual(before.figures)
    expect(report.trend).toHaveLength(12)
    expect(report.trend.slice(-2).map(({ figures }) => figures)).toEqual([before.figures, report.figures])
    expect(report.days.at(-1)!.backlog).toBe(report.figures!.backlog)
    const { opened, reopened, closed, duplicates, backlog } = report.figures!
    expect(opened + reopened - closed - duplicates).toBe(backlog - report.before!.backlog)
  })
})

describe('as a document', () => {
  test('it stays as it was made; made anew it is a further version', async () => {
    const month = '2026-03'
    const first = await read(month)
    const made = (await call<ReadReport>(await at.person('lina'), `POST ${path}/:month`, { params: { month } })).answer
    expect(made).toMatchObject({ version: 2, versions: [2, 1], madeBy: { name: 'Lina Haddad' } })
    expect(await read(month, 'mariam', { version: '1' })).toEqual({ ...first, versions: [2, 1] })
    expect(await refusalOf(read(month, 'mariam', { version: '9' }))).toMatchObject({ code: 'notFound' })
    expect((await list()).items.at(-1)).toMatchObject({ month, version: 2, versions: 2 })
    const db = at.database.primary
    await expect(db.updateTable('report').set({ definitions: 2 }).execute()).rejects.toThrow('permission denied')
    await expect(db.deleteFrom('report').execute()).rejects.toThrow('permission denied')
  })

  test('the present month, one to come and what is no month are not there', async () => {
    const present = at.clock.now().toISOString().slice(0, 7)
    for (const month of [present, '2031-01', '2026-13', '2026', 'latest'])
      expect(await refusalOf(read(month))).toMatchObject({ code: 'notFound' })
  })

  test('a month without tickets reads well', async () => {
    const report = await read('2025-12')
    expect(report).toMatchObject({
      version: 0,
      figures: { opened: 0, closed: 0, ratingAverage: null },
      groups: [],
      comments: [],
    })
    expect(said(report, 'en')).toEqual([
      'It was a quiet month: no ticket came in and none closed.',
      'Nobody waited for a first response, so there are no times to show.',
      'Nothing else moved much; not closed at the end of the month: 0.',
    ])
  })
})

const said = (report: ReadReport, language: string) =>
  sayReport(report, wordsFor(language), formatFor({ language, timeZone: zone }))

test('its three sentences are told in the reader’s language', async () => {
  const report = await read('2026-03')
  expect(said(report, 'en')[0]).toBe('1 ticket came in and 1 ticket closed, after none in February 2026.')
  expect(said(report, 'ar')[0]).toContain('وردت تذكرة واحدة وأُغلقت تذكرة واحدة')
  for (const { month } of (await list()).items)
    for (const language of ['en', 'ar']) {
      const sentences = said(await read(month), language)
      expect(sentences).toHaveLength(3)
      expect(sentences.join(' ')).not.toMatch(/\{\{|undefined|null|NaN/)
    }
})

describe('rights', () => {
  test('whoever may not read reports is told so', async () => {
    for (const who of ['salma', 'omar'] as const)
      expect(await refusalOf(read('2026-03', who))).toMatchObject({
        code: 'notAllowed',
        details: { variables: { permission: 'report.read' } },
      })
  })

  test('who may not see figures of people reads the whole, and of people only themselves', async () => {
    const mariam = await at.person('mariam')
    const permissions = new Set([...mariam.permissions].filter((each) => each !== 'statistics.people'))
    const [{ month } = { month: '' }] = (await list()).items
    const asked = async (reader: typeof mariam) =>
      (await call<ReadReport>(reader, `GET ${path}/:month`, { params: { month } })).answer
    const whole = await asked(mariam)
    expect(whole.representatives.length).toBeGreaterThan(0)
    const own = whole.representatives.filter(({ id }) => id === mariam.id)
    expect(await asked({ ...mariam, permissions })).toEqual({ ...whole, representatives: own })
  })

  test('a representative whose role says so reads of their groups and themselves', async () => {
    const omar = await at.person('omar')
    const reading = { ...omar, permissions: new Set([...omar.permissions, 'report.read']) }
    const [{ month } = { month: '' }] = (await list()).items
    const { answer } = await call<ReadReport>(reading, `GET ${path}/:month`, { params: { month } })
    expect(answer).toMatchObject({ figures: null, before: null, trend: [], days: [], sentences: [] })
    expect(answer.groups.map(({ name }) => name)).toEqual(['Documents'])
    expect(answer.representatives.every(({ id }) => id === at.ids.omar)).toBe(true)
    expect(await refusalOf(call(reading, `POST ${path}/:month`, { params: { month } }))).toMatchObject({
      code: 'notAllowed',
    })
  })
})
