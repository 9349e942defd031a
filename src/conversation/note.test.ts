import { expect, test } from 'vitest'
import { setStage } from '../testing/set-stage.server.ts'

const stage = setStage()

test('a note is for staff alone and moves nothing that others look at', async () => {
  const number = await stage.ticketIn('offered')
  const before = await stage.row(number)
  await stage.act('omar', 'note', number, { text: 'She called twice.' })
  expect(await stage.last(number)).toMatchObject({ happened: 'noteAdded', by: 'omar' })
  expect(await stage.row(number)).toEqual({ ...before, seq: before.seq + 1 })
})
