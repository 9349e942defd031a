import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTellingDesk } from '../../testing/told.server.ts'

let desk: Awaited<ReturnType<typeof openTellingDesk>>
beforeAll(async () => {
  desk = await openTellingDesk()
})
afterAll(() => desk?.close())

async function answer(ticket: number, solution: string) {
  await desk.act('propose-solution', 'omar', ticket, { solution })
  await desk.act('approve-solution', 'mariam', ticket)
}

/** Every solution that was mailed about a ticket, and of which original. */
async function mailed(ticket: number) {
  const rows = await desk.box.database.primary
    .selectFrom('mail')
    .select('says')
    .where('ticket_number', '=', ticket)
    .where('interaction', '=', 'tell-customer-of-shared-solution')
    .orderBy('id')
    .execute()
  return rows.map(({ says }) => {
    const { original, solution } = (says as { variables: Record<string, never> }).variables
    return { original, solution: JSON.stringify(solution) }
  })
}

test('a duplicate that moved on before its customer was told hears of the solution that went out, not of the new original’s in review', async () => {
  const [first, second] = [await desk.inProgress(), await desk.inProgress()]
  const duplicate = await desk.box.submitted('pierre')
  await answer(first, 'The first try.')
  await desk.act('mark-duplicate', 'mariam', duplicate, { original: first })
  await desk.told()
  await desk.act('decline-solution', 'salma', first, { reason: 'Not yet' })
  await answer(first, 'The second try.')
  await answer(second, 'The other answer.')
  await desk.act('mark-duplicate', 'mariam', first, { original: second })
  await desk.act('decline-solution', 'salma', second, { reason: 'Not yet' })
  await desk.act('propose-solution', 'omar', second, { solution: 'Nobody read this over.' })
  await desk.told(duplicate)
  const mails = await mailed(duplicate)
  expect(mails.map(({ solution }) => solution).join()).not.toContain('Nobody read this over.')
  const again = mails.find(({ solution }) => solution.includes('The second try.'))
  expect(again?.original).toEqual({ ticket: first })
})

test('a solution that is not out is told to no duplicate’s customer, and its duty is done', async () => {
  const original = await desk.inProgress()
  const duplicate = await desk.box.submitted('pierre')
  await desk.act('mark-duplicate', 'mariam', duplicate, { original })
  await desk.told()
  await answer(original, 'Taken away meanwhile.')
  await desk.box.database.primary
    .updateTable('solution_round')
    .set({ offered_at: null })
    .where('ticket_number', '=', original)
    .execute()
  expect(await desk.told(duplicate)).toEqual({})
  expect(await mailed(duplicate)).toEqual([])
})
