import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from '../testing/desk.server.ts'
import type { Character } from '../testing/cast.server.ts'
import { ticketVerbs } from '../start/verbs.ts'
import { fallDue } from '../workflow/fall-due.server.ts'
import { releaseTickets } from '../workflow/release.server.ts'
import { submitTicket } from '../workflow/submit-ticket.server.ts'
import { system } from '../entities/person/actor.ts'
import { listenersTo } from './index.ts'
import { runTelling } from './run-telling.server.ts'

let box: TestDesk
beforeAll(async () => {
  box = await openTestDesk({ listeners: listenersTo })
})
afterAll(() => box?.close())
beforeEach(() => {
  box.tellings.length = 0
})

const reason = 'Because it is so'

async function act(verb: keyof typeof ticketVerbs, by: Character, ticket: number, body: object = {}) {
  box.clock.move(1000)
  await ticketVerbs[verb](box.desk, await box.person(by), ticket, body)
}

/** Does what the last change asked for and says who was told what: 'interaction (variant)': names. */
async function told(ticket?: number) {
  const tellings = box.tellings.splice(0).filter((telling) => ticket === undefined || telling.ticket === ticket)
  for (const telling of tellings) await runTelling(box.desk, telling)
  const events = tellings.map(({ event }) => event)
  if (events.length === 0) return {}
  const rows = await box.database.primary
    .selectFrom('notice')
    .select(['interaction', 'recipient_id', 'says'])
    .where('event_id', 'in', events)
    .execute()
  const mails = await box.database.primary
    .selectFrom('mail')
    .select(['interaction', 'recipient_id'])
    .where('event_id', 'in', events)
    .execute()
  const pairs = (some: { interaction: string; recipient_id: string | null }[]) =>
    some.map((each) => `${each.interaction} ${each.recipient_id}`).sort()
  expect(pairs(mails)).toEqual(pairs(rows))
  const names = new Map(Object.entries(box.ids).map(([name, id]) => [id, name]))
  const result: Record<string, string[]> = {}
  for (const row of rows) {
    const key = row.says.variant ? `${row.interaction} (${row.says.variant})` : row.interaction
    result[key] = [...(result[key] ?? []), names.get(row.recipient_id)!].sort()
  }
  return result
}

async function inProgress(member: Character | null = 'omar') {
  const ticket = await box.submitted()
  await act('assign', 'mariam', ticket, { group: box.groups.documents, ...(member ? { member: box.ids[member] } : {}) })
  box.tellings.length = 0
  return ticket
}

async function offered(member: Character = 'omar') {
  const ticket = await inProgress(member)
  await act('propose-solution', member, ticket, { solution: 'It is attached.' })
  await act('approve-solution', 'mariam', ticket)
  box.tellings.length = 0
  return ticket
}

test('a new request: the desk, and its customer although it was their own', async () => {
  await box.submitted()
  expect(await told()).toEqual({
    'notify-desk-of-new-ticket': ['lina', 'mariam'],
    'notify-customer-of-receipt': ['salma'],
  })
})

test('a request written down by one of the desk: the others of the desk, and the customer in its own words', async () => {
  await submitTicket(box.desk, await box.person('mariam'), {
    title: 'A call',
    description: 'By telephone',
    customer: box.ids.salma,
  })
  expect(await told()).toEqual({
    'notify-desk-of-new-ticket': ['lina'],
    'notify-customer-of-receipt (onBehalf)': ['salma'],
  })
})

test('an assignment: the representative; without a member the group, but nobody of what they did themselves', async () => {
  const ticket = await box.submitted()
  box.tellings.length = 0
  await act('assign', 'mariam', ticket, { group: box.groups.documents, member: box.ids.omar })
  expect(await told()).toEqual({ 'notify-representative-of-assignment': ['omar'] })
  await act('assign', 'mariam', ticket, { group: box.groups.documents })
  expect(await told()).toEqual({ 'notify-representative-of-assignment (group)': ['jana', 'omar'] })
  await act('assign', 'mariam', ticket, { group: box.groups.supportDesk, member: box.ids.mariam })
  expect(await told()).toEqual({})
  await act('assign', 'mariam', ticket, { group: box.groups.supportDesk })
  expect(await told()).toEqual({ 'notify-representative-of-assignment (group)': ['lina'] })
})

test('taking: nobody; giving back: the group', async () => {
  const ticket = await inProgress(null)
  await act('take', 'omar', ticket)
  expect(await told()).toEqual({})
  await act('give-back', 'omar', ticket, { reason })
  expect(await told()).toEqual({ 'tell-group-of-give-back': ['jana'] })
})

test('a proposal: the desk; where its author is of the desk, the others of it', async () => {
  const ticket = await inProgress()
  await act('propose-solution', 'omar', ticket, { solution: 'It is attached.' })
  expect(await told()).toEqual({ 'notify-desk-to-review-solution': ['lina', 'mariam'] })
  const second = await inProgress()
  await act('propose-solution', 'mariam', second, { solution: 'It is attached.' })
  expect(await told()).toEqual({ 'notify-desk-to-review-solution': ['lina'] })
})

test('an approval: the customer', async () => {
  const ticket = await inProgress()
  await act('propose-solution', 'omar', ticket, { solution: 'It is attached.' })
  box.tellings.length = 0
  await act('approve-solution', 'mariam', ticket)
  expect(await told()).toEqual({ 'tell-customer-of-solution': ['salma'] })
})

test('without reviews a proposal tells the customer and not the desk; without verdicts in other words', async () => {
  const ticket = await inProgress()
  await box.setSettings({
    workflow: { review: false, confirmation: false, silenceDays: 7, reopenDays: 14, ratingDays: 30 },
  })
  await act('propose-solution', 'omar', ticket, { solution: 'It is attached.' })
  await box.setSettings({
    workflow: { review: true, confirmation: true, silenceDays: 7, reopenDays: 14, ratingDays: 30 },
  })
  expect(await told()).toEqual({ 'tell-customer-of-solution (noConfirm)': ['salma'] })
})

test('a return: the author and, if another, the assignee', async () => {
  const ticket = await inProgress()
  await act('propose-solution', 'omar', ticket, { solution: 'It is attached.' })
  box.tellings.length = 0
  await act('return-solution', 'lina', ticket, { reason })
  expect(await told()).toEqual({ 'tell-representative-of-return': ['omar'] })
})

test('an acceptance: the author and the present assignee, once each; the customer is asked for feedback', async () => {
  const ticket = await offered()
  await act('accept-solution', 'salma', ticket)
  expect(await told()).toEqual({
    'notify-representative-of-approval': ['omar'],
    'ask-owner-for-feedback (accepted)': ['salma'],
  })
  const second = await offered()
  await act('assign', 'mariam', second, { group: box.groups.documents, member: box.ids.jana })
  box.tellings.length = 0
  await act('accept-solution', 'salma', second)
  expect(await told()).toEqual({
    'notify-representative-of-approval': ['jana', 'omar'],
    'ask-owner-for-feedback (accepted)': ['salma'],
  })
})

test('a decline: the representative and the desk, who is both only once', async () => {
  const ticket = await offered()
  await act('decline-solution', 'salma', ticket, { reason })
  expect(await told()).toEqual({ 'tell-staff-of-decline': ['lina', 'mariam', 'omar'] })
  const second = await box.submitted()
  await act('assign', 'mariam', second, { group: box.groups.supportDesk, member: box.ids.lina })
  await act('propose-solution', 'lina', second, { solution: 'It is attached.' })
  await act('approve-solution', 'mariam', second)
  box.tellings.length = 0
  await act('decline-solution', 'salma', second, { reason })
  expect(await told()).toEqual({ 'tell-staff-of-decline': ['lina', 'mariam'] })
})

test('a withdrawal: the desk; the customer too when it had been offered', async () => {
  const ticket = await inProgress()
  await act('propose-solution', 'omar', ticket, { solution: 'It is attached.' })
  box.tellings.length = 0
  await act('withdraw-solution', 'omar', ticket, { reason })
  expect(await told()).toEqual({ 'tell-of-withdrawal': ['lina', 'mariam'] })
  const second = await offered()
  await act('withdraw-solution', 'omar', second, { reason })
  expect(await told()).toEqual({ 'tell-of-withdrawal': ['lina', 'mariam'], 'tell-of-withdrawal (customer)': ['salma'] })
})

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
    await box.desk.change(system, (change) => releaseTickets(change, { member: box.ids[member] }))
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

test('a duty that runs twice tells nobody twice; while the Support Desk is empty the administrators hear', async () => {
  const { ids } = box
  const desk = [ids.mariam, ids.lina]
  await box.database.primary.updateTable('users').set({ active: false }).where('id', 'in', desk).execute()
  await box.submitted('pierre')
  const tellings = [...box.tellings]
  expect(await told()).toEqual({ 'notify-desk-of-new-ticket': ['adam'], 'notify-customer-of-receipt': ['pierre'] })
  for (const telling of tellings) expect(await runTelling(box.desk, telling)).toEqual([])
  const { rows } = await box.database.pool.query(`select count(*) from mail where event_id = $1`, [tellings[0]!.event])
  expect(rows).toEqual([{ count: 2 }])
  await box.database.primary.updateTable('users').set({ active: true }).where('id', 'in', desk).execute()
})

test('who can no longer see the ticket when it is told is not told', async () => {
  const ticket = await inProgress()
  await act('reply', 'salma', ticket, { text: 'Hello' })
  const leaving = box.database.primary.deleteFrom('group_member').where('user_id', '=', box.ids.omar)
  await leaving.execute()
  await box.database.primary.updateTable('ticket').set({ member_id: null }).where('number', '=', ticket).execute()
  expect(await told()).toEqual({ 'tell-staff-of-reply': ['jana'] })
})
