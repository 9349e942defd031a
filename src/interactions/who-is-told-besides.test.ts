import pg from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { system } from '../entities/person/actor.ts'
import type { Character } from '../testing/cast.server.ts'
import { openTellingDesk } from '../testing/told.server.ts'
import { fallDue } from '../workflow/fall-due.server.ts'
import { releaseTickets } from '../workflow/release.server.ts'
import { runTelling } from './run-telling.server.ts'

const desk = await openTellingDesk()
const { box, act, told, inProgress, offered } = desk
afterAll(() => desk.close())
beforeEach(() => {
  box.tellings.length = 0
})

const reason = 'Because it is so'

async function whileAway(people: readonly Character[], work: () => Promise<void>): Promise<void> {
  const ids = people.map((one) => box.ids[one])
  const here = (active: boolean) =>
    box.database.primary.updateTable('users').set({ active }).where('id', 'in', ids).execute()
  await here(false)
  await work().finally(() => here(true))
}

test('closings: the customer is asked for feedback in the words for each', async () => {
  const ticket = await inProgress()
  await act('close', 'mariam', ticket, { reason })
  expect(await told()).toEqual({ 'ask-owner-for-feedback (closed)': ['salma'] })
  const silent = await offered()
  box.clock.moveDays(4)
  await fallDue(box.desk)
  expect(await told(silent)).toEqual({ 'remind-customer-of-solution': ['salma'] })
  box.clock.moveDays(4)
  await fallDue(box.desk)
  expect(await told(silent)).toEqual({ 'ask-owner-for-feedback (silence)': ['salma'] })
})

test('a reminder told late, while the next answer is in review: nobody hears of it', async () => {
  const ticket = await offered()
  box.clock.moveDays(4)
  await fallDue(box.desk)
  const late = box.tellings.splice(0)
  await act('decline-solution', 'salma', ticket, { reason })
  await act('propose-solution', 'omar', ticket, { solution: 'Nobody read this over.' })
  box.tellings.splice(0, Infinity, ...late)
  expect(await told(ticket)).toEqual({})
})

test('a reminder told late, after staff wrote again or the request closed: the closing it names is off, and nobody hears of it', async () => {
  const [asked, closed] = [await offered(), await offered()]
  box.clock.moveDays(4)
  await fallDue(box.desk)
  const late = box.tellings.splice(0)
  await act('reply', 'omar', asked, { text: 'Did it help?' })
  await act('close', 'mariam', closed, { reason })
  box.tellings.splice(0, Infinity, ...late)
  expect(await told()).toEqual({})
})

test('a reminder recorded before events named the round: its customer', async () => {
  const ticket = await offered()
  box.clock.moveDays(4)
  await fallDue(box.desk)
  const owner = new pg.Client({ connectionString: box.url })
  await owner.connect()
  await owner.query(`update ticket_event set details = details - 'round' where happened = 'solutionReminded'`)
  await owner.end()
  expect(await told(ticket)).toEqual({ 'remind-customer-of-solution': ['salma'] })
})

test('a cancellation: the desk and the representative; the customer is not asked for feedback', async () => {
  const ticket = await inProgress()
  await act('cancel', 'salma', ticket, {})
  expect(await told()).toEqual({ 'tell-staff-of-cancellation': ['lina', 'mariam', 'omar'] })
})

test('a duplicate: its customer; a follower that moves along: nobody', async () => {
  const [root, middle, follower] = [await box.submitted(), await box.submitted(), await box.submitted('pierre')]
  box.tellings.length = 0
  await act('mark-duplicate', 'mariam', follower, { original: middle })
  expect(await told()).toEqual({ 'tell-customer-of-duplicate': ['pierre'] })
  await act('mark-duplicate', 'mariam', middle, { original: root })
  expect(await told()).toEqual({ 'tell-customer-of-duplicate': ['salma'] })
})

test('a follower that moves along to a request answered in the same round: its customer hears of the other solution', async () => {
  const [first, second, follower] = [await offered(), await offered(), await box.submitted('pierre')]
  box.tellings.length = 0
  await act('mark-duplicate', 'mariam', follower, { original: first })
  expect(await told()).toEqual({
    'tell-customer-of-duplicate': ['pierre'],
    'tell-customer-of-shared-solution': ['pierre'],
  })
  await act('mark-duplicate', 'mariam', first, { original: second })
  expect(await told()).toEqual({
    'tell-customer-of-duplicate': ['salma'],
    'tell-customer-of-shared-solution': ['pierre', 'salma'],
  })
})

test('what a duplicate’s customer writes: its staff, and those on its original who may see the duplicate', async () => {
  const original = await inProgress()
  const [near, far] = [await box.submitted('pierre'), await box.submitted('pierre')]
  await act('assign', 'mariam', near, { group: box.groups.documents, member: box.ids.jana })
  for (const duplicate of [near, far]) await act('mark-duplicate', 'mariam', duplicate, { original })
  box.tellings.length = 0
  await act('reply', 'pierre', near, { text: 'And mine too.' })
  expect(await told()).toEqual({ 'tell-staff-of-reply': ['jana', 'omar'] })
  await act('reply', 'pierre', far, { text: 'And mine too.' })
  // omar works on the original and does not see a ticket of the desk's
  expect(await told()).toEqual({ 'tell-staff-of-reply': ['lina', 'mariam'] })
  const joined = (await box.seenBy('omar', original)).joined
  expect(joined).toMatchObject([{ number: near, customer: { name: 'Pierre Lemaire' }, wroteAt: expect.any(String) }])
  expect((await box.seenBy('mariam', original)).joined).toHaveLength(2)
  expect((await box.seenBy('salma', original)).joined).toEqual([])
})

test('a reopening: the representative and the desk; the customer when the desk did it', async () => {
  const ticket = await offered()
  await act('accept-solution', 'salma', ticket)
  box.tellings.length = 0
  await act('reopen', 'salma', ticket, { reason })
  expect(await told()).toEqual({ 'tell-staff-of-reopening': ['lina', 'mariam', 'omar'] })
  await act('close', 'mariam', ticket, { reason })
  box.tellings.length = 0
  await act('reopen', 'mariam', ticket, { reason })
  expect(await told()).toEqual({ 'tell-staff-of-reopening': ['lina', 'omar'], 'tell-customer-of-reopening': ['salma'] })
})

test('who was told of the acceptance was not told when the ticket was reopened, because it was assigned on meanwhile', async () => {
  const ticket = await offered()
  await act('assign', 'mariam', ticket, { group: box.groups.documents, member: box.ids.jana })
  await act('accept-solution', 'salma', ticket)
  box.tellings.length = 0
  await act('reopen', 'salma', ticket, { reason })
  expect(await told()).toEqual({ 'tell-staff-of-reopening': ['jana', 'lina', 'mariam', 'omar'] })
  // not hers any more when she is released below
  await act('close', 'mariam', ticket, { reason })
})

test('ratings: one and two stars tell the desk, three tell nobody', async () => {
  const ticket = await offered()
  await act('accept-solution', 'salma', ticket)
  box.tellings.length = 0
  await act('rate', 'salma', ticket, { score: 3 })
  expect(await told()).toEqual({})
  await act('rate', 'salma', ticket, { score: 2, comment: 'Slow' })
  expect(await told()).toEqual({ 'tell-desk-of-poor-rating': ['lina', 'mariam'] })
})

test('replies go to the other side, notes to the staff on the ticket; translations tell nobody', async () => {
  const ticket = await inProgress()
  await act('reply', 'salma', ticket, { text: 'One more thing' })
  expect(await told()).toEqual({ 'tell-staff-of-reply': ['omar'] })
  await act('reply', 'omar', ticket, { text: 'Which one?' })
  expect(await told()).toEqual({ 'tell-customer-of-reply': ['salma'] })
  await act('note', 'mariam', ticket, { text: 'A regular customer' })
  expect(await told()).toEqual({ 'tell-staff-of-reply (note)': ['omar'] })
  await act('note', 'omar', ticket, { text: 'I know' })
  expect(await told()).toEqual({ 'tell-staff-of-reply (note)': ['mariam'] })
  await act('translate', 'omar', ticket, { field: 'title', language: 'fr', text: 'Le bon de livraison' })
  expect(await told()).toEqual({})
  const untaken = await inProgress(null)
  await act('reply', 'salma', untaken, { text: 'Anybody there?' })
  expect(await told()).toEqual({ 'tell-staff-of-reply': ['jana', 'omar'] })
})

test('a release: the group; the desk when nobody in it is active', async () => {
  const ticket = await inProgress()
  const release = async (member: Character) => {
    await box.database.primary.updateTable('users').set({ active: false }).where('id', '=', box.ids[member]).execute()
    await box.desk.change(system, (change) => releaseTickets(change, box.ids[member]))
  }
  await release('omar')
  const first = await told()
  expect(Object.keys(first)).toEqual(['tell-of-release'])
  expect(new Set(first['tell-of-release'])).toEqual(new Set(['jana']))
  await act('take', 'jana', ticket)
  box.tellings.length = 0
  await release('jana')
  expect(await told()).toEqual({ 'tell-of-release (desk)': ['lina', 'mariam'] })
  const { ids } = box
  await box.database.primary
    .updateTable('users')
    .set({ active: true })
    .where('id', 'in', [ids.omar, ids.jana])
    .execute()
})

test('a ticket given to a group in which nobody is active: the desk, but for who gave it there', async () => {
  const ticket = await box.submitted()
  box.tellings.length = 0
  await whileAway(['omar', 'jana'], async () => {
    await act('assign', 'mariam', ticket, { group: box.groups.documents })
    expect(await told()).toEqual({ 'notify-representative-of-assignment (desk)': ['lina'] })
  })
})

test('the desk was told that nobody works on a ticket which had gone on to another group before it was told', async () => {
  const ticket = await box.submitted()
  box.tellings.length = 0
  await whileAway(['omar', 'jana'], async () => {
    await act('assign', 'mariam', ticket, { group: box.groups.documents })
    await act('assign', 'mariam', ticket, { group: box.groups.supportDesk })
    expect(await told()).not.toHaveProperty('notify-representative-of-assignment (desk)')
  })
})

test('a duty that runs twice tells nobody twice; while the Support Desk is empty the administrators hear', async () => {
  await whileAway(['mariam', 'lina'], async () => {
    await box.submitted('pierre')
    const tellings = [...box.tellings]
    expect(await told()).toEqual({ 'notify-desk-of-new-ticket': ['adam'], 'notify-customer-of-receipt': ['pierre'] })
    for (const telling of tellings) expect(await runTelling(box.desk, telling)).toEqual([])
    const { rows } = await box.database.pool.query(`select count(*) from mail where event_id = $1`, [
      tellings[0]!.event,
    ])
    expect(rows).toEqual([{ count: 2 }])
  })
})

test('nobody heard of a ticket that its group’s only member gave back: the desk does', async () => {
  await whileAway(['jana'], async () => {
    const ticket = await inProgress()
    await act('give-back', 'omar', ticket, { reason: 'I am leaving' })
    expect(await told()).toEqual({ 'tell-group-of-give-back (desk)': ['lina', 'mariam'] })
  })
})

test('nobody heard of a release or a giving back where who is left in the group sees no ticket of it: the desk does', async () => {
  const { ids, desk, database } = box
  const roleOfJana = { user_id: ids.jana, role_key: 'representative' }
  await database.primary.deleteFrom('user_role').where('user_id', '=', ids.jana).execute()
  const ticket = await inProgress()
  const omar = database.primary.updateTable('users').where('id', '=', ids.omar)
  await omar.set({ active: false }).execute()
  await desk.change(system, (change) => releaseTickets(change, ids.omar))
  expect(await told()).toEqual({ 'tell-of-release (desk)': ['lina', 'mariam'] })
  await omar.set({ active: true }).execute()
  await act('take', 'omar', ticket)
  box.tellings.length = 0
  await act('give-back', 'omar', ticket, { reason: 'I am leaving' })
  expect(await told()).toEqual({ 'tell-group-of-give-back (desk)': ['lina', 'mariam'] })
  await database.primary.insertInto('user_role').values(roleOfJana).execute()
})

test('who can no longer see the ticket when it is told is not told', async () => {
  const ticket = await inProgress()
  await act('reply', 'salma', ticket, { text: 'Hello' })
  const leaving = box.database.primary.deleteFrom('group_member').where('user_id', '=', box.ids.omar)
  await leaving.execute()
  await box.database.primary.updateTable('ticket').set({ member_id: null }).where('number', '=', ticket).execute()
  expect(await told()).toEqual({ 'tell-staff-of-reply': ['jana'] })
})
