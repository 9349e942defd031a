import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'

// Whoever came before is remembered, so that what they ask goes along with the question who they are. Never believed.

let web: TestWeb
let ticket: number
let page: string
beforeEach(async () => {
  web = await openTestWeb()
  ticket = await web.submitted('salma', 'A request')
  page = `/api/v1/tickets/${ticket}`
  await web.post('mariam', `${page}/assign`, { group: web.groups.documents, member: web.ids.omar })
})
afterEach(() => web.close())

const note = (text = 'Written by whom?') => web.post('omar', `${page}/note`, { text })
const eventsNow = async () => (await web.eventsOf(ticket)).length
const db = () => web.database.primary

test('whoever is remembered is asked for along with what they ask, and answered the same', async () => {
  const first = await web.get('omar', page)
  const ahead = vi.spyOn(web.installation.database, 'ahead')
  const again = await web.get('omar', page)
  expect(ahead).toHaveBeenCalledTimes(1)
  expect(again.body).toEqual(first.body)
  expect((await note()).status).toBe(200)
  expect(ahead).toHaveBeenCalledTimes(2)
})

test('who was deactivated since they came last reads nothing and changes nothing', async () => {
  await web.get('omar', page)
  const before = await eventsNow()
  await db().updateTable('users').set({ active: false }).where('id', '=', web.ids.omar).execute()
  expect((await note()).status).toBe(401)
  expect((await web.get('omar', page)).status).toBe(401)
  expect(await eventsNow()).toBe(before)
})

test('who lost a group since is answered as who they are now, also where the same change carries a key', async () => {
  await web.get('omar', page)
  const before = await eventsNow()
  await db().deleteFrom('group_member').where('user_id', '=', web.ids.omar).execute()
  await db().updateTable('ticket').set({ member_id: null }).where('number', '=', ticket).execute()
  const keyed = await web.post('omar', `${page}/note`, { text: 'Again' }, { 'idempotency-key': 'once' })
  expect(keyed.status).toBe(404)
  expect((await web.get('omar', page)).status).toBe(404)
  expect(await eventsNow()).toBe(before)
})

test('who became more since may do more at once, and is named as they are called now', async () => {
  expect((await web.get('pierre', page)).status).toBe(404)
  await db()
    .insertInto('group_member')
    .values({ user_id: web.ids.pierre, group_id: web.groups.supportDesk, since: web.clock.now() })
    .execute()
  await db().updateTable('users').set({ name: 'Pierre Lemaire' }).where('id', '=', web.ids.pierre).execute()
  expect((await web.get('pierre', page)).status).toBe(200)
  expect((await web.get('pierre', '/api/v1/me')).body.name).toBe('Pierre Lemaire')
})

test('a session that ended is nobody’s, and another of the same person goes on', async () => {
  await web.get('omar', page)
  const other = await web.signedIn(web.ids.omar)
  const token = decodeURIComponent(web.cookies.get('omar')!.split('=')[1]!).split('.')[0]!
  await db().deleteFrom('session').where('token', '=', token).execute()
  expect((await web.get('omar', page)).status).toBe(401)
  web.cookies.set('omar', other)
  expect((await web.get('omar', page)).status).toBe(200)
})

test('a change from a foreign page is refused, whoever is remembered', async () => {
  await web.get('omar', page)
  const foreign = await web.post(
    'omar',
    `${page}/note`,
    { text: 'From elsewhere' },
    { origin: 'https://elsewhere.example' },
  )
  expect(foreign.status).toBe(403)
})
