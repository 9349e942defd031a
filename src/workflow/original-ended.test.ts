import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusalOf } from '../testing/desk.server.ts'
import { openTellingDesk } from '../testing/told.server.ts'

let desk: Awaited<ReturnType<typeof openTellingDesk>>
beforeAll(async () => {
  desk = await openTellingDesk()
})
afterAll(() => desk?.close())

/** A ticket of Salma's in work, and one of Pierre's that was marked as its duplicate. */
async function pair() {
  const original = await desk.inProgress()
  const duplicate = await desk.box.submitted('pierre')
  await desk.act('mark-duplicate', 'mariam', duplicate, { original })
  await desk.told()
  desk.box.tellings.length = 0
  return { original, duplicate }
}

const close = (original: number) => desk.act('close', 'mariam', original, { reason: 'Nothing can be done about it.' })
const seen = (ticket: number) => desk.box.seenBy('pierre', ticket)
const days = 86_400_000

test('when the desk closes an original without an answer, the customers of its duplicates are told, and nothing else of it', async () => {
  const { original, duplicate } = await pair()
  await close(original)
  expect(await desk.told(duplicate)).toEqual({ 'tell-customer-of-duplicate (ended)': ['pierre'] })
  const { at, ...last } = (await desk.box.eventsOf(duplicate)).at(-1)!
  expect(last).toMatchObject({ happened: 'originalEnded', details: { original } })
  const said = await desk.box.database.primary
    .selectFrom('mail')
    .select('says')
    .where('ticket_number', '=', duplicate)
    .execute()
  expect(JSON.stringify(said)).not.toMatch(/Nothing can be done|Salma|Mariam/)
  expect(await seen(duplicate)).toMatchObject({ status: 'duplicate', original: { status: 'closed' } })
  expect(Date.parse((await seen(duplicate)).reopenUntil!)).toBe(at.getTime() + 14 * days)
})

test('so are they when its customer cancels it', async () => {
  const { original, duplicate } = await pair()
  await desk.act('cancel', 'salma', original, {})
  expect(await desk.told(duplicate)).toEqual({ 'tell-customer-of-duplicate (ended)': ['pierre'] })
})

test('who was joined long before the original ended without an answer can reopen from then on', async () => {
  const { original, duplicate } = await pair()
  desk.box.clock.moveDays(20)
  const reopen = () => desk.act('reopen', 'pierre', duplicate, { reason: 'I still need it.' })
  expect((await refusalOf(reopen())).code).toBe('tooLate')
  await close(original)
  desk.box.clock.moveDays(13)
  expect((await seen(duplicate)).may).toContain('reopen')
  await reopen()
  expect(await desk.box.rowOf(duplicate)).toMatchObject({ status: 'open', duplicate_of: null })
})

test('a duplicate’s customer who was told until when they can reopen could not, once the original was taken up again', async () => {
  const { original, duplicate } = await pair()
  desk.box.clock.moveDays(20)
  await close(original)
  await desk.act('reopen', 'mariam', original, { reason: 'Closed by mistake.' })
  desk.box.clock.moveDays(13)
  expect((await seen(duplicate)).may).toContain('reopen')
  await desk.act('reopen', 'pierre', duplicate, { reason: 'I still need it.' })
  expect(await desk.box.rowOf(duplicate)).toMatchObject({ status: 'open', duplicate_of: null })
})

test('fourteen days after the original’s end it is over there too', async () => {
  const { original, duplicate } = await pair()
  await close(original)
  desk.box.clock.moveDays(15)
  expect((await seen(duplicate)).may).not.toContain('reopen')
})

test('who was shown an answer is told of no end: they have what there is', async () => {
  const { original, duplicate } = await pair()
  await desk.act('propose-solution', 'omar', original, { solution: 'It is attached.' })
  await desk.act('approve-solution', 'mariam', original)
  await desk.told()
  desk.box.tellings.length = 0
  await close(original)
  expect(await desk.told(duplicate)).toEqual({})
  expect((await seen(duplicate)).may).toContain('accept-solution')
})
