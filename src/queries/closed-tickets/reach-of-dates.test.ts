import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { supportDeskId } from '../../entities/group/support-desk.ts'
import { openTestDesk, type TestDesk } from '../../testing/desk.server.ts'
import { callsTo } from '../../testing/call-endpoint.server.ts'
import type { Page } from '../keyset.ts'
import { closedTicketsEndpoints } from './closed-tickets-endpoints.server.ts'
import { sorts, type ClosedTicket } from './closed-tickets.ts'

let at: TestDesk
let all: ClosedTicket[]

const ask = async (query: object) => {
  const call = callsTo(at.desk, closedTicketsEndpoints)
  const mariam = await at.person('mariam')
  return (await call<Page<ClosedTicket>>(mariam, 'GET /api/v1/queries/closed-tickets', { query })).answer.items
}

beforeAll(async () => {
  at = await openTestDesk()
  await closeAtRandom(180)
  all = await ask({ limit: '200' })
})
afterAll(() => at.close())

/** Over two years, in no order of numbers; most closed within days, some after a year. */
async function closeAtRandom(count: number): Promise<void> {
  const { ids } = at
  const db = at.database.primary
  await sql`select setseed(0.5)`.execute(db)
  await sql`
    with opened as (
      select n, timestamptz '2024-01-15' + random() * interval '700 days' as opened, random() ^ 6 * interval '400 days' as took
      from generate_series(5001, 5000 + ${count}::int) as n
    )
    insert into ticket (
      number, customer_id, title, description, status, group_id, opened_at, closed_at, ended, ended_from, waiting_for,
      waiting_since, answered, last_public_at, activity_at, seq, version
    )
    select
      n, ${ids.salma}::uuid, '{"source": "en", "texts": {"en": {"text": "A parcel", "rev": 1}}}',
      '{"source": "en", "texts": {"en": {"text": "It is missing.", "rev": 1}}}', 'closed', ${supportDeskId}::uuid, opened,
      opened + took, 'desk', 'open', 'nobody', opened, false, opened, opened, 2, 1
    from opened`.execute(db)
  await sql`
    insert into closing (ticket_number, seq, closed_at, ended, group_id, customer_id, opened_at, score)
    select number, seq, closed_at, 'desk', group_id, customer_id, opened_at, nullif(number % 6, 0)
    from ticket
    where number > 5000`.execute(db)
}

type Asked = Partial<Record<'closedFrom' | 'closedTo' | 'openedFrom' | 'openedTo', string>>

const fits = ({ openedAt, closedAt }: ClosedTicket, { closedFrom, closedTo, openedFrom, openedTo }: Asked): boolean =>
  (closedFrom === undefined || closedAt.slice(0, 10) >= closedFrom) &&
  (closedTo === undefined || closedAt.slice(0, 10) <= closedTo) &&
  (openedFrom === undefined || openedAt.slice(0, 10) >= openedFrom) &&
  (openedTo === undefined || openedAt.slice(0, 10) <= openedTo)

const days = ['2023-05-01', '2024-06-30', '2025-01-31', '2025-09-01', '2027-01-01', '9999-12-31']
const names = ['closedFrom', 'closedTo', 'openedFrom', 'openedTo'] as const
const ranges: Asked[] = names.flatMap((one) =>
  days.flatMap((day) => [
    { [one]: day },
    ...names.filter((other) => other !== one).map((other) => ({ [one]: day, [other]: '2025-01-31' })),
  ]),
)

const numbersOf = (closings: readonly ClosedTicket[]) =>
  closings.map(({ number }) => number).toSorted((one, other) => one - other)

test.each(sorts)(
  'in the order %s a list narrowed by dates shows all that fit, however the tickets came',
  async (sort) => {
    expect(all).toHaveLength(180)
    for (const range of ranges) {
      const shown = numbersOf(await ask({ limit: '200', sort, ...range }))
      expect({ range, shown }).toEqual({ range, shown: numbersOf(all.filter((closing) => fits(closing, range))) })
    }
  },
)
