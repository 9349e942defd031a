import { afterAll, beforeEach, expect, test } from 'vitest'
import { defaultSettings } from '../settings/settings.ts'
import { openTellingDesk } from '../testing/told.server.ts'
import { fallDue } from '../workflow/fall-due.server.ts'
import { submitTicket } from '../workflow/submit-ticket.server.ts'

const desk = await openTellingDesk()
const { box, act, told, inProgress, offered } = desk
afterAll(() => desk.close())
beforeEach(() => {
  box.tellings.length = 0
})

const reason = 'Because it is so'
const usual = defaultSettings.workflow

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
  await box.setSettings({ workflow: { ...usual, review: false, confirmation: false } })
  await act('propose-solution', 'omar', ticket, { solution: 'It is attached.' })
  await box.setSettings({ workflow: usual })
  expect(await told()).toEqual({ 'tell-customer-of-solution (noConfirm)': ['salma'] })
})

test('a return: the author and, if another, the assignee', async () => {
  const ticket = await inProgress()
  await act('propose-solution', 'omar', ticket, { solution: 'It is attached.' })
  box.tellings.length = 0
  await act('return-solution', 'lina', ticket, { reason })
  expect(await told()).toEqual({ 'tell-representative-of-return': ['omar'] })
  await act('propose-solution', 'omar', ticket, { solution: 'It is attached now.' })
  await act('assign', 'mariam', ticket, { group: box.groups.documents, member: box.ids.jana })
  box.tellings.length = 0
  await act('return-solution', 'lina', ticket, { reason })
  expect(await told()).toEqual({
    'tell-representative-of-return': ['omar'],
    'tell-representative-of-return (notAuthor)': ['jana'],
  })
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
    'notify-representative-of-approval': ['omar'],
    'notify-representative-of-approval (notAuthor)': ['jana'],
    'ask-owner-for-feedback (accepted)': ['salma'],
  })
})

test('a customer who had asked, and was answered, was told that nobody had heard of them since the offer', async () => {
  const ticket = await offered()
  await act('reply', 'salma', ticket, { text: 'Which page?' })
  box.clock.moveDays(1)
  await act('reply', 'omar', ticket, { text: 'The second.' })
  box.tellings.length = 0
  const said = async (interaction: string) =>
    (
      await box.database.primary
        .selectFrom('notice')
        .select('says')
        .where('ticket_number', '=', ticket)
        .where('interaction', '=', interaction)
        .executeTakeFirstOrThrow()
    ).says.variables
  const { last_public_at: spoke } = await box.rowOf(ticket)
  box.clock.moveDays(3.6)
  await fallDue(box.desk)
  expect(await told(ticket)).toEqual({ 'remind-customer-of-solution (answered)': ['salma'] })
  expect(JSON.stringify(await said('remind-customer-of-solution'))).toContain(spoke.toISOString())
  box.clock.moveDays(3.6)
  await fallDue(box.desk)
  expect(await told(ticket)).toEqual({ 'ask-owner-for-feedback (silenceAnswered)': ['salma'] })
  expect(JSON.stringify(await said('ask-owner-for-feedback'))).toContain(spoke.toISOString())
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
