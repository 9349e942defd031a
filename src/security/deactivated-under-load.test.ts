import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

test('class 25: two hundred requests at once while their person is deactivated: none is accepted after the answer', async () => {
  const ticket = await web.submitted('salma', 'A request')
  const assigned = { group: web.groups.documents, member: web.ids.omar }
  expect((await web.post('mariam', `/api/v1/tickets/${ticket}/assign`, assigned)).status).toBeLessThan(300)
  let answered = false
  const before: number[] = []
  const after: number[] = []
  const knock = async (number: number) => {
    const late = answered
    const { status } = await (number % 2
      ? web.get('omar', `/api/v1/tickets/${ticket}`)
      : web.post('omar', `/api/v1/tickets/${ticket}/note`, { text: `Written ${late ? 'late' : 'in time'}` }))
    ;(late ? after : before).push(status)
  }
  // twenty at a time without a pause, so that requests are on their way at every moment of the deactivation
  let next = 0
  const knocking = Array.from({ length: 20 }, async () => {
    while (next < 400) await knock(next++)
  })
  while (before.length < 60) await new Promise((resolve) => setTimeout(resolve, 5))
  const { status } = await web.ask('adam', 'PATCH', `/api/v1/users/${web.ids.omar}`, { active: false })
  answered = true
  expect(status).toBe(200)
  next = Math.min(next, 200)
  await Promise.all(knocking)
  expect(before.filter((each) => each < 300).length).toBeGreaterThan(30)
  expect(after.length).toBeGreaterThanOrEqual(180)
  expect(new Set(after)).toEqual(new Set([401]))
  const { body } = await web.get('mariam', `/api/v1/tickets/${ticket}/conversation`)
  expect(JSON.stringify(body)).toContain('Written in time')
  expect(JSON.stringify(body)).not.toContain('Written late')
})
