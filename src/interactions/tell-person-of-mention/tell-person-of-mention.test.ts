import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTellingDesk } from '../../testing/told.server.ts'

let desk: Awaited<ReturnType<typeof openTellingDesk>>
beforeAll(async () => {
  desk = await openTellingDesk()
})
afterAll(() => desk.close())

const called = (who: 'mariam' | 'jana' | 'tom' | 'salma' | 'omar') => `[@${who}](mention:${desk.box.ids[who]})`

test('whoever is called in a note is told of that, once, and not of the note besides', async () => {
  const ticket = await desk.inProgress()
  await desk.act('note', 'omar', ticket, {
    text: `${called('jana')} and ${called('jana')}, please look. ${called('mariam')}`,
  })
  expect(await desk.told(ticket)).toEqual({ 'tell-person-of-mention': ['jana', 'mariam'] })
  // the assignee is called in a colleague's: one telling, the personal one
  await desk.act('note', 'mariam', ticket, { text: `${called('omar')} is this yours?` })
  expect(await desk.told(ticket)).toEqual({ 'tell-person-of-mention': ['omar'] })
})

test('only staff who see the ticket are told, whatever is written', async () => {
  const ticket = await desk.inProgress()
  await desk.act('note', 'omar', ticket, { text: `${called('tom')} ${called('salma')} ${called('omar')}` })
  expect((await desk.told(ticket))['tell-person-of-mention']).toBeUndefined()
  // a customer calls nobody
  await desk.act('reply', 'salma', ticket, { text: `Hello ${called('mariam')}` })
  expect((await desk.told(ticket))['tell-person-of-mention']).toBeUndefined()
})

test('in a reply to the customer too; and an edited note tells those alone who were not called before', async () => {
  const ticket = await desk.inProgress()
  await desk.act('reply', 'omar', ticket, { text: `My colleague ${called('jana')} will write to you.` })
  expect(await desk.told(ticket)).toEqual({ 'tell-person-of-mention': ['jana'], 'tell-customer-of-reply': ['salma'] })
  await desk.act('note', 'omar', ticket, { text: called('jana') })
  await desk.told(ticket)
  const { id } = await desk.box.database.primary
    .selectFrom('message')
    .select('id')
    .where('ticket_number', '=', ticket)
    .where('kind', '=', 'note')
    .executeTakeFirstOrThrow()
  await desk.act('edit-note', 'omar', ticket, { message: id, text: `${called('jana')} ${called('mariam')}` })
  expect(await desk.told(ticket)).toEqual({ 'tell-person-of-mention': ['mariam'] })
})
