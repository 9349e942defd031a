import { parse } from 'csv-parse/sync'
import { writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Character } from '../../testing/cast.server.ts'
import { openTestDesk, refusalOf, type TestDesk } from '../../testing/desk.server.ts'
import { callsTo } from '../../testing/call-endpoint.server.ts'
import { foldFigures } from '../fold-figures.write.server.ts'
import { statisticsEndpoints } from '../statistics-endpoints.server.ts'
import { dice, liveAtRandom } from '../testing/random-histories.server.ts'
import type { Statistic } from './closed-tickets-over-time.ts'
import type { RangeTimes } from './range-times.ts'

const path = 'GET /api/v1/statistics/closed-tickets-over-time'
const range = { from: '2026-01-01', to: '2026-12-31', by: 'week' }
let at: TestDesk
let call: ReturnType<typeof callsTo>

beforeAll(async () => {
  at = await openTestDesk()
  call = callsTo(at.desk, statisticsEndpoints)
  await at.setSettings({ timeZone: 'Asia/Kolkata', firstDayOfWeek: 6 })
  await liveAtRandom(at, dice(11), 300)
  await foldFigures(at.desk)
})
afterAll(() => at.close())

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- a test says what it expects to be answered
const ask = async <Answer>(ending: string, query: object, who: Character = 'mariam') =>
  call<Answer>(await at.person(who), path + ending, { query })

test('the CSV read back by another library has every point and part, as the interface answers them', async () => {
  const { answer, headers } = await ask<Buffer>('.csv', { ...range, split: 'group' })
  const { answer: statistic } = await ask<Statistic>('', { ...range, split: 'group' })
  expect(headers['content-disposition']).toMatch(/closed-tickets-over-time-2025-12-27-.*\.csv"$/)
  const rows = parse<Record<string, string>>(answer, { columns: true, bom: true })
  const expected = statistic.points.flatMap(({ splits = [], starts, from, to, ...whole }) => [
    { starts, from, to, partId: '', part: '', ...asText(whole) },
    ...splits.map(({ id, name, ...part }) => ({ starts, from, to, partId: id, part: name, ...asText(part) })),
  ])
  expect(rows).toEqual(expected)
  expect(rows.length).toBeGreaterThan(statistic.points.length)
})

const asText = (figures: object) =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, value === null ? '' : String(value)]))

test('the times of a range are the medians over its events, told from the events alone', async () => {
  const { answer } = await ask<RangeTimes>('/times', range)
  const rows = await at.database.primary
    .selectFrom('ticket_event')
    .innerJoin('ticket', 'ticket.number', 'ticket_event.ticket_number')
    .select(['ticket_number', 'ticket_event.seq', 'happened', 'at', 'details', 'ticket.opened_at'])
    .orderBy('ticket_number')
    .orderBy('ticket_event.seq')
    .execute()
  const took = (row: (typeof rows)[number]) => (row.at.getTime() - row.opened_at.getTime()) / 1000
  const ends = ['requestCancelled', 'solutionAccepted', 'ticketClosed', 'ticketClosedBySilence']
  const says = ['solutionApproved', 'solutionOffered', 'ticketClosed', 'ticketMarkedDuplicate']
  const firsts = new Map<number, number>()
  for (const row of rows) {
    const isWord =
      says.includes(row.happened) ||
      (row.happened === 'replyAdded' && (row.details as { side?: string }).side === 'staff')
    if (isWord && !firsts.has(row.ticket_number)) firsts.set(row.ticket_number, took(row))
  }
  const resolutions = rows.filter(({ happened }) => ends.includes(happened)).map(took)
  expect(resolutions.length).toBeGreaterThan(5)
  expect(answer.resolution!.median).toBeCloseTo(percentile(resolutions, 0.5), 3)
  expect(answer.resolution!.p90).toBeCloseTo(percentile(resolutions, 0.9), 3)
  expect(answer.firstResponse!.median).toBeCloseTo(percentile([...firsts.values()], 0.5), 3)
  expect(answer.before).toEqual({ firstResponse: null, resolution: null })
})

/** Between the two nearest, as `percentile_cont` says it. */
function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  const place = share * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!]
  return low + (high - low) * (place - Math.floor(place))
}

test.each(['en', 'ar'])(
  'the graph is saved as a picture, in the language of whoever saves it (%s)',
  async (language) => {
    const mariam = { ...(await at.person('mariam')), language }
    for (const query of [
      ...['opened', 'resolutionMedian', 'ratingAverage'].map((line) => ({ line })),
      ...['group', 'representative'].map((split) => ({ split })),
    ]) {
      const { answer } = await call<Buffer>(mariam, `${path}.png`, { query: { ...range, ...query } })
      const [name] = Object.values(query)
      if (process.env.KEEP_PNG) writeFileSync(`${process.env.KEEP_PNG}-${language}-${name}.png`, answer)
      expect(await sharp(answer).metadata()).toMatchObject({ format: 'png', width: 1920, height: 840 })
    }
  },
)

test('files of figures are for those who may read the figures', async () => {
  for (const ending of ['.csv', '.png', '/times'])
    for (const who of ['salma', 'omar'] as const)
      expect(await refusalOf(ask(ending, range, who))).toMatchObject({ code: 'notAllowed' })
  expect(await refusalOf(ask('.png', { line: 'weather' }))).toMatchObject({ code: 'invalidFields' })
})
