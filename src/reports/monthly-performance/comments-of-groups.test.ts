import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from '../../testing/desk.server.ts'
import { monthsLater } from '../../statistics/day.ts'
import { assign } from '../../workflow/assign.server.ts'
import { close } from '../../workflow/close.server.ts'
import { rate } from '../../workflow/rate.server.ts'
import { makeDueReports } from './make-report.write.server.ts'
import { mostComments } from './monthly-performance.ts'
import { readReport } from './read-report.server.ts'

let at: TestDesk
beforeAll(async () => {
  at = await openTestDesk()
})
afterAll(() => at.close())

test('the comments of a busy group left a quiet one without any', async () => {
  const [salma, mariam] = [await at.person('salma'), await at.person('mariam')]
  const [omar, tom] = [await at.person('omar'), await at.person('tom')]
  const commented = async (group: string, comment: string) => {
    const number = await at.submitted()
    await assign(at.desk, mariam, number, { group })
    await close(at.desk, mariam, number, { reason: 'It is done.' })
    await rate(at.desk, salma, number, { score: 4, comment })
  }
  await commented(at.groups.documents, 'The first of all')
  for (let one = 0; one <= mostComments; one++) {
    at.clock.move(60_000)
    await commented(at.groups.billing, `Bill ${one}`)
  }
  const month = at.clock.now().toISOString().slice(0, 7)
  at.clock.moveDays(32)
  await makeDueReports(at.desk)

  const whole = await readReport(at.desk, mariam, month)
  expect(whole.comments).toHaveLength(mostComments)
  expect(whole.comments[0]!.comment.texts['en']!.text).toBe(`Bill ${mostComments}`)
  expect(whole.commentsWritten).toBe(mostComments + 2)
  const reading = (person: typeof omar) => ({
    ...person,
    permissions: new Set([...person.permissions, 'report.read'] as const),
  })
  const ofDocuments = await readReport(at.desk, reading(omar), month)
  expect(ofDocuments.comments.map(({ comment }) => comment.texts['en']!.text)).toEqual(['The first of all'])
  expect(ofDocuments.commentsWritten).toBe(1)
  const ofBilling = await readReport(at.desk, reading(tom), month)
  expect([ofBilling.comments.length, ofBilling.commentsWritten]).toEqual([mostComments, mostComments + 1])
})

test('who may read reports and no tickets read what customers wrote on them', async () => {
  const omar = await at.person('omar')
  const month = monthsLater(at.clock.now().toISOString().slice(0, 7), -1)
  const sightless = { ...omar, permissions: new Set(['report.read'] as const) }
  const { groups, comments, commentsWritten } = await readReport(at.desk, sightless, month)
  expect(groups.map(({ name }) => name)).toEqual(['Documents'])
  expect({ comments, commentsWritten }).toEqual({ comments: [], commentsWritten: 0 })
})
