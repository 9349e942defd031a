import { expect, test } from 'vitest'
import { readText } from '../fields/multilingual-text/read-text.ts'
import { history } from '../queries/one-ticket/history.server.ts'
import { verifyAll } from '../start/verify/verify-all.server.ts'
import type { Character } from '../testing/cast.server.ts'
import { setStage } from '../testing/set-stage.server.ts'

const stage = setStage()

const fieldOf = async (number: number, happened: string) =>
  `reason:${(await stage.box.eventsOf(number)).findLast((event) => event.happened === happened)!.seq}`

const add = (who: 'omar' | 'salma' | 'mariam', number: number, field: string, language: string, text: string) =>
  stage.act(who, 'translate', number, { field, language, text })

const refusal = (who: 'omar' | 'salma' | 'mariam', number: number, field: string, language = 'ar') =>
  stage.refused(who, 'translate', number, { field, language, text: 'نص' })

const notInList = { code: 'invalidFields', details: { errors: [{ field: 'field', code: 'notInList' }] } }

/** Every reason that somebody reads of in the history, in a language, by what happened. */
async function reasonsRead(who: Character, number: number, language: string) {
  const { items } = await history(stage.box.desk, await stage.box.person(who), number, {})
  return Object.fromEntries(
    items.flatMap(({ happened, reason }) => (reason ? [[happened, readText(reason, language).text]] : [])),
  )
}

test('staff translate why a customer declined; the history and the round show it to each in their language', async () => {
  const number = await stage.ticketIn('declined')
  const { version } = await stage.row(number)
  const field = await fieldOf(number, 'solutionDeclined')
  await add('omar', number, field, 'ar', 'لهذا')
  await add('omar', number, field, 'ar', 'لهذا السبب')
  expect(await stage.last(number)).toMatchObject({
    happened: 'textTranslated',
    by: 'omar',
    details: { field, language: 'ar', was: 'لهذا', text: 'لهذا السبب' },
  })
  for (const who of ['omar', 'salma'] as const) {
    expect(await reasonsRead(who, number, 'ar')).toEqual({ solutionDeclined: 'لهذا السبب' })
    expect(await reasonsRead(who, number, 'en')).toEqual({ solutionDeclined: 'Because of that.' })
    const { rounds } = await stage.box.seenBy(who, number)
    expect(rounds[0]!.reason).toEqual({
      source: 'en',
      texts: { en: { text: 'Because of that.' }, ar: { text: 'لهذا السبب' } },
    })
  }
  expect((await stage.rounds(number))[0]!.reason!.texts['ar']).toMatchObject({ of: 1, by: stage.box.ids.omar })
  expect((await stage.row(number)).version).toBe(version)
})

test('the reasons of cancelling, giving back, withdrawing, returning, closing and reopening are translated alike', async () => {
  const because = { reason: 'Because of that.' }
  const given = [
    ['open', 'salma', 'cancel', 'requestCancelled'],
    ['taken', 'omar', 'give-back', 'ticketGivenBack'],
    ['inReview', 'omar', 'withdraw-solution', 'solutionWithdrawn'],
    ['inReview', 'mariam', 'return-solution', 'solutionReturned'],
    ['taken', 'mariam', 'close', 'ticketClosed'],
    ['accepted', 'salma', 'reopen', 'ticketReopened'],
  ] as const
  for (const [situation, who, verb, happened] of given) {
    const number = await stage.ticketIn(situation)
    await stage.act(who, verb, number, because)
    await add('mariam', number, await fieldOf(number, happened), 'fr', 'À cause de cela.')
    expect(await reasonsRead('mariam', number, 'fr')).toEqual({ [happened]: 'À cause de cela.' })
  }
})

test('a page of the history shows a reason with translations that came after the page', async () => {
  const number = await stage.ticketIn('closedTaken')
  const field = await fieldOf(number, 'ticketClosed')
  const seq = Number(field.split(':')[1])
  await add('mariam', number, field, 'fr', 'À cause de cela.')
  const page = await history(stage.box.desk, await stage.box.person('mariam'), number, { after: seq - 1, limit: 1 })
  expect(page.items).toMatchObject([{ seq, reason: { texts: { fr: { text: 'À cause de cela.' } } } }])
})

test('customers translate the reasons that they wrote, not those of staff, and know nothing of those among staff', async () => {
  const number = await stage.ticketIn('returned')
  const hidden = await fieldOf(number, 'solutionReturned')
  await stage.act('omar', 'propose-solution', number, { solution: 'Once more.' })
  await stage.act('omar', 'withdraw-solution', number, { reason: 'Not yet.' })
  const neverOut = await fieldOf(number, 'solutionWithdrawn')
  await stage.act('mariam', 'close', number, { reason: 'It is settled.' })
  await stage.act('salma', 'reopen', number, { reason: 'It is not.' })
  await add('salma', number, await fieldOf(number, 'ticketReopened'), 'ar', 'ليس كذلك.')
  expect(await reasonsRead('salma', number, 'ar')).toEqual({
    ticketClosed: 'It is settled.',
    ticketReopened: 'ليس كذلك.',
  })
  expect(await refusal('salma', number, await fieldOf(number, 'ticketClosed'))).toMatchObject({
    code: 'notAllowed',
    status: 403,
  })
  for (const field of [hidden, neverOut]) expect(await refusal('salma', number, field)).toMatchObject(notInList)
})

test('a solution that was theirs and was withdrawn: its customer reads why, in their language', async () => {
  const number = await stage.ticketIn('offered')
  await stage.act('omar', 'withdraw-solution', number, { reason: 'The link expires.' })
  const field = await fieldOf(number, 'solutionWithdrawn')
  await add('mariam', number, field, 'ar', 'ينتهي الرابط.')
  expect(await reasonsRead('salma', number, 'ar')).toEqual({ solutionWithdrawn: 'ينتهي الرابط.' })
  expect(readText((await stage.box.seenBy('salma', number)).rounds[0]!.reason!, 'ar').text).toBe('ينتهي الرابط.')
  expect(await refusal('salma', number, field)).toMatchObject({ code: 'notAllowed' })
})

test('an event that is not there or gave no reason is refused by the name of the field', async () => {
  const number = await stage.ticketIn('cancelledOpen')
  const withoutReason = await fieldOf(number, 'requestCancelled')
  for (const field of [withoutReason, 'reason:1', 'reason:99', 'reason:0', 'reason:-1', 'reason:01', 'reason:1.0'])
    expect(await refusal('mariam', number, field)).toMatchObject(notInList)
  for (const field of ['reason', 'reason:', 'reason:x', 'reason:1:2', 'reason:99999999999', 'reason:__proto__'])
    expect(await refusal('mariam', number, field)).toMatchObject(notInList)
})

test('a reason stays as it was given, also for whoever gave it: somebody went by it', async () => {
  const number = await stage.ticketIn('declined')
  const field = await fieldOf(number, 'solutionDeclined')
  for (const who of ['salma', 'mariam'] as const)
    expect(await refusal(who, number, field, 'en')).toMatchObject({
      details: { errors: [{ field: 'language', code: 'originalStays' }] },
    })
})

test('a translated reason is as long as a reason may be, and no longer', async () => {
  const number = await stage.ticketIn('declined')
  const body = { field: await fieldOf(number, 'solutionDeclined'), language: 'fr', text: 'é'.repeat(5001) }
  expect(await stage.refused('omar', 'translate', number, body)).toMatchObject({
    details: { errors: [{ field: 'text', code: 'tooLong', max: 5000, length: 5001 }] },
  })
})

test('rounds still agree with what happened; one whose reason was lost is found', async () => {
  const check = async () => {
    const findings = await verifyAll(stage.box.database.primary, () => [])
    return findings.find((one) => one.check === 'solution rounds agree with the events')!.differences
  }
  expect(await check()).toEqual([])
  const number = await stage.ticketIn('declined')
  const as = (reason: unknown) =>
    stage.box.database.primary
      .updateTable('solution_round')
      .set({ reason: JSON.stringify(reason) })
      .where('ticket_number', '=', number)
      .execute()
  const { reason } = (await stage.rounds(number))[0]!
  await as({ source: 'en', texts: { en: { text: 'Something else.', rev: 1 } } })
  expect(await check()).toEqual([`T-${number}: the reason of round 1 is not what was said`])
  await as(reason)
})
