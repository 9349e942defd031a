import { expect, test } from 'vitest'
import { setStage } from '../testing/set-stage.server.ts'

const stage = setStage()

test('one to five stars with or without words, given and changed for thirty days', async () => {
  const number = await stage.ticketIn('accepted')
  await stage.act('salma', 'rate', number, { score: 2, comment: 'كان بطيئًا' })
  expect(await stage.last(number)).toMatchObject({
    happened: 'ticketRated',
    by: 'salma',
    details: { score: 2, comment: { source: 'ar' } },
  })
  stage.box.clock.moveDays(29.9)
  await stage.act('salma', 'rate', number, { score: 5 })
  expect(await stage.row(number)).toMatchObject({ status: 'closed', score: 5, comment: { source: 'ar' } })
  stage.box.clock.moveDays(0.2)
  expect(await stage.refused('salma', 'rate', number, { score: 1 })).toMatchObject({ code: 'tooLate', status: 409 })
  expect(await stage.row(number)).toMatchObject({ score: 5 })
})

test('a comment that was written could not be taken back', async () => {
  const number = await stage.ticketIn('accepted')
  await stage.act('salma', 'rate', number, { score: 2, comment: 'It was slow.' })
  await stage.act('salma', 'rate', number, { score: 2, comment: null })
  expect(await stage.last(number)).toMatchObject({ happened: 'ticketRated', details: { score: 2, comment: null } })
  expect(await stage.row(number)).toMatchObject({ score: 2, comment: null })
  const { words } = await stage.box.database.primary
    .selectFrom('ticket_words')
    .select((eb) => eb.fn.countAll<string>().as('words'))
    .where('ticket_number', '=', number)
    .where('text_id', '=', 'comment')
    .executeTakeFirstOrThrow()
  expect(Number(words)).toBe(0)
  expect(await stage.refused('salma', 'rate', number, { score: 2, comment: ' ' })).toMatchObject({ status: 422 })
})

test('stars are whole and there are five of them', async () => {
  const number = await stage.ticketIn('accepted')
  for (const score of [0, 6, 4.5, '5', null, undefined, true])
    expect(await stage.refused('salma', 'rate', number, { score })).toMatchObject({
      details: { errors: [{ field: 'score' }] },
    })
})

test('after a reopening it is kept, and can be changed after the next closing', async () => {
  const number = await stage.ticketIn('accepted')
  await stage.act('salma', 'rate', number, { score: 3 })
  await stage.act('salma', 'reopen', number, { reason: 'It expired.' })
  expect(await stage.refused('salma', 'rate', number, { score: 1 })).toMatchObject({ code: 'notPossibleNow' })
  await stage.act('mariam', 'close', number, { reason: 'Done.' })
  await stage.act('salma', 'rate', number, { score: 4 })
  expect(await stage.row(number)).toMatchObject({ score: 4 })
})

test('the comment on an earlier closing was told with the stars of a later one', async () => {
  const number = await stage.ticketIn('accepted')
  await stage.act('salma', 'rate', number, { score: 1, comment: 'Nobody called back.' })
  stage.box.clock.moveDays(1)
  await stage.act('salma', 'reopen', number, { reason: 'It expired.' })
  await stage.act('mariam', 'close', number, { reason: 'Done.' })
  expect(await stage.row(number)).toMatchObject({ score: 1, comment: { source: 'en' } })
  stage.box.clock.moveDays(1)
  await stage.act('salma', 'rate', number, { score: 5 })
  expect(await stage.row(number)).toMatchObject({ score: 5, comment: null })
})
