import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { supportDeskId } from '../../entities/group/support-desk.ts'
import { openTestDesk, type TestDesk } from '../../testing/desk.server.ts'
import { closedTicketsCsv } from './export.server.ts'

const first = 5_001
const count = 6_500
let at: TestDesk

beforeAll(async () => {
  at = await openTestDesk()
  await closeMany()
})
afterAll(() => at.close())

/** Each a minute after the one before; none, one, … five stars in turn. */
async function closeMany(): Promise<void> {
  const db = at.database.primary
  await sql`
    insert into ticket (
      number, customer_id, title, description, status, group_id, opened_at, closed_at, ended, ended_from, waiting_for,
      waiting_since, answered, last_public_at, activity_at, seq, version
    )
    select
      n, ${at.ids.salma}::uuid, '{"source": "en", "texts": {"en": {"text": "A parcel", "rev": 1}}}',
      '{"source": "en", "texts": {"en": {"text": "It is missing.", "rev": 1}}}', 'closed', ${supportDeskId}::uuid, moment,
      moment, 'desk', 'open', 'nobody', moment, false, moment, moment, 2, 1
    from generate_series(${first}::int, ${first + count - 1}::int) as n
    cross join lateral (select timestamptz '2025-01-01' + n * interval '1 minute' as moment)`.execute(db)
  await sql`
    insert into closing (ticket_number, seq, closed_at, ended, group_id, customer_id, opened_at, score)
    select number, seq, closed_at, 'desk', group_id, customer_id, opened_at, nullif(number % 6, 0)
    from ticket
    where number >= ${first}`.execute(db)
}

const setScore = (numbers: readonly number[], score: number | null) =>
  at.database.primary.updateTable('closing').set({ score }).where('ticket_number', 'in', numbers).execute()

/** What the file has; `meanwhile` happens once its beginning is written. */
async function written(sort: 'score' | '-score', meanwhile: (begun: number[]) => Promise<unknown> = async () => {}) {
  const chunks: Buffer[] = []
  for await (const chunk of closedTicketsCsv(at.desk, await at.person('mariam'), { sort })) {
    chunks.push(Buffer.from(chunk as Uint8Array))
    if (chunks.length === 2) await meanwhile(numbersIn(chunks))
  }
  return numbersIn(chunks)
}

const numbersIn = (chunks: readonly Buffer[]): number[] =>
  parse<{ number: string }>(Buffer.concat(chunks), { bom: true, columns: true }).map(({ number }) => Number(number))

const everyNumber = Array.from({ length: count }, (_, index) => first + index)

test.each(['score', '-score'] as const)(
  'in the order %s a ticket whose stars changed during an export stood in it twice, another never',
  async (sort) => {
    const before = await written(sort)
    const [changedBegun, changedLater] = [before.slice(0, 5), before.slice(-5)]
    const during = await written(sort, async (begun) => {
      expect(begun.length).toBeLessThan(count / 2)
      expect(begun.slice(0, 5)).toEqual(changedBegun)
      await setScore(changedBegun, null)
      await setScore(changedLater, sort === 'score' ? 1 : 5)
    })
    const missing = everyNumber.filter((number) => !during.includes(number))
    const twice = during.filter((number, index) => during.indexOf(number) !== index)
    expect({ missing, twice }).toEqual({ missing: [], twice: [] })
  },
)
