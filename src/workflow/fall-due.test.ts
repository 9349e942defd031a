import { expect, test } from 'vitest'
import { defaultSettings } from '../settings/settings.ts'
import { setStage } from '../testing/set-stage.server.ts'
import { fallDue } from './fall-due.server.ts'

const stage = setStage()
const usual = defaultSettings.workflow
const due = () => fallDue(stage.box.desk)
const pass = (days: number) => stage.box.clock.moveDays(days)

test('halfway a reminder, at the end the closing; neither before its time, each once', async () => {
  const number = await stage.ticketIn('offered')
  pass(3.4)
  expect(await due()).toBe(0)
  pass(0.11)
  expect(await due()).toBe(1)
  expect(await due()).toBe(0)
  const { offered_at, due_at } = await stage.row(number)
  expect(await stage.last(number)).toMatchObject({
    happened: 'solutionReminded',
    by: null,
    details: { closesOn: due_at!.toISOString() },
  })
  expect(due_at!.getTime() - offered_at!.getTime()).toBe(7 * 86_400_000)
  pass(3.3)
  expect(await due()).toBe(0)
  pass(0.2)
  expect(await due()).toBe(1)
  expect(await stage.last(number)).toMatchObject({ happened: 'ticketClosedBySilence', by: null })
  expect(await stage.row(number)).toMatchObject({
    status: 'closed',
    ended: 'silence',
    solution_state: 'offered',
    due_at: null,
  })
})

test('the customer’s word stops the clock and puts the ticket among the answered; staff’s starts it anew', async () => {
  const number = await stage.ticketIn('offered')
  pass(3)
  await stage.act('salma', 'reply', number, { text: 'Which link?' })
  expect(await stage.row(number)).toMatchObject({
    status: 'responded',
    answered: true,
    waiting_for: 'representative',
    due_at: null,
  })
  pass(30)
  expect(await due()).toBe(0)
  await stage.act('omar', 'reply', number, { text: 'The one below.' })
  const { at } = await stage.last(number)
  expect(await stage.row(number)).toMatchObject({
    answered: false,
    waiting_for: 'customer',
    due: 'remind',
    due_at: new Date(at.getTime() + 3.5 * 86_400_000),
  })
  await stage.act('mariam', 'close', number, { reason: 'Done.' })
})

test('a note among staff starts nothing', async () => {
  const number = await stage.ticketIn('offered')
  const { due_at } = await stage.row(number)
  await stage.act('omar', 'note', number, { text: 'Let us wait.' })
  expect((await stage.row(number)).due_at).toEqual(due_at)
  await stage.act('mariam', 'close', number, { reason: 'Done.' })
})

test('a silence that has begun keeps the length that it had', async () => {
  const number = await stage.ticketIn('offered')
  await stage.box.setSettings({ workflow: { ...usual, silenceDays: 2 } })
  pass(3.51)
  expect(await due()).toBe(1)
  pass(3)
  expect(await due()).toBe(0)
  pass(0.5)
  expect(await due()).toBe(1)
  await stage.box.setSettings({ workflow: usual })
  expect(await stage.row(number)).toMatchObject({ ended: 'silence' })
})

test('a reminder that went out late, as nobody was there to send it, leaves as long to answer as one in time', async () => {
  const number = await stage.ticketIn('offered')
  pass(20)
  expect(await due()).toBe(1)
  const { at, details } = await stage.last(number)
  expect(details).toEqual({ closesOn: new Date(at.getTime() + 3.5 * 86_400_000).toISOString(), round: 1 })
  pass(3.4)
  expect(await due()).toBe(0)
  expect(await stage.row(number)).toMatchObject({ status: 'responded', due: 'closeBySilence' })
  pass(0.11)
  expect(await due()).toBe(1)
  expect(await stage.row(number)).toMatchObject({ ended: 'silence' })
})

test('one that cannot be closed keeps no other from closing', async () => {
  const [broken, fine] = [await stage.ticketIn('offered'), await stage.ticketIn('offered')]
  pass(8)
  // its next event is there already: the closing fails on it
  await stage.box.database.primary
    .updateTable('ticket')
    .set({ seq: 1, due: 'closeBySilence' })
    .where('number', '=', broken)
    .execute()
  await expect(due()).rejects.toThrow('1 of 2')
  expect(await stage.last(fine)).toMatchObject({ happened: 'solutionReminded' })
})
