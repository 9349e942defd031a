import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { givingWay } from './give-way.ts'
import { spaced } from './spaced.ts'

test('what nobody waits for stands back until there is a lull', async () => {
  let people = true
  let done = false
  const standing = givingWay(
    () => people,
    () => true,
  )().then(() => (done = true))
  await pause(150)
  expect(done).toBe(false)
  people = false
  await standing
})

test('a rush that does not end holds nothing up for ever, and never twice', async () => {
  const giveWay = givingWay(
    () => true,
    () => true,
    150,
  )
  await giveWay()
  const waited = await Promise.race([giveWay().then(() => 'not again'), pause(90, 'again')])
  expect(waited).toBe('not again')
})

test('a process that is about to end waits for no lull', async () => {
  let ends = false
  const standing = givingWay(
    () => true,
    () => !ends,
  )()
  ends = true
  await expect(standing).resolves.toBeUndefined()
})

test('what is asked for thick and fast is done at once, and once more for all the others', async () => {
  let done = 0
  const wake = spaced(60, () => done++)
  for (let time = 0; time < 10; time++) wake()
  expect(done).toBe(1)
  await expect.poll(() => done).toBe(2)
  await pause(120)
  expect(done).toBe(2)
  wake()
  expect(done).toBe(3)
})
