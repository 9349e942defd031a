import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDesk, refusalOf, type TestDesk } from '../testing/desk.server.ts'
import { acceptSolution } from './accept-solution.server.ts'
import { approveSolution } from './approve-solution.server.ts'
import { assign } from './assign.server.ts'
import { proposeSolution } from './propose-solution.server.ts'
import { rate } from './rate.server.ts'
import { reopen } from './reopen.server.ts'
import { returnSolution } from './return-solution.server.ts'
import { take } from './take.server.ts'

let box: TestDesk
beforeAll(async () => {
  box = await openTestDesk()
})
afterAll(() => box.close())

test('a ticket lives from request to rating, each step by the one who may', async () => {
  const { desk, groups, person } = box
  const [salma, omar, mariam] = [await person('salma'), await person('omar'), await person('mariam')]
  const number = await box.submitted()
  expect(await box.seenBy('salma', number)).toMatchObject({ status: 'open', waiting: { for: 'desk' }, solution: null })

  await assign(desk, mariam, number, { group: groups.documents })
  await take(desk, omar, number)
  expect(await box.seenBy('omar', number)).toMatchObject({
    status: 'inProgress',
    assignee: { group: { name: 'Documents' }, member: { name: 'Omar Siddiqui' } },
    waiting: { for: 'representative' },
  })

  await proposeSolution(desk, omar, number, { solution: 'Here is a direct link.' })
  expect((await box.seenBy('salma', number)).solution).toBeNull()
  await returnSolution(desk, mariam, number, { reason: 'The link expires after an hour.' })
  await proposeSolution(desk, omar, number, { solution: 'The stamped delivery note is attached.' })
  await approveSolution(desk, mariam, number)
  expect(await box.seenBy('salma', number)).toMatchObject({
    status: 'responded',
    waiting: { for: 'customer' },
    solution: { state: 'offered', round: 2, rounds: [{ round: 2 }] },
  })

  await acceptSolution(desk, salma, number)
  await rate(desk, salma, number, { score: 5, comment: 'شكرًا جزيلًا' })
  const closed = await box.seenBy('mariam', number)
  expect(closed).toMatchObject({ status: 'closed', ended: 'accepted', rating: { score: 5, comment: { source: 'ar' } } })
  expect(closed.closedAt).not.toBeNull()
  expect((await box.eventsOf(number)).map((event) => event.happened)).toEqual([
    'ticketSubmitted',
    'ticketAssigned',
    'ticketTaken',
    'solutionProposed',
    'solutionReturned',
    'solutionProposed',
    'solutionApproved',
    'solutionAccepted',
    'ticketRated',
  ])

  await reopen(desk, salma, number, { reason: 'It expired again.' })
  expect(await box.seenBy('salma', number)).toMatchObject({ status: 'inProgress', closedAt: null, solution: null })
})

test('a refused action changes nothing and says what is possible now', async () => {
  const { desk, person } = box
  const number = await box.submitted()
  const before = await box.rowOf(number)
  const refused = await refusalOf(proposeSolution(desk, await person('mariam'), number, { solution: 'Try again.' }))
  expect(refused).toMatchObject({
    code: 'notPossibleNow',
    status: 409,
    details: { may: expect.arrayContaining(['assign']) },
  })
  expect(await box.rowOf(number)).toEqual(before)
  expect(await refusalOf(take(desk, await person('tom'), number))).toMatchObject({ code: 'notFound' })
})
