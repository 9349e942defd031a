import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Comment, MonthlyReport } from '../../reports/monthly-performance/monthly-performance.ts'
import type { Character } from '../../testing/cast.server.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'

type Kept = Pick<MonthlyReport, 'representatives' | 'comments'>

let web: TestWeb
let tickets: { salma: number; pierre: number }
beforeAll(async () => {
  web = await openTestWeb()
  tickets = { salma: await web.submitted('salma'), pierre: await web.submitted('pierre') }
  await keep(1, kept('Omar as he was', 'Salma as she was'))
  await keep(2, kept('Omar Nasser', 'Salma Idris'))
})
afterAll(() => web.close())

const thanks = { source: 'en', texts: { en: { text: 'Thank you' }, de: { text: 'Vielen Dank' } } }
const comment = (ticket: number, customer: string): Comment => ({
  ...{ ticket, customer, group: web.groups.documents, score: 5, comment: thanks, at: '2026-03-02T10:00:00Z' },
})

/** With a namesake of each, and of another customer the very same words. */
const kept = (omar: string, salma: string) =>
  ({
    representatives: [
      { id: web.ids.omar, name: omar },
      { id: web.ids.mariam, name: omar },
    ],
    comments: [comment(tickets.salma, salma), comment(tickets.pierre, salma)],
  }) as Kept

const keep = (version: number, figures: Kept) =>
  sql`
    insert into report (report, month, version, definitions, time_zone, figures, made_at)
    values ('monthly-performance', '2026-03-01', ${version}, 1, 'UTC', ${JSON.stringify(figures)}::jsonb, now())`.execute(
    web.database.primary,
  )

const versions = async () =>
  (await sql<{ figures: Kept }>`select figures from report order by version`.execute(web.database.primary)).rows.map(
    ({ figures }) => figures,
  )

async function eraseNow(who: Character) {
  const { email } = await web.database.primary
    .selectFrom('users')
    .select('email')
    .where('id', '=', web.ids[who])
    .executeTakeFirstOrThrow()
  expect((await web.post('adam', `/api/v1/users/${web.ids[who]}/erase`, { confirm: email })).status).toBe(200)
}

test('a representative who had another name stayed in the reports of that time, and a namesake was taken out of all', async () => {
  await eraseNow('omar')
  expect((await versions()).map(({ representatives }) => representatives.map(({ name }) => name))).toEqual([
    ['Erased', 'Omar as he was'],
    ['Erased', 'Omar Nasser'],
  ])
})

test('a customer’s “Thank you” took everybody’s along, and left what it had been called in another language', async () => {
  await eraseNow('salma')
  const erased = { source: 'en', texts: { en: { text: 'Erased' }, ar: { text: 'محذوف' } } }
  expect((await versions()).map(({ comments }) => comments)).toMatchObject([
    [
      { ticket: tickets.salma, customer: 'Erased', comment: erased, score: 5 },
      { customer: 'Salma as she was', comment: thanks },
    ],
    [
      { ticket: tickets.salma, customer: 'Erased', comment: erased, score: 5 },
      { customer: 'Salma Idris', comment: thanks },
    ],
  ])
  expect(JSON.stringify((await versions()).map(({ comments }) => comments[0]))).not.toContain('Dank')
})
