import { expect, test } from 'vitest'
import { setStage } from '../testing/set-stage.server.ts'

import { supportDeskId } from '../entities/group/support-desk.ts'
import type { Character } from '../testing/cast.server.ts'
import { refusalOf } from '../testing/desk.server.ts'
import { submitTicket } from './submit-ticket.server.ts'

const stage = setStage()

const request = { title: 'No delivery note', description: 'It is missing.' }
const submit = async (who: Character, body: object) => submitTicket(stage.box.desk, await stage.box.person(who), body)

test('a request is open, lies with the Support Desk, and waits for it', async () => {
  const number = await submit('salma', request)
  const { at, ...last } = await stage.last(number)
  expect(last).toEqual({ happened: 'ticketSubmitted', by: 'salma', details: { onBehalf: false } })
  expect(await stage.row(number)).toMatchObject({
    status: 'open',
    group_id: supportDeskId,
    member_id: null,
    opened_at: at,
    waiting_for: 'desk',
    waiting_since: at,
    seq: 1,
    version: 1,
  })
})

test('numbers rise and are never given twice, also at once, also after a failure', async () => {
  const numbers = await Promise.all(Array.from({ length: 20 }, () => submit('salma', request)))
  expect(new Set(numbers).size).toBe(20)
  await expect(
    stage.box.desk.change(await stage.box.person('salma'), async (change) => {
      await submitTicket(change.desk, await stage.box.person('salma'), request)
      throw new Error('power cut')
    }),
  ).rejects.toThrow('power cut')
  expect(await submit('salma', request)).toBeGreaterThan(Math.max(...numbers) + 1)
})

test('the language is the one that was said, else the one that it is in', async () => {
  const said = await submit('salma', { ...request, language: 'de' })
  const told = await submit('salma', { title: 'Rechnung fehlt leider noch immer', description: 'متى تصل الفاتورة؟' })
  expect(await stage.row(said)).toMatchObject({ title: { source: 'de' }, description: { source: 'de' } })
  expect(await stage.row(told)).toMatchObject({ title: { source: 'de' }, description: { source: 'ar' } })
})

test('a title too short to tell is in the language of its description, not in one that nobody wrote', async () => {
  const beside = async (title: string, description: string) => stage.row(await submit('salma', { title, description }))
  expect(await beside('Password reset', 'I cannot sign in to my account since yesterday.')).toMatchObject({
    ...{ title: { source: 'en' }, description: { source: 'en' } },
  })
  expect(await beside('Hilfe', 'Ich kann mich seit gestern nicht mehr anmelden.')).toMatchObject({
    ...{ title: { source: 'de' }, description: { source: 'de' } },
  })
  expect(await beside('VPN', 'لا أستطيع الدخول إلى الشبكة منذ أمس')).toMatchObject({
    ...{ title: { source: 'en' }, description: { source: 'ar' } },
  })
})

test('staff write a request down for a customer, by id or by address', async () => {
  for (const customer of [stage.box.ids.salma, 'salma@example.com', ' Salma@Example.com ']) {
    const number = await submit('omar', { ...request, customer })
    expect(await stage.row(number)).toMatchObject({ customer_id: stage.box.ids.salma })
    expect(await stage.last(number)).toMatchObject({ by: 'omar', details: { onBehalf: true } })
  }
})

test('a customer asks for themselves alone; a stranger’s address is nobody to who may not add users', async () => {
  const code = async (who: Character, customer: string) => refusalOf(submit(who, { ...request, customer }))
  expect(await code('salma', stage.box.ids.pierre)).toMatchObject({ code: 'notAllowed', status: 403 })
  expect(await code('omar', 'nobody@example.com')).toMatchObject({
    details: { errors: [{ field: 'customer', code: 'notInList' }] },
  })
  expect(await code('omar', 'no address')).toMatchObject({
    details: { errors: [{ field: 'customer', code: 'notAnAddress' }] },
  })
})

test('all that is wrong is said at once, and nothing is kept', async () => {
  const { details } = await refusalOf(submit('salma', { title: 'x'.repeat(301), status: 'closed', number: 7 }))
  expect(
    (details as { errors: { field: string; code: string }[] }).errors.map(({ field, code }) => `${field} ${code}`),
  ).toEqual(['status unknown', 'number unknown', 'title tooLong', 'description required'])
})
