import { expect, test } from 'vitest'
import { setStage } from '../testing/set-stage.server.ts'

const stage = setStage()

test('a message goes to the other side and moves the version, whatever state the ticket is in', async () => {
  const number = await stage.ticketIn('accepted')
  await stage.act('salma', 'reply', number, { text: 'Thank you!' })
  const { at, ...last } = await stage.last(number)
  expect(last).toMatchObject({ happened: 'replyAdded', by: 'salma', details: { side: 'customer' } })
  const row = await stage.row(number)
  expect(row).toMatchObject({ status: 'closed', last_public_at: at, activity_at: at, version: row.seq })
})

test('staff who answered something else than they saw are told', async () => {
  const number = await stage.ticketIn('taken')
  const { version } = await stage.row(number)
  await stage.act('salma', 'reply', number, { text: 'Never mind.' })
  expect(await stage.refused('omar', 'reply', number, { text: 'Here it is.', version })).toMatchObject({
    code: 'changedMeanwhile',
  })
})

test('a word is no verdict', async () => {
  const number = await stage.ticketIn('offered')
  await stage.act('salma', 'reply', number, { text: 'Yes, it works, thank you.' })
  expect(await stage.row(number)).toMatchObject({ status: 'responded', solution_state: 'offered' })
})
