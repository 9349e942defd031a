import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../testing/desk.server.ts'
import { situations } from '../../testing/situations.server.ts'
import { setStage } from '../../testing/set-stage.server.ts'
import { readCursor } from '../keyset.ts'
import { myTickets } from '../my-tickets/my-tickets.server.ts'
import { conversation } from './conversation.server.ts'
import { history } from './history.server.ts'

const stage = setStage()
const asSeen = async (who: 'salma' | 'pierre' | 'omar' | 'mariam', number: number) => {
  const { desk, person } = stage.box
  const reader = await person(who)
  return {
    ticket: await stage.box.seenBy(who, number),
    conversation: await conversation(desk, reader, number, {}),
    history: await history(desk, reader, number, {}),
  }
}

describe('what a customer reads, wherever the ticket stands', () => {
  test.each(situations)('%s', async (situation) => {
    const number = await stage.ticketIn(situation)
    await stage.act('mariam', 'note', number, { text: 'A kingfisher among staff.' })
    const seen = await asSeen('salma', number)
    const rounds = await stage.rounds(number)
    const out = rounds.filter((round) => round.offered_at !== null)
    expect(JSON.stringify(seen)).not.toMatch(/kingfisher|inReview|returned|solutionProposed|noteAdded|"review"/)
    expect(seen.ticket.solution?.rounds ?? []).toHaveLength(out.length)
    expect(JSON.stringify(seen).includes('Please try the new link.')).toBe(out.length > 0)
    expect(seen.ticket.waiting.for).not.toBe('review')
    expect(seen.conversation.items.every((message) => message.kind === 'reply')).toBe(true)
    for (const event of seen.history.items) expect(event.details).toEqual({})
  })
})

test('a reason that was given among staff stays there: returned, withdrawn before it went out, given back', async () => {
  const number = await stage.ticketIn('taken')
  const solution = { solution: 'Try this.' }
  await stage.act('omar', 'propose-solution', number, solution)
  await stage.act('mariam', 'return-solution', number, { reason: 'Secret one.' })
  await stage.act('omar', 'propose-solution', number, solution)
  await stage.act('omar', 'withdraw-solution', number, { reason: 'Secret two.' })
  await stage.act('omar', 'give-back', number, { reason: 'Secret three.' })
  expect(JSON.stringify(await asSeen('salma', number))).not.toContain('Secret')
  const forStaff = JSON.stringify(await asSeen('mariam', number))
  for (const secret of ['Secret one.', 'Secret two.', 'Secret three.']) expect(forStaff).toContain(secret)
})

test('a customer could read when the review of an answer began, and when it was returned', async () => {
  const { clock, desk, person } = stage.box
  const number = await stage.ticketIn('taken')
  const salma = await person('salma')
  const since = async () => {
    const { items } = await myTickets(desk, salma, {})
    const [listed, seen] = [items.find((item) => item.number === number)!, await stage.box.seenBy('salma', number)]
    expect(listed.waiting).toEqual(seen.waiting)
    return seen.waiting.since
  }
  const lastAt = async () => (await stage.last(number)).at.toISOString()
  const before = await since()
  const does = async (who: 'omar' | 'mariam' | 'salma', verb: Parameters<typeof stage.act>[1], body: object) => {
    clock.move(60_000)
    await stage.act(who, verb, number, body)
    return since()
  }
  const solution = { solution: 'Try this.' }
  expect([
    await does('omar', 'propose-solution', solution),
    await does('mariam', 'return-solution', { reason: 'Not yet.' }),
    await does('salma', 'reply', { text: 'Is there news?' }),
    await does('omar', 'propose-solution', solution),
    await does('omar', 'withdraw-solution', { reason: 'Not yet.' }),
    await does('omar', 'propose-solution', solution),
  ]).toEqual(Array.from({ length: 6 }, () => before))
  const offered = await does('mariam', 'approve-solution', {})
  expect(offered).toBe(await lastAt())
  expect(await does('salma', 'decline-solution', { reason: 'It does not.' })).toBe(await lastAt())
  await does('omar', 'propose-solution', solution)
  expect((await stage.box.seenBy('mariam', number)).waiting.since).toBe(await lastAt())
})

test('a reason that was given to the customer reaches them', async () => {
  const number = await stage.ticketIn('offered')
  await stage.act('omar', 'withdraw-solution', number, { reason: 'It expires.' })
  await stage.act('mariam', 'close', number, { reason: 'Solved by phone.' })
  const seen = JSON.stringify(await asSeen('salma', number))
  expect(seen).toContain('It expires.')
  expect(seen).toContain('Solved by phone.')
})

test('a duplicate’s customer reads what became of the original’s answer, and not who of its people did it', async () => {
  const original = await stage.ticketIn('taken')
  const duplicate = await stage.box.submitted('pierre')
  await stage.act('mariam', 'mark-duplicate', duplicate, { original })
  await stage.act('omar', 'propose-solution', original, { solution: 'Try this.' })
  await stage.act('mariam', 'approve-solution', original)
  await stage.act('omar', 'withdraw-solution', original, { reason: 'It expires.' })
  const whoDid = async (reader: 'pierre' | 'mariam') =>
    Object.fromEntries(
      (await asSeen(reader, duplicate)).history.items.map(({ happened, actor }) => [happened, actor?.name ?? null]),
    )
  expect(await whoDid('pierre')).toMatchObject({
    ticketMarkedDuplicate: 'Mariam Al-Najjar',
    originalAnswered: null,
    originalAnswerWithdrawn: null,
  })
  expect(await whoDid('mariam')).toMatchObject({
    originalAnswered: 'Mariam Al-Najjar',
    originalAnswerWithdrawn: 'Omar Siddiqui',
  })
})

test('what may be done is what works: each offered verb is not refused for its state or right', async () => {
  for (const situation of situations) {
    const number = await stage.ticketIn(situation)
    for (const who of ['salma', 'omar', 'mariam'] as const) {
      const { may } = await stage.box.seenBy(who, number).catch(() => ({ may: [] }))
      for (const verb of may)
        expect([
          situation,
          who,
          verb,
          (await stage.refused(who, verb as 'take', number, { nonsense: 1 })).status,
        ]).toEqual([situation, who, verb, 422])
    }
  }
})

test('who does not see it gets the answer of a ticket that never was, from every question', async () => {
  const number = await stage.ticketIn('offered')
  const { desk, person } = stage.box
  const pierre = await person('pierre')
  for (const ask of [conversation, history]) {
    const foreign = await refusalOf(ask(desk, pierre, number, {}))
    expect(foreign).toEqual(await refusalOf(ask(desk, pierre, 999_999, {})))
    expect(foreign.code).toBe('notFound')
  }
})

test('a long conversation and its history come page by page, oldest first, nothing twice', async () => {
  const number = await stage.ticketIn('taken')
  for (let count = 0; count < 25; count++)
    await stage.act(count % 3 ? 'salma' : 'omar', count % 3 || count % 2 ? 'reply' : 'note', number, {
      text: `Word ${count}`,
    })
  const { desk, person } = stage.box
  for (const who of ['salma', 'omar'] as const) {
    const reader = await person(who)
    const whole = await conversation(desk, reader, number, { limit: 200 })
    const paged: unknown[] = []
    for (let skip: number | undefined = 0; skip !== undefined;) {
      const page: Awaited<ReturnType<typeof conversation>> = await conversation(desk, reader, number, {
        skip,
        limit: 7,
      })
      paged.push(...page.items)
      skip = page.next === null ? undefined : readCursor(page.next)!.number
    }
    expect(paged).toEqual(whole.items)
    const events = await history(desk, reader, number, { limit: 200 })
    const after: unknown[] = []
    for (let seq: number | undefined = 0; seq !== undefined;) {
      const page: Awaited<ReturnType<typeof history>> = await history(desk, reader, number, { after: seq, limit: 4 })
      after.push(...page.items)
      seq = page.next === null ? undefined : readCursor(page.next)!.number
    }
    expect(after).toEqual(events.items)
  }
})
