import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'

let web: TestWeb
let path: string
beforeAll(async () => {
  web = await openTestWeb()
  const number = await web.submitted()
  await web.post('mariam', `/api/v1/tickets/${number}/assign`, { group: web.groups.documents, member: web.ids.omar })
  path = `/api/v1/tickets/${number}/presence`
})
afterAll(() => web.close())

const said = async (who: 'mariam' | 'omar', doing: string) => web.ask(who, 'PUT', path, { doing })
const seenBy = async (who: 'mariam' | 'omar') => (await web.get(who, path)).body.items

test('who writes on a ticket is seen by the others at it, not by themselves, and is gone when they go', async () => {
  expect((await said('omar', 'writing')).status).toBe(200)
  await expect.poll(() => seenBy('mariam')).toMatchObject([{ person: { id: web.ids.omar }, doing: 'writing' }])
  expect(await seenBy('omar')).toEqual([])
  await said('omar', 'gone')
  await expect.poll(() => seenBy('mariam')).toEqual([])
})

test('the ticket’s own customer may not know who works on it; others do not know of the ticket', async () => {
  expect((await web.get('salma', path)).status).toBe(403)
  expect((await web.ask('salma', 'PUT', path, { doing: 'looking' })).status).toBe(403)
  expect((await web.get('pierre', path)).status).toBe(404)
  expect((await web.get('tom', path)).status).toBe(404)
  expect((await web.get(null, path)).status).toBe(401)
})

test('what nobody can do is refused by its name', async () => {
  const answer = await said('omar', 'sleeping')
  expect(answer.status).toBe(422)
  expect(answer.body.errors[0].field).toBe('doing')
})
