import { expect } from 'vitest'
import { myTickets } from '../queries/my-tickets/my-tickets.server.ts'
import { inWrongHands, lookAt, readByCustomer, type Look } from './model-look.server.ts'
import { doDuties, toldOf } from './model-told.server.ts'
import { broken } from '../workflow/model/invariants.ts'
import { roleOf } from '../workflow/model/people.ts'
import { tellingsOf } from '../workflow/model/tellings.ts'
import { presentRound, type Ticket } from '../workflow/model/world.ts'
import type { Play } from './model-obey.server.ts'

/** Every ticket is as the model has it, and its history can be replayed. */
export async function compare({ box, world, numbers, written, start, step }: Play): Promise<void> {
  const looks = await lookAt(box, numbers)
  for (const [index, look] of looks.entries()) {
    const { raw, dueAt, ...actual } = look
    const ticket = world.tickets[index]!
    expect({ step, ...actual }).toEqual({ step, ...expectation(ticket, numbers) })
    if (ticket.due) expect(Math.abs(dueAt! - start - ticket.due.at)).toBeLessThan(60_000)
    expect(raw.replayed).toEqual(raw.row)
    expect(broken(raw.events)).toEqual([])
    // what was written once stays as it was
    const events = raw.events.map((event) => JSON.stringify(event))
    expect(events.slice(0, written[index]?.length)).toEqual(written[index] ?? events)
    written[index] = events
  }
  const wrong = await inWrongHands(box)
  expect(wrong.filter((number) => numbers.includes(number))).toEqual([])
}

/** Whoever must have been told of what happened is told, by both doors, once, and nobody else. */
export async function compareTold(play: Play, isLast: boolean): Promise<void> {
  const { box, world, numbers, told, heard, step } = play
  const before = told.length
  const duties = await doDuties(box, step)
  for (const [index, { story }] of world.tickets.entries()) {
    for (let seq = (heard[index] ?? 0) + 1; seq <= story.length; seq++) told.push(...tellingsOf(world, index, seq))
    heard[index] = story.length
  }
  // where nothing was to be told, the next look finds what was told all the same
  if (duties === 0 && told.length === before && !isLast) return
  const expected = told.toSorted()
  expect({ step, ...(await toldOf(box, numbers)) }).toEqual({ step, notices: expected, mails: expected })
}

function expectation(ticket: Ticket, numbers: number[]): Omit<Look, 'raw' | 'dueAt'> {
  const round = presentRound(ticket)
  return {
    customer: ticket.customer,
    status: ticket.status,
    group: ticket.group,
    member: ticket.member,
    rounds: ticket.rounds.map((one) => [one.author, one.state, one.reachedCustomer]),
    solution: round?.state ?? null,
    round: round ? ticket.rounds.length : null,
    asksVerdict: round?.state === 'offered' ? ticket.asksVerdict : null,
    answered: ticket.answered,
    due: ticket.due?.what ?? null,
    ended: (ticket.closed?.how as Look['ended']) ?? null,
    from: (ticket.closed?.from as Look['from']) ?? null,
    original: ticket.original === null ? null : numbers[ticket.original]!,
    answer: ticket.answer && [numbers[ticket.answer.of]!, ticket.answer.round, ticket.answer.state],
    stars: ticket.stars,
    version: ticket.version,
    written: ticket.written.map(({ kind, author, side, text }) => [kind, author, side, text]),
    yard: ticket.yard,
    log: ticket.log,
    waitingFor: ticket.ball.with as Look['waitingFor'],
    waitingSince: ticket.ball.sinceSeq,
    moved: ticket.movedSeq,
  }
}

/** Notes, reasons among staff and solutions that did not go out are in nothing that the customer reads. */
export async function nothingLeaks({ box, world, numbers }: Play, index: number): Promise<void> {
  const ticket = world.tickets[index]!
  if (world.away.has(ticket.customer) || roleOf[ticket.customer] !== 'customer') return
  const read = await readByCustomer(box, ticket.customer, numbers[index]!)
  for (const secret of hiddenOf(ticket)) expect(read).not.toContain(secret)
  const round = ticket.present ? ticket.rounds.findLast((one) => one.reachedCustomer) : undefined
  if (round && presentRound(ticket)?.state === 'offered') expect(read).toContain(`"${round.secret}"`)
}

/** What was among staff is not found by its words either. */
export async function nothingIsFound({ box, world }: Play): Promise<void> {
  for (const ticket of world.tickets.filter(({ customer }) => roleOf[customer] === 'customer'))
    for (const words of hiddenOf(ticket).slice(0, 3))
      expect((await myTickets(box.desk, await box.person(ticket.customer), { words })).items).toEqual([])
}

const hiddenOf = (ticket: Ticket): string[] => [
  ...ticket.notes,
  ...ticket.rounds.filter((round) => !round.reachedCustomer).map((round) => round.secret),
]
