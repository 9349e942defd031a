import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { defaultSettings } from '../settings/settings.ts'
import { refusalOf } from '../testing/desk.server.ts'
import { openTellingDesk } from '../testing/told.server.ts'

let desk: Awaited<ReturnType<typeof openTellingDesk>>
beforeAll(async () => {
  desk = await openTellingDesk()
})
beforeEach(() => desk.box.setSettings({ workflow: usual }))
afterAll(() => desk.close())

const usual = defaultSettings.workflow

/** A ticket of Salma's in work, and one of Pierre's that was marked as its duplicate. */
async function pair() {
  const original = await desk.inProgress()
  const duplicate = await desk.box.submitted('pierre')
  await desk.act('mark-duplicate', 'mariam', duplicate, { original })
  desk.box.tellings.length = 0
  return { original, duplicate }
}

async function answer(original: number, solution = 'It is attached.') {
  await desk.act('propose-solution', 'omar', original, { solution })
  await desk.act('approve-solution', 'mariam', original)
}

const seen = (ticket: number) => desk.box.seenBy('pierre', ticket)

describe('when the original’s solution goes out', () => {
  test('each duplicate’s customer is told of it and sees it, and nothing else of the original', async () => {
    const { original, duplicate } = await pair()
    await desk.act('propose-solution', 'omar', original, { solution: 'A first try.' })
    expect((await seen(duplicate)).offeredByOriginal).toBeNull()
    await desk.act('approve-solution', 'mariam', original)
    expect(await desk.told(duplicate)).toEqual({ 'tell-customer-of-shared-solution': ['pierre'] })
    const ticket = await seen(duplicate)
    expect(ticket).toMatchObject({ status: 'duplicate', solution: null, original: { number: original } })
    expect(ticket.offeredByOriginal).toMatchObject({ round: 1, state: 'offered' })
    expect(ticket.offeredByOriginal?.text.texts['en']?.text).toBe('A first try.')
    expect(ticket.may).toEqual(expect.arrayContaining(['accept-solution', 'decline-solution']))
    expect(JSON.stringify(ticket)).not.toMatch(/Salma|Omar|Mariam/)
  })

  test('so is it where proposals go straight out', async () => {
    await desk.box.setSettings({ workflow: { ...usual, review: false } })
    const { original, duplicate } = await pair()
    await desk.act('propose-solution', 'omar', original, { solution: 'Straight out.' })
    expect((await seen(duplicate)).offeredByOriginal).toMatchObject({ state: 'offered' })
  })

  test('where customers confirm nothing it is shown without a question', async () => {
    await desk.box.setSettings({ workflow: { ...usual, confirmation: false } })
    const { original, duplicate } = await pair()
    await answer(original)
    expect(await desk.told(duplicate)).toEqual({ 'tell-customer-of-shared-solution (noConfirm)': ['pierre'] })
    const { offeredByOriginal, may } = await seen(duplicate)
    expect(offeredByOriginal).toMatchObject({ state: 'shown' })
    expect(may).not.toContain('accept-solution')
  })

  test('a ticket that is joined after the answer is shown it at once', async () => {
    const original = await desk.offered()
    const duplicate = await desk.box.submitted('pierre')
    desk.box.tellings.length = 0
    await desk.act('mark-duplicate', 'mariam', duplicate, { original })
    expect(await desk.told(duplicate)).toEqual({
      'tell-customer-of-duplicate': ['pierre'],
      'tell-customer-of-shared-solution': ['pierre'],
    })
    expect((await seen(duplicate)).offeredByOriginal).toMatchObject({ round: 1, state: 'offered' })
  })
})

describe('a duplicate’s customer answers for themselves', () => {
  test('a yes is recorded there; the original waits for its own customer', async () => {
    const { original, duplicate } = await pair()
    await answer(original)
    await desk.act('accept-solution', 'pierre', duplicate)
    expect(await seen(duplicate)).toMatchObject({ status: 'duplicate', offeredByOriginal: { state: 'accepted' } })
    expect((await desk.box.eventsOf(duplicate)).at(-1)).toMatchObject({
      happened: 'originalAnswerAccepted',
      actor_id: desk.box.ids.pierre,
      details: { original, round: 1 },
    })
    expect(await desk.box.rowOf(original)).toMatchObject({ status: 'responded', solution_state: 'offered' })
    expect((await refusalOf(desk.act('decline-solution', 'pierre', duplicate, { reason: 'No.' }))).code).toBe(
      'notPossibleNow',
    )
  })

  test('a not yet reopens the duplicate, however long ago it was joined, and tells those who take it up', async () => {
    const { original, duplicate } = await pair()
    await answer(original)
    desk.box.clock.moveDays(60)
    desk.box.tellings.length = 0
    await desk.act('decline-solution', 'pierre', duplicate, { reason: 'Mine is another printer.' })
    expect(await desk.told(duplicate)).toMatchObject({ 'tell-staff-of-reopening': ['lina', 'mariam'] })
    expect(await seen(duplicate)).toMatchObject({ status: 'open', duplicateOf: null, offeredByOriginal: null })
    expect(await desk.box.rowOf(original)).toMatchObject({ status: 'responded', solution_state: 'offered' })
  })

  test('who said yes is not asked again; who said nothing is shown the next round', async () => {
    const { original, duplicate } = await pair()
    const second = await desk.box.submitted('pierre')
    await desk.act('mark-duplicate', 'mariam', second, { original })
    await answer(original)
    await desk.act('accept-solution', 'pierre', duplicate)
    await desk.act('decline-solution', 'salma', original, { reason: 'Not for me.' })
    expect((await seen(second)).offeredByOriginal).toMatchObject({ round: 1, state: 'offered' })
    desk.box.tellings.length = 0
    await answer(original, 'A better one.')
    expect((await seen(duplicate)).offeredByOriginal).toMatchObject({ round: 1, state: 'accepted' })
    expect((await seen(second)).offeredByOriginal).toMatchObject({ round: 2, state: 'offered' })
    expect(await desk.told(duplicate)).toEqual({})
    expect(desk.box.tellings).toEqual([])
  })

  test('nobody answers for them', async () => {
    const { original, duplicate } = await pair()
    await answer(original)
    expect((await refusalOf(desk.act('accept-solution', 'salma', duplicate))).code).toBe('notFound')
    expect((await refusalOf(desk.act('accept-solution', 'mariam', duplicate))).code).toBe('notAllowed')
  })

  test('a stale page is refused: another answer came meanwhile', async () => {
    const { original, duplicate } = await pair()
    await answer(original)
    const { version } = await seen(duplicate)
    await desk.act('decline-solution', 'salma', original, { reason: 'Not for me.' })
    await answer(original, 'A better one.')
    expect((await refusalOf(desk.act('accept-solution', 'pierre', duplicate, { version }))).code).toBe(
      'changedMeanwhile',
    )
  })
})

test('what is taken back is taken back on the duplicates too', async () => {
  const { original, duplicate } = await pair()
  await answer(original)
  desk.box.tellings.length = 0
  await desk.act('withdraw-solution', 'omar', original, { reason: 'Salma’s file was in it.' })
  expect(await desk.told(duplicate)).toEqual({ 'tell-of-withdrawal (customer)': ['pierre'] })
  const ticket = await seen(duplicate)
  expect(ticket.offeredByOriginal).toBeNull()
  expect(ticket.may).not.toContain('accept-solution')
  const said = await desk.box.database.primary
    .selectFrom('mail')
    .select('says')
    .where('ticket_number', '=', duplicate)
    .execute()
  expect(JSON.stringify(said)).not.toContain('Salma’s file')
})

test('duplicates that move along keep their yes and get the new root’s answer otherwise', async () => {
  const { original, duplicate } = await pair()
  const second = await desk.box.submitted('pierre')
  await desk.act('mark-duplicate', 'mariam', second, { original })
  await answer(original)
  await desk.act('accept-solution', 'pierre', duplicate)
  const root = await desk.offered()
  await desk.act('mark-duplicate', 'mariam', original, { original: root })
  expect(await desk.box.rowOf(duplicate)).toMatchObject({ duplicate_of: root, answer_ticket: original })
  expect(await desk.box.rowOf(second)).toMatchObject({ duplicate_of: root, answer_ticket: root, answer_round: 1 })
})

test('customers who were shown another ticket’s answer by a mistaken mark are told that it was taken back, and see it no more', async () => {
  const original = await desk.inProgress()
  const [duplicate, content] = [await desk.box.submitted('pierre'), await desk.box.submitted('pierre')]
  await desk.act('mark-duplicate', 'mariam', duplicate, { original })
  await desk.act('mark-duplicate', 'mariam', content, { original })
  const root = await desk.offered()
  await desk.act('mark-duplicate', 'mariam', original, { original: root })
  await desk.act('accept-solution', 'pierre', content)
  expect((await seen(duplicate)).offeredByOriginal).toMatchObject({ round: 1, state: 'offered' })
  desk.box.tellings.length = 0
  await desk.act('reopen', 'mariam', original, { reason: 'That was the wrong ticket.' })
  expect(await desk.told(duplicate)).toEqual({ 'tell-of-withdrawal (customer)': ['pierre'] })
  expect(await seen(duplicate)).toMatchObject({ duplicateOf: original, offeredByOriginal: null })
  expect(await seen(content)).toMatchObject({ duplicateOf: original, offeredByOriginal: { state: 'accepted' } })
  await answer(original, 'The right one.')
  expect((await seen(duplicate)).offeredByOriginal?.text.texts['en']?.text).toBe('The right one.')
})
