import { beforeEach, expect, test } from 'vitest'
import { newId } from '../server/ids.server.ts'
import { setStage } from '../testing/set-stage.server.ts'
import { fallDue } from './fall-due.server.ts'

const stage = setStage()
const db = () => stage.box.database.primary
const due = (atMost?: number) => fallDue(stage.box.desk, atMost)
const pass = (days: number) => stage.box.clock.moveDays(days)
beforeEach(async () => {
  await db().deleteFrom('mailbox').execute()
  await db().deleteFrom('inbound_mail').execute()
})

async function addMailbox(heard: Date | null, active = true): Promise<string> {
  const at = stage.box.clock.now()
  const id = newId()
  await db()
    .insertInto('mailbox')
    .values({
      id,
      address: `${id}@help.example`,
      host: 'mail.example',
      port: 993,
      security: 'tls',
      username: 'help',
      sealed: '',
      folder: 'INBOX',
      group_id: null,
      trusted_server: null,
      active,
      uid_validity: null,
      uid_next: null,
      state: 'reading',
      state_since: at,
      last_error: null,
      heard_at: heard,
      last_mail_at: null,
      created_at: at,
    })
    .execute()
  return id
}
const wasRead = (id: string) =>
  db().updateTable('mailbox').set({ heard_at: stage.box.clock.now() }).where('id', '=', id).execute()

async function addMail(mail: { ticket_number?: number; from_address?: string; held: boolean }): Promise<void> {
  const { held, ticket_number = null, from_address = null } = mail
  const [id, at] = [newId(), stage.box.clock.now()]
  const notRead = { message_id: null, from_name: null, subject: null, text: null, whole_text: null, html: null }
  await db()
    .insertInto('inbound_mail')
    .values({
      ...notRead,
      id,
      mailbox_id: null,
      raw: Buffer.from(''),
      hash: id,
      received_at: at,
      state: 'received',
      last_error: null,
      decision: null,
      reason: null,
      ticket_number,
      from_address,
      message: null,
      sanitiser: null,
      done_at: null,
    })
    .execute()
  if (held)
    await db()
      .updateTable('inbound_mail')
      .set({ state: 'done', next_try_at: null, decision: 'held', reason: 'senderNotProven' })
      .where('id', '=', id)
      .execute()
}

/** Whose customers were reminded, and whose days are over. */
async function allOverdue(count: number): Promise<number[]> {
  const numbers: number[] = []
  while (numbers.length < count) numbers.push(await stage.ticketIn('offered'))
  pass(3.51)
  await due()
  pass(3.5)
  return numbers
}
const overdue = async (): Promise<number> => (await allOverdue(1))[0]!

test('nothing closes by silence while a mailbox was not read since; what the customer wrote there comes first', async () => {
  const broken = await addMailbox(stage.box.clock.now())
  const [silent, wrote] = (await allOverdue(2)) as [number, number]
  await wasRead(await addMailbox(null))
  expect(await due()).toBe(0)
  expect(await stage.row(silent)).toMatchObject({ status: 'responded', due: 'closeBySilence' })
  // the mail server is there again, and what lay there is taken in before it counts as read
  await stage.act('salma', 'reply', wrote, { text: 'I wrote to you last week.' })
  await wasRead(broken)
  expect(await due()).toBe(1)
  expect(await stage.row(silent)).toMatchObject({ ended: 'silence' })
  expect(await stage.row(wrote)).toMatchObject({ status: 'responded', answered: true })
})

test('a mailbox that was never read holds closings back, one that is not in use does not', async () => {
  const number = await overdue()
  await addMailbox(null, false)
  const fresh = await addMailbox(null)
  expect(await due()).toBe(0)
  await db().updateTable('mailbox').set({ active: false }).where('id', '=', fresh).execute()
  expect(await due()).toBe(1)
  expect(await stage.row(number)).toMatchObject({ ended: 'silence' })
})

test('reminders go out although a mailbox cannot be read, however many closings wait before them', async () => {
  const waiting = await overdue()
  const number = await stage.ticketIn('offered')
  await addMailbox(null)
  pass(3.51)
  expect(await due(1)).toBe(1)
  expect(await stage.last(number)).toMatchObject({ happened: 'solutionReminded' })
  await stage.act('mariam', 'close', number, { reason: 'Done.' })
  await stage.act('mariam', 'close', waiting, { reason: 'Done.' })
})

test('a mail of the customer that waits for somebody to look holds the closing of their ticket back, and no other', async () => {
  const [marked, fine] = (await allOverdue(2)) as [number, number]
  await addMail({ ticket_number: marked, from_address: 'salma.at.home@example.com', held: true })
  expect(await due(1)).toBe(1)
  expect(await stage.row(marked)).toMatchObject({ status: 'responded' })
  expect(await stage.row(fine)).toMatchObject({ ended: 'silence' })
  await db().updateTable('inbound_mail').set({ decision: 'ignored', reason: 'byHand' }).execute()
  expect(await due()).toBe(1)

  const theirs = await overdue()
  await addMail({ from_address: 'salma@example.com', held: true })
  expect(await due()).toBe(0)
  await stage.act('mariam', 'close', theirs, { reason: 'Done.' })
  // what was held before the answer went out says nothing about it
  await overdue()
  expect(await due()).toBe(1)
})

test('while a mail that was fetched is not read yet, nobody knows whose word it is', async () => {
  await overdue()
  await addMail({ held: false })
  expect(await due()).toBe(0)
  await db().deleteFrom('inbound_mail').execute()
  expect(await due()).toBe(1)
})

test('while a mail that came since could not be read, however often it was tried, nothing closes; left out it holds nothing back', async () => {
  const number = await overdue()
  await addMail({ held: false })
  const failed = { state: 'failed', tries: 100, next_try_at: null } as const
  await db().updateTable('inbound_mail').set(failed).execute()
  expect(await due()).toBe(0)
  expect(await stage.row(number)).toMatchObject({ status: 'responded' })
  await db().updateTable('inbound_mail').set({ state: 'done', decision: 'ignored', reason: 'byHand' }).execute()
  expect(await due()).toBe(1)

  // one of before the answer says nothing about it
  await db().deleteFrom('inbound_mail').execute()
  await addMail({ held: false })
  await db().updateTable('inbound_mail').set(failed).execute()
  pass(1)
  await overdue()
  expect(await due()).toBe(1)
})

test('a customer whose mail waits to be looked at was reminded that nobody had heard of them', async () => {
  const number = await stage.ticketIn('offered')
  await addMail({ from_address: 'salma@example.com', held: true })
  pass(3.51)
  expect(await due()).toBe(0)
  expect(await stage.row(number)).toMatchObject({ due: 'remind' })
  await db().updateTable('inbound_mail').set({ decision: 'ignored', reason: 'byHand' }).execute()
  expect(await due()).toBe(1)
  expect(await stage.last(number)).toMatchObject({ happened: 'solutionReminded' })
  await stage.act('mariam', 'close', number, { reason: 'Done.' })
})
