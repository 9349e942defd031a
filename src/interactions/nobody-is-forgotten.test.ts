import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Character } from '../testing/cast.server.ts'
import { openTellingDesk } from '../testing/told.server.ts'
import { setMutes } from './mutes.write.server.ts'

let desk: Awaited<ReturnType<typeof openTellingDesk>>
beforeAll(async () => {
  desk = await openTellingDesk()
})
afterAll(() => desk?.close())
afterEach(() => everybody({ active: true, service: false }))

const reason = 'Because it is so'
const users = () => desk.box.database.primary.updateTable('users')
const everybody = (set: { active: boolean; service: boolean }) => users().set(set).execute()
const leaves = (who: Character) => users().set({ active: false }).where('id', '=', desk.box.ids[who]).execute()
const isProgram = (who: Character) => users().set({ service: true }).where('id', '=', desk.box.ids[who]).execute()

const belongsTo = (who: Character, ticket: number) =>
  desk.box.database.primary
    .updateTable('ticket')
    .set({ customer_id: desk.box.ids[who] })
    .where('number', '=', ticket)
    .execute()

async function ended() {
  const ticket = await desk.offered('omar')
  await desk.act('accept-solution', 'salma', ticket)
  desk.box.tellings.length = 0
  return ticket
}

async function toldOfReply(ticket: number, by: Character = 'salma') {
  desk.box.tellings.length = 0
  await desk.act('reply', by, ticket, { text: 'It is broken again.' })
  return desk.told(ticket)
}

test('what a customer writes under a closed ticket whose member left is told to the group, and to the desk where nobody is left in it', async () => {
  const ticket = await ended()
  await leaves('omar')
  expect(await toldOfReply(ticket)).toEqual({ 'tell-staff-of-reply': ['jana'] })
  await leaves('jana')
  expect(await toldOfReply(ticket)).toEqual({ 'tell-staff-of-reply': ['lina', 'mariam'] })
  await leaves('lina')
  await leaves('mariam')
  expect(await toldOfReply(ticket)).toEqual({ 'tell-staff-of-reply': ['adam'] })
})

test('so is it when the member does not see the ticket any more, or is a program', async () => {
  const ticket = await ended()
  await isProgram('omar')
  expect(await toldOfReply(ticket)).toEqual({ 'tell-staff-of-reply': ['jana'] })
  await everybody({ active: true, service: false })
  const db = desk.box.database.primary
  const omar = { user_id: desk.box.ids.omar, role_key: 'representative' }
  await db.deleteFrom('user_role').where('user_id', '=', omar.user_id).execute()
  expect(await toldOfReply(ticket)).toEqual({ 'tell-staff-of-reply': ['jana'] })
  await db.insertInto('user_role').values(omar).execute()
})

test('a return is told to the group where its author and the member left, and to the desk where nobody is left in it', async () => {
  const inReview = async () => {
    const ticket = await desk.inProgress()
    await desk.act('propose-solution', 'omar', ticket, { solution: 'It is attached.' })
    desk.box.tellings.length = 0
    return ticket
  }
  const [first, second, third] = [await inReview(), await inReview(), await inReview()]
  await leaves('omar')
  await desk.act('return-solution', 'mariam', first, { reason })
  expect(await desk.told(first)).toEqual({ 'tell-representative-of-return (notAuthor)': ['jana'] })
  await leaves('jana')
  await desk.act('return-solution', 'mariam', second, { reason })
  expect(await desk.told(second)).toEqual({ 'tell-representative-of-return (notAuthor)': ['lina'] })
  await everybody({ active: true, service: false })
  await desk.act('return-solution', 'mariam', third, { reason })
  expect(await desk.told(third)).toEqual({ 'tell-representative-of-return': ['omar'] })
})

test('what a duplicate’s customer writes is told to the group of an original whose member left', async () => {
  const { box } = desk
  const original = await ended()
  const duplicate = await box.submitted('pierre')
  await desk.act('assign', 'mariam', duplicate, { group: box.groups.billing, member: box.ids.tom })
  await desk.act('mark-duplicate', 'mariam', duplicate, { original })
  await leaves('omar')
  expect(await toldOfReply(duplicate, 'pierre')).toEqual({ 'tell-staff-of-reply': ['jana', 'tom'] })
})

test('while a program is the only one left in the Support Desk the administrators hear of a new request', async () => {
  await leaves('mariam')
  await isProgram('lina')
  await desk.box.submitted('pierre')
  expect(await desk.told()).toEqual({
    'notify-desk-of-new-ticket': ['adam'],
    'notify-customer-of-receipt': ['pierre'],
  })
})

test('a member of the desk who mutes withdrawals hears that the answer to their own request was taken back', async () => {
  const { box } = desk
  const ticket = await desk.offered()
  await belongsTo('mariam', ticket)
  const muted = [{ interaction: 'tell-of-withdrawal', channel: 'email' as const, on: false }]
  await box.database.primary.transaction().execute((db) => setMutes(db, box.ids.mariam, muted))
  await desk.act('withdraw-solution', 'omar', ticket, { reason })
  expect(await desk.told(ticket)).toEqual({
    'tell-of-withdrawal': ['lina'],
    'tell-of-withdrawal (customer)': ['mariam'],
  })
})

test('who of the desk closes a request of their own is not asked for feedback on it, and is where a colleague does', async () => {
  const closed = await desk.inProgress()
  await belongsTo('mariam', closed)
  await desk.act('close', 'mariam', closed, { reason })
  expect(await desk.told(closed)).toEqual({})
  const other = await desk.inProgress()
  await belongsTo('mariam', other)
  await desk.act('close', 'lina', other, { reason })
  expect(await desk.told(other)).toEqual({ 'ask-owner-for-feedback (closed)': ['mariam'] })
})
