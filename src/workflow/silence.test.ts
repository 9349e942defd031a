import { afterAll, beforeAll, expect, test } from 'vitest'
import { conversation } from '../queries/one-ticket/conversation.server.ts'
import { history } from '../queries/one-ticket/history.server.ts'
import { openTestDesk, type TestDesk } from '../testing/desk.server.ts'
import { openStage, type Stage } from '../testing/situations.server.ts'
import { fallDue } from './fall-due.server.ts'
import { silenceOf } from './silence.ts'

let box: TestDesk
let stage: Stage
beforeAll(async () => {
  box = await openTestDesk()
  stage = await openStage(box)
})
afterAll(() => box.close())

const told = async (number: number, who: 'salma' | 'omar' = 'salma') => {
  const reader = await box.person(who)
  const ticket = await box.seenBy(who, number)
  const messages = (await conversation(box.desk, reader, number, {})).items
  return silenceOf(ticket, messages, (await history(box.desk, reader, number, {})).items)
}
const days = (from: Date, to: string | null | undefined) =>
  to ? Math.round((Date.parse(to) - from.getTime()) / 8_640_000) / 10 : null

test('the days that are named are the days on which it happens', async () => {
  const number = await stage.ticketIn('offered')
  const offered = box.clock.now()
  const first = await told(number)
  expect([days(offered, first?.remindOn), days(offered, first?.closesOn)]).toEqual([3.5, 7])

  box.clock.moveDays(2)
  await stage.act('omar', 'reply', number, { text: 'One more thing.' })
  const again = await told(number)
  expect([days(offered, again?.remindOn), days(offered, again?.closesOn)]).toEqual([5.5, 9])

  box.clock.moveDays(3.51)
  await fallDue(box.desk)
  const reminded = await told(number)
  expect(reminded?.remindOn).toBeNull()
  expect(days(offered, reminded?.closesOn)).toBe(9)
  box.clock.set(new Date(Date.parse(reminded?.closesOn ?? '') + 1000))
  await fallDue(box.desk)
  expect(await box.seenBy('salma', number)).toMatchObject({ status: 'closed', ended: 'silence' })
})

test('staff are told the same days, whatever they note', async () => {
  const number = await stage.ticketIn('offered')
  const first = await told(number)
  box.clock.moveDays(1)
  await stage.act('omar', 'note', number, { text: 'They are on holiday.' })
  expect(await told(number, 'omar')).toEqual(first)
  expect(await told(number)).toEqual(first)
})

test('whoever wrote to us is not waited for', async () => {
  expect(await told(await stage.ticketIn('answered'))).toBeUndefined()
})
