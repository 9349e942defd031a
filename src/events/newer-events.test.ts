import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from '../testing/desk.server.ts'
import { patience } from '../testing/patience.ts'
import { watchNewerEvents } from './newer-events.server.ts'

let box: TestDesk

beforeAll(async () => {
  box = await openTestDesk()
})
afterAll(async () => {
  await box.close()
})

test('events that could not be told, as the database went away just then, end no server and are told the next time', async () => {
  const failures: unknown[] = []
  const noteFailure = (reason: unknown) => void failures.push(reason)
  process.on('unhandledRejection', noteFailure)
  const asked: number[][] = []
  const watch = watchNewerEvents(box.desk, async (events) => {
    asked.push(events.map(([ticket]) => ticket))
    if (asked.length === 1) throw new Error('Connection terminated unexpectedly')
  })
  // what is there when it begins is no news, and when it began is not known
  const soFar = async () => {
    if (asked.length === 0) await box.submitted()
    return asked.length
  }
  await expect.poll(soFar, { timeout: patience }).toBeGreaterThan(1)
  watch.stop()
  process.off('unhandledRejection', noteFailure)
  expect(asked[1]).toEqual(expect.arrayContaining(asked[0]!))
  expect(failures).toEqual([])
})
