import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson } from '../testing/cast.server.ts'
import { openTellingDesk } from '../testing/told.server.ts'
import { submitTicket } from '../workflow/submit-ticket.server.ts'
import { runTellings } from './tell-queue.server.ts'

let desk: Awaited<ReturnType<typeof openTellingDesk>>
beforeAll(async () => {
  desk = await openTellingDesk()
})
afterAll(() => desk.close())

const victim = (name: string) =>
  addPerson(
    desk.box.database.primary,
    name,
    { name, roles: ['customer'], verified: false },
    desk.box.groups,
    desk.box.clock.now(),
  )

async function request(customer: string): Promise<number> {
  const body = { customer, title: 'Buy cheap pills', description: 'At https://evil.example', language: 'en' }
  return submitTicket(desk.box.desk, await desk.box.person('mariam'), body)
}

/** Does every duty that waits, many in one commit, and says what became of the mails to an address. */
async function mailsTo(address: string) {
  const jobs = desk.box.tellings.splice(0).map((data, index) => ({ id: String(index), data }))
  expect(await runTellings(desk.box.desk, jobs, () => {})).toEqual([])
  return desk.box.database.primary
    .selectFrom('mail')
    .selectAll()
    .where('address', '=', address)
    .orderBy('created_at')
    .execute()
}

const states = (mails: { state: string }[]) =>
  Object.fromEntries([...Map.groupBy(mails, ({ state }) => state)].map(([state, some]) => [state, some.length]))

test('a thousand requests that name somebody’s address send three mails an hour to it', { tags: 'long' }, async () => {
  const id = await victim('victim')
  for (let done = 0; done < 1000; done += 20) await Promise.all(Array.from({ length: 20 }, () => request(id)))
  const mails = await mailsTo('victim@example.com')
  expect(states(mails)).toEqual({ pending: 3, dropped: 997 })
  expect(new Set(mails.filter(({ state }) => state === 'dropped').map((mail) => mail.last_error))).toEqual(
    new Set(['Held back: this address is not proven, and gets at most 3 mails an hour.']),
  )
  desk.box.clock.move(61 * 60_000)
  await request(id)
  expect(states(await mailsTo('victim@example.com'))).toEqual({ pending: 4, dropped: 997 })
})

test('what staff write waits for the next hour instead of being lost, three an hour', async () => {
  const id = await victim('patient')
  const ticket = await request(id)
  const start = desk.box.clock.now().getTime()
  for (let reply = 0; reply < 5; reply++) await desk.act('reply', 'mariam', ticket, { text: `Answer ${reply}` })
  const mails = await mailsTo('patient@example.com')
  expect(states(mails)).toEqual({ pending: 6 })
  const hours = mails.map((mail) => Math.floor((mail.next_try_at.getTime() - start + 60_000) / 3_600_000))
  expect(hours).toEqual([0, 0, 0, 1, 1, 1])
})

test('a proven address gets all of its mails', async () => {
  for (let each = 0; each < 5; each++) await request(desk.box.ids.pierre)
  expect(states(await mailsTo('pierre@example.com'))).toEqual({ pending: 5 })
})

test('a duty that fails is named alone; those of the same commit are done', async () => {
  const id = await victim('neighbour')
  await request(id)
  const good = desk.box.tellings.splice(0)
  const bad = { interaction: good[0]!.interaction, ticket: good[0]!.ticket, event: 'no id' }
  const jobs = [good[0]!, bad, ...good.slice(1)].map((data, index) => ({ id: String(index), data }))
  const told: string[] = []
  const failed = await runTellings(desk.box.desk, jobs, (people) => void told.push(...people))
  expect(failed.map((each) => each.id)).toEqual(['1'])
  expect(told.length).toBeGreaterThan(0)
  const rows = await desk.box.database.primary
    .selectFrom('mail')
    .select('id')
    .where('ticket_number', '=', good[0]!.ticket)
    .execute()
  expect(rows.length).toBeGreaterThan(0)
})
