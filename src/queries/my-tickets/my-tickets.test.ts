import { beforeAll, expect, test } from 'vitest'
import { defaultSettings } from '../../settings/settings.ts'
import { situations } from '../../testing/situations.server.ts'
import { setStage } from '../../testing/set-stage.server.ts'
import { readCursor } from '../keyset.ts'
import { myTickets } from './my-tickets.server.ts'

const stage = setStage()
beforeAll(async () => {
  for (const situation of situations) await stage.ticketIn(situation)
  await stage.box.submitted('pierre')
})

test.each(['salma', 'pierre', 'omar'] as const)(
  '%s’s own, newest activity first, page by page, nothing twice',
  async (who) => {
    const { desk, ids, database, person } = stage.box
    const rows = await database.primary.selectFrom('ticket').selectAll().where('customer_id', '=', ids[who]).execute()
    const expected = rows
      .toSorted((a, b) => b.activity_at.getTime() - a.activity_at.getTime() || b.number - a.number)
      .map(({ number }) => number)
    for (const limit of [1, 3, 200]) {
      const numbers: number[] = []
      let page = await myTickets(desk, await person(who), { limit })
      for (;;) {
        numbers.push(...page.items.map(({ number }) => number))
        if (page.next === null) break
        page = await myTickets(desk, await person(who), { limit, after: readCursor(page.next)! })
      }
      expect(numbers).toEqual(expected)
    }
  },
)

test('to their customer a review is our work, not a station of theirs', async () => {
  const { items } = await myTickets(stage.box.desk, await stage.box.person('salma'), { limit: 200 })
  expect(items.map((item) => item.waiting.for)).not.toContain('review')
  expect(items.filter((item) => item.waiting.for === 'customer').length).toBeGreaterThan(0)
})

test('who may not see their own tickets has no list of them either', async () => {
  const salma = await stage.box.person('salma')
  expect((await myTickets(stage.box.desk, { ...salma, permissions: new Set() }, {})).items).toEqual([])
})

test('what staff do among themselves moves nothing in the list', async () => {
  const number = await stage.ticketIn('taken')
  await stage.box.submitted('salma')
  const { desk, person } = stage.box
  const order = async () => (await myTickets(desk, await person('salma'), {})).items.map((item) => item.number)
  const before = await order()
  await stage.act('omar', 'note', number, { text: 'Hm.' })
  await stage.act('omar', 'propose-solution', number, { solution: 'This.' })
  await stage.act('omar', 'withdraw-solution', number, { reason: 'No.' })
  await stage.act('omar', 'give-back', number)
  expect(await order()).toEqual(before)
})

test('a rating is asked for as long as it is taken, and no day longer', async () => {
  const { desk, person, clock } = stage.box
  const number = await stage.ticketIn('accepted')
  const asks = async () =>
    (await myTickets(desk, await person('salma'), { limit: 200 })).items.find((item) => item.number === number)?.mayRate
  expect(await asks()).toBe(true)
  clock.moveDays(31)
  expect(await asks()).toBe(false)
})

test('a request that was joined with another asks its customer once the answer there went out, until they said yes', async () => {
  const { desk, person, submitted } = stage.box
  const original = await stage.ticketIn('taken')
  const joined = await submitted('pierre')
  await stage.act('mariam', 'mark-duplicate', joined, { original })
  const seen = async () => {
    const { items } = await myTickets(desk, await person('pierre'), { limit: 200 })
    const item = items.find(({ number }) => number === joined)
    return [item?.status, item?.waiting.for, item?.asks]
  }
  expect(await seen()).toEqual(['duplicate', 'nobody', false])
  await stage.act('omar', 'propose-solution', original, { solution: 'Restart it.' })
  await stage.act('mariam', 'approve-solution', original)
  expect(await seen()).toEqual(['duplicate', 'nobody', true])
  await stage.act('pierre', 'accept-solution', joined)
  expect(await seen()).toEqual(['duplicate', 'nobody', false])
})

test('asks goes with what waits for its customer', async () => {
  const { items } = await myTickets(stage.box.desk, await stage.box.person('salma'), { limit: 200 })
  const going = items.filter(({ closedAt }) => closedAt === null)
  expect(going.map(({ asks }) => asks)).toEqual(going.map((item) => item.waiting.for === 'customer'))
})

test('where customers confirm no answers, an answered request stands under way and not among those that wait for them', async () => {
  const { desk, person, setSettings } = stage.box
  const usual = defaultSettings.workflow
  await setSettings({ workflow: { ...usual, confirmation: false } })
  const number = await stage.ticketIn('offered')
  await setSettings({ workflow: usual })
  const { items } = await myTickets(desk, await person('salma'), { limit: 200 })
  expect(items.find((item) => item.number === number)).toMatchObject({ status: 'responded', asks: false })
})

test('a colleague’s answer asks whoever asked, and nobody who reads along', async () => {
  const { desk, person, ids } = stage.box
  const number = await stage.ticketIn('offered')
  const pierre = await person('pierre')
  const colleague = {
    ...pierre,
    permissions: new Set([...pierre.permissions, 'ticket.seeOrganisation' as const]),
    colleagues: new Set([ids.salma, ids.pierre]),
  }
  const { items } = await myTickets(desk, colleague, { of: 'organisation', limit: 200 })
  expect(items.find((item) => item.number === number)).toMatchObject({
    customer: { name: 'Salma Idris' },
    asks: false,
    mayRate: false,
  })
  const own = await myTickets(desk, await person('salma'), { limit: 200 })
  expect(own.items.find((item) => item.number === number)?.asks).toBe(true)
})
