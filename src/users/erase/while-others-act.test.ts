import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitsFor, whileHeld } from '../../testing/held-apart.server.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'

// What is written in the moment in which somebody is erased: two transactions, one of which waits for the other.

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

const secret = 'Wolfgang-Amadeus'
const erase = (whom: 'salma' | 'pierre' | 'tom') =>
  web.post('adam', `/api/v1/users/${web.ids[whom]}/erase`, { confirm: `${whom}@example.com` })
const left = async (table: string) => {
  const { rows } = await web.database.pool.query(`select from ${table} where ${table}::text like '%${secret}%'`)
  return rows.length
}

/** Where erasing takes longer than one may wait for a lock, whoever waited is told to come again. */
async function untilItIsNotBusy(act: () => Promise<{ status: number }>): Promise<{ status: number }> {
  const answer = await act()
  return answer.status === 503 ? untilItIsNotBusy(act) : answer
}

test('what somebody sent in the moment of being erased stood under “Erased” for good', async () => {
  const before = await web.submitted('pierre')
  const acts = [
    () => web.post('pierre', '/api/v1/tickets', { title: secret, description: secret }),
    () => web.post('mariam', '/api/v1/tickets', { title: secret, description: secret, customer: web.ids.pierre }),
    () => web.post('pierre', `/api/v1/tickets/${before}/reply`, { text: secret }),
    () => web.ask('pierre', 'PUT', `/api/v1/tickets/${before}/drafts/reply`, { text: secret }),
  ]
  // erasing comes to it late, and has locked all the rest
  const last = `select from user_role where user_id = '${web.ids.pierre}' for update`
  let answers: Promise<{ status: number }[]> | undefined
  let erasing: ReturnType<typeof erase> | undefined
  await whileHeld(web, last, async (door) => {
    erasing = erase('pierre')
    await waitsFor(door)
    answers = Promise.all(acts.map(untilItIsNotBusy))
    await new Promise((resolve) => setTimeout(resolve, 1500))
  })
  expect((await erasing)!.status).toBe(200)
  expect((await answers)!.map(({ status }) => status)).toEqual([409, 409, 401, 401])
  for (const table of ['ticket', 'ticket_event', 'message', 'draft'])
    expect([table, await left(table)]).toEqual([table, 0])
})

test('what a colleague quoted while somebody was erased stayed in what happened', async () => {
  const ticket = await web.submitted('salma')
  await web.post('mariam', `/api/v1/tickets/${ticket}/assign`, { group: web.groups.documents, member: web.ids.omar })
  let erasing: ReturnType<typeof erase> | undefined
  // a verb of somebody's that has begun
  await whileHeld(web, `select from ticket where number = ${ticket} for no key update`, async (door) => {
    erasing = erase('salma')
    await waitsFor(door)
    await door.query(
      `insert into ticket_event (ticket_number, seq, id, position, happened, actor_id, at, before, after, details)
       select ticket_number, seq + 1, gen_random_uuid(), position + 1000, 'fieldsSet', actor_id, at, '{}', $2, '{}'
       from ticket_event where ticket_number = $1 order by seq desc limit 1`,
      [ticket, JSON.stringify({ title: { source: 'en', texts: { en: { text: secret } } } })],
    )
    await door.query('update ticket set seq = seq + 1 where number = $1', [ticket])
  })
  expect((await erasing)!.status).toBe(200)
  expect(await left('ticket_event')).toBe(0)
})

test('a report that was just being kept while somebody was erased named them for good', async () => {
  const figures = JSON.stringify({ representatives: [{ id: web.ids.tom, name: secret }], comments: [] })
  let erasing: ReturnType<typeof erase> | undefined
  const keeping = `
    select pg_advisory_xact_lock(hashtextextended('reports', 0));
    insert into report (report, month, version, definitions, time_zone, figures, made_at)
    values ('monthly-performance', '2026-03-01', 1, 1, 'UTC', '${figures}', now())`
  await whileHeld(web, keeping, async (door) => {
    erasing = erase('tom')
    await Promise.race([erasing, waitsFor(door)])
  })
  expect((await erasing)!.status).toBe(200)
  const { rows } = await web.database.pool.query('select figures from report')
  expect(JSON.stringify(rows)).not.toContain(secret)
})
