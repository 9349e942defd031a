import { expect, test } from 'vitest'
import { setStage } from '../testing/set-stage.server.ts'

const stage = setStage()

test('a proposal is taken back by its author, who has it, or the desk, and says why', async () => {
  for (const who of ['omar', 'mariam'] as const) {
    const number = await stage.ticketIn('inReview')
    await stage.act(who, 'withdraw-solution', number, { reason: 'The link expires.' })
    expect(await stage.last(number)).toMatchObject({
      happened: 'solutionWithdrawn',
      by: who,
      details: { round: 1, wasOffered: false },
    })
    expect(await stage.row(number)).toMatchObject({
      status: 'inProgress',
      solution_state: 'withdrawn',
      waiting_for: 'representative',
    })
    expect(await stage.rounds(number)).toMatchObject([{ state: 'withdrawn', reason: { source: 'en' } }])
  }
})

test('the author may, also when somebody else has the ticket by now', async () => {
  const { groups, ids } = stage.box
  const number = await stage.ticketIn('inReview')
  await stage.act('mariam', 'assign', number, { group: groups.documents, member: ids.jana })
  await stage.act('omar', 'withdraw-solution', number, { reason: 'I was wrong.' })
  expect(await stage.last(number)).toMatchObject({ happened: 'solutionWithdrawn', by: 'omar' })
})

test('one that had gone out is taken back from the customer too, and the clock stops', async () => {
  const number = await stage.ticketIn('offered')
  await stage.act('omar', 'withdraw-solution', number, { reason: 'The link expires.' })
  expect(await stage.last(number)).toMatchObject({ details: { wasOffered: true } })
  expect(await stage.row(number)).toMatchObject({
    status: 'inProgress',
    offered_at: null,
    asks_verdict: null,
    due_at: null,
  })
  expect((await stage.box.seenBy('salma', number)).solution).toMatchObject({
    state: 'withdrawn',
    rounds: [{ reason: { source: 'en' } }],
  })
})

test('the customer learns nothing of one that never reached them', async () => {
  const { history } = await import('../queries/one-ticket/history.server.ts')
  const number = await stage.ticketIn('inReview')
  const { activity_at } = await stage.row(number)
  await stage.act('omar', 'withdraw-solution', number, { reason: 'I guessed.' })
  expect((await stage.row(number)).activity_at).toEqual(activity_at)
  const salma = await stage.box.person('salma')
  expect(
    JSON.stringify([await stage.box.seenBy('salma', number), await history(stage.box.desk, salma, number, {})]),
  ).not.toMatch(/guessed|Withdrawn/)
})

test('without a reason it stays', async () => {
  const number = await stage.ticketIn('offered')
  for (const body of [undefined, {}, { reason: '  ' }])
    expect(await stage.refused('omar', 'withdraw-solution', number, body)).toMatchObject({
      details: { errors: [{ field: 'reason', code: 'required' }] },
    })
})
