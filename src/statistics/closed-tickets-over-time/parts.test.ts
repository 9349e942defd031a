import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from '../../entities/person/actor.ts'
import { openTestDesk, refusalOf, type TestDesk } from '../../testing/desk.server.ts'
import { callsTo } from '../../testing/call-endpoint.server.ts'
import { foldFigures } from '../fold-figures.write.server.ts'
import { statisticsEndpoints } from '../statistics-endpoints.server.ts'
import { dice, liveAtRandom } from '../testing/random-histories.server.ts'
import type { Statistic } from './closed-tickets-over-time.ts'
import { toldApart, type Parts } from './parts.ts'

const address = 'GET /api/v1/statistics/closed-tickets-over-time'
let at: TestDesk
let mariam: Person
let days: string[]
let call: ReturnType<typeof callsTo>

beforeAll(async () => {
  at = await openTestDesk()
  call = callsTo(at.desk, statisticsEndpoints)
  await at.setSettings({ timeZone: 'Asia/Kolkata', firstDayOfWeek: 6 })
  await liveAtRandom(at, dice(17), 400)
  await foldFigures(at.desk)
  mariam = await at.person('mariam')
  const [edges] = await at.database.primary
    .selectFrom('closing')
    .select(({ fn }) => [fn.min('closed_at').as('first'), fn.max('closed_at').as('last')])
    .execute()
  // the beginning, some days in the middle of months, and the end
  const [first, last] = [edges!.first.getTime(), edges!.last.getTime()]
  days = [0, 0.3, 0.6, 1].map((share) => new Date(first + share * (last - first)).toISOString().slice(0, 10))
})
afterAll(() => at.close())

const parts = async (query: object, who = mariam) => (await call<Parts>(who, `${address}/parts`, { query })).answer
const points = async (query: object) => (await call<Statistic>(mariam, address, { query })).answer.points

test.each(
  (['day', 'week', 'month'] as const).flatMap((by) =>
    (['group', 'representative'] as const).map((split) => ({ by, split })),
  ),
)('each part is the sum of its points, by $by and $split', async ({ by, split }) => {
  for (const [from, to] of days.flatMap((one, index) => days.slice(index).map((other) => [one, other] as const))) {
    const all = await points({ from, to, by, split })
    const { parts: told, starts } = await parts({ from, to, by, split })
    expect(starts).toBe(all[0]!.starts)
    const seen = new Set(all.flatMap(({ splits = [] }) => splits.map(({ id }) => id)))
    expect(told.map(({ id }) => id)).toEqual(expect.arrayContaining([...seen]))
    for (const part of told) {
      const own = all.map(({ splits = [] }) => splits.find(({ id }) => id === part.id))
      const sum = (count: 'opened' | 'reopened' | 'closed' | 'duplicates' | 'moved' | 'ratings') =>
        own.reduce((sofar, each) => sofar + (each?.[count] ?? 0), 0)
      for (const count of ['opened', 'reopened', 'closed', 'duplicates', 'moved', 'ratings'] as const)
        expect({ [count]: part[count] }).toEqual({ [count]: sum(count) })
      const last = own.findLast((each) => each !== undefined)
      if (last) expect(part.backlog).toBe(last.backlog)
      if (part.over) expect(part.over).toEqual(own.map((each) => each?.closed ?? 0))
    }
    // whose backlog is older than the range stands there too
    const backlog = told.reduce((sofar, part) => sofar + part.backlog, 0)
    if (split === 'group') expect(backlog).toBe(all.at(-1)!.backlog)
    const withPeriods = told.filter(({ over }) => over !== null)
    expect(withPeriods).toHaveLength(Math.min(toldApart, told.filter(({ closed }) => closed > 0).length))
    expect(told.map(({ closed }) => closed)).toEqual(told.map(({ closed }) => closed).toSorted((a, b) => b - a))
  }
})

test('the time before is as long, and ends where the range begins', async () => {
  const [from, to] = [days[2]!, days[3]!]
  const { parts: told } = await parts({ from, to, split: 'group' })
  const length = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  const back = (day: string, by: number) => new Date(Date.parse(day) - by * 86_400_000).toISOString().slice(0, 10)
  const { parts: earlier } = await parts({ from: back(from, length), to: back(from, 1), split: 'group' })
  const before = new Map(earlier.map(({ id, closed }) => [id, closed]))
  expect(told.some(({ closedBefore }) => closedBefore > 0)).toBe(true)
  for (const part of told) expect(part.closedBefore).toBe(before.get(part.id) ?? 0)
})

test('parts are told to whom their points would be', async () => {
  const range = { from: days[0]!, to: days[3]! }
  const omar = await at.person('omar')
  const reading = { ...omar, permissions: new Set([...omar.permissions, 'statistics.read']) }
  expect(new Set((await parts({ ...range, split: 'group' }, reading)).parts.map(({ id }) => id))).toEqual(omar.groups)
  expect((await parts({ ...range, split: 'representative' }, reading)).parts.map(({ id }) => id)).toEqual([omar.id])
  const apart = {
    ...mariam,
    permissions: new Set([...mariam.permissions].filter((each) => each !== 'statistics.people')),
  }
  const people = (await parts({ ...range, split: 'representative' }, apart)).parts.map(({ id }) => id)
  expect(people.filter((id) => id !== mariam.id)).toEqual([])
  for (const who of ['salma', 'omar'] as const)
    expect(await refusalOf(parts({ ...range, split: 'group' }, await at.person(who)))).toMatchObject({
      code: 'notAllowed',
    })
  const wrong = [range, { ...range, split: 'colour' }, { split: 'representative', group: at.groups.documents }]
  for (const query of wrong) expect(await refusalOf(parts(query))).toMatchObject({ code: 'invalidFields' })
})
