import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from '../../testing/desk.server.ts'
import { close } from '../../workflow/close.server.ts'
import { rate } from '../../workflow/rate.server.ts'
import { reopen } from '../../workflow/reopen.server.ts'
import { makeDueReports, makeReport } from './make-report.write.server.ts'
import { readReport } from './read-report.server.ts'

let at: TestDesk
beforeAll(async () => {
  at = await openTestDesk()
})
afterAll(() => at.close())

async function rated(score: number, comment: string): Promise<number> {
  const number = await at.submitted()
  await close(at.desk, await at.person('mariam'), number, { reason: 'It is done.' })
  await rate(at.desk, await at.person('salma'), number, { score, comment })
  return number
}

const reopened = async (number: number) =>
  reopen(at.desk, await at.person('mariam'), number, { reason: 'It is not solved.' })

async function told(month: string) {
  const { comments, commentsWritten, figures } = await readReport(at.desk, await at.person('mariam'), month)
  const texts = comments.map(({ ticket, score, comment }) => [ticket, score, comment.texts['en']!.text])
  expect(commentsWritten).toBe(comments.length)
  return { texts, ratings: figures!.ratings }
}

test('a comment was in no report when the ticket was reopened in its month, though the stars counted', async () => {
  const unhappy = await rated(1, 'Nothing was solved.')
  await reopened(unhappy)
  const closedAgain = await rated(2, 'Half of it.')
  await reopened(closedAgain)
  await close(at.desk, await at.person('mariam'), closedAgain, { reason: 'It is done now.' })
  at.clock.set(new Date('2026-04-01T09:00:00Z'))
  expect(await makeDueReports(at.desk)).toEqual(['2026-03'])
  expect(await told('2026-03')).toEqual({
    texts: [
      [closedAgain, 2, 'Half of it.'],
      [unhappy, 1, 'Nothing was solved.'],
    ],
    ratings: 2,
  })
})

test('made anew after a reopening, a report left out the comment that it had shown', async () => {
  const number = await rated(3, 'It took long.')
  at.clock.set(new Date('2026-05-01T09:00:00Z'))
  expect(await makeDueReports(at.desk)).toEqual(['2026-04'])
  const before = await told('2026-04')
  expect(before.texts).toEqual([[number, 3, 'It took long.']])
  await reopened(number)
  expect(await makeReport(at.desk, await at.person('mariam'), '2026-04')).toBe(2)
  expect(await told('2026-04')).toEqual(before)
})

test('the comment of a later closing is told with its stars alone', async () => {
  const number = await rated(1, 'Nobody called back.')
  await reopened(number)
  await close(at.desk, await at.person('mariam'), number, { reason: 'It is done now.' })
  await rate(at.desk, await at.person('salma'), number, { score: 5, comment: 'Now it is well.' })
  at.clock.set(new Date('2026-06-01T09:00:00Z'))
  expect(await makeDueReports(at.desk)).toEqual(['2026-05'])
  expect(await told('2026-05')).toEqual({ texts: [[number, 5, 'Now it is well.']], ratings: 2 })
})
