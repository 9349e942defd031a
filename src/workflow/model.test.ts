import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listenersTo } from '../interactions/index.ts'
import { myTickets } from '../queries/my-tickets/my-tickets.server.ts'
import { openTestDesk, type TestDesk } from '../testing/desk.server.ts'
import { openModelDesk } from '../testing/model-desk.server.ts'
import { digestOf } from '../testing/model-digest.server.ts'
import { draftsOf, inWrongHands, lookAt, readByCustomer, type Look } from '../testing/model-look.server.ts'
import { doDuties, toldOf } from '../testing/model-told.server.ts'
import { fallDue } from './fall-due.server.ts'
import { attempt, minds, refusalOf, type Attempt } from './model/attempt.ts'
import { fallDue as fallDueInModel, release } from './model/by-itself.ts'
import { commands, sensible, type Command } from './model/commands.ts'
import { examples } from './model/examples.ts'
import { broken } from './model/invariants.ts'
import { addKept, changeKept, keptFor } from './model/kept.ts'
import { everybody, forbidden, roleOf, sideOf, verbs, type Verb } from './model/people.ts'
import { tellingsOf, type Told } from './model/tellings.ts'
import { draftKey, newTicket, newWorld, presentRound, type Ticket, type Who, type World } from './model/world.ts'

const asked = process.env['MODEL_RUNS']
const runs = Number(asked ?? 200)
const limit = asked === undefined ? 240_000 : 30_000 + runs * 1_000
const seed = process.env['MODEL_SEED']
const path = process.env['MODEL_PATH']

/** Side by side, each half of the runs on a desk of its own: most of the time a run waits for its database. */
const halves = [examples, []]
let played = 0
let boxes: TestDesk[]
beforeAll(async () => {
  boxes = await Promise.all(halves.map(() => openTestDesk({ listeners: listenersTo })))
})
afterAll(() => Promise.all(boxes.map((box) => box.close())))

/** Every verb that was done and every refusal that was met, over all runs. */
const met = new Set<string>()

test('the desk does what the model says, whoever tries whatever', { timeout: limit + 60_000 }, async () => {
  // a path leads through all runs of one half
  const share = path ? runs : Math.ceil(runs / halves.length)
  const hold = (box: TestDesk, first: readonly Command[][]) =>
    fc.assert(
      fc.asyncProperty(commands, (plan) => run(box, plan)),
      {
        numRuns: share,
        examples: first.map((one) => [one]),
        ...(seed ? { seed: Number(seed) } : {}),
        ...(path ? { path } : {}),
        // of the shrinking, too: better a longer example than none within the time
        interruptAfterTimeLimit: limit,
        markInterruptAsFailure: asked !== undefined,
        endOnFailure: process.env['MODEL_SHRINK'] === '0',
      },
    )
  await Promise.all(halves.map((first, index) => hold(boxes[index]!, first)))
  // how far a slow machine came within the time is said, and it must be far enough
  if (played < runs) console.warn(`The model was held against the desk ${played} times of ${runs}.`)
  expect(played).toBeGreaterThanOrEqual(Math.min(runs, 40))
  // a net that nothing swam into holds nothing
  const wanted = path ? [] : [...verbs, ...refusals]
  expect(wanted.filter((one) => !met.has(one))).toEqual([])
})

const refusals = [
  'alreadyTaken',
  'changedMeanwhile',
  'duplicateCircle',
  'invalidFields',
  'notAllowed',
  'notFound',
  'notPossibleNow',
  'ownSolution',
  'tooLate',
]

type Play = {
  box: TestDesk
  world: World
  numbers: number[]
  written: string[][]
  /** All that was told so far, and up to which event of each ticket. */
  told: Told[]
  heard: number[]
  product: ReturnType<typeof openModelDesk>
  start: number
  step: number
}

async function run(box: TestDesk, plan: Command[]): Promise<void> {
  played++
  const product = openModelDesk(box)
  await product.reset()
  box.tellings.length = 0
  const start = box.clock.now().getTime()
  const play: Play = { box, world: newWorld(), numbers: [], written: [], told: [], heard: [], product, start, step: 0 }
  for (const command of plan) {
    play.step++
    const touched = await obey(play, command)
    await compare(play)
    await compareTold(play, command === plan.at(-1))
    if (touched !== null) await nothingLeaks(play, touched)
  }
  expect(await draftsOf(box, play.numbers)).toEqual(play.world.drafts)
  await nothingIsFound(play)
}

/** Does one command on both sides; returns the ticket that it was about. */
async function obey(play: Play, command: Command): Promise<number | null> {
  const { box, world, product } = play
  switch (command.do) {
    case 'submit':
      return submit(play, command)
    case 'try':
      return tryAnything(play, command)
    case 'sensible': {
      const chosen = sensible(world, command)
      return chosen ? tryIt(play, chosen.who, chosen.verb, chosen.ticket, chosen.given) : null
    }
    case 'wait':
      world.now += command.minutes * 60_000
      box.clock.move(command.minutes * 60_000)
      return null
    case 'fallDue':
      expect(await fallDue(box.desk)).toBe(fallDueInModel(world))
      return null
    case 'settings':
      Object.assign(world.settings, command.settings)
      await product.settings(world.settings)
      return null
    case 'leave':
    case 'return':
      await comeOrGo(play, command)
      return null
    case 'regroup':
      await regroup(play, command)
      return null
    case 'draft':
      return draft(play, command)
    case 'keep':
      await keep(play, command)
      return null
  }
}

async function submit({ world, numbers, product }: Play, { who, customer, twice }: Extract<Command, { do: 'submit' }>) {
  if (world.away.has(who) || world.away.has(customer)) return null
  const answer = await product.submit(who, customer, twice)
  const role = roleOf[who]
  const allowed = who === customer ? role === 'customer' : role === 'representative' || role === 'desk'
  expect(answer).toEqual(allowed ? expect.any(Number) : 'notAllowed')
  if (typeof answer !== 'number') return null
  world.tickets.push(newTicket(customer, who))
  return numbers.push(answer) - 1
}

async function tryAnything(play: Play, command: Extract<Command, { do: 'try' }>): Promise<number | null> {
  const { tickets, away } = play.world
  if (tickets.length === 0) return null
  const index = command.ticket % tickets.length
  const who = whoOf(tickets[index]!, command.who)
  return who === null || away.has(who) ? null : tryIt(play, who, command.verb, index, command.given)
}

const whoOf = (ticket: Ticket, who: Who | 'customer' | 'member'): Who | null =>
  who === 'customer' || who === 'member' ? ticket[who] : who

async function draft({ box, world, numbers, product, step }: Play, command: Extract<Command, { do: 'draft' }>) {
  if (world.tickets.length === 0) return null
  const index = command.ticket % world.tickets.length
  const ticket = world.tickets[index]!
  const who = whoOf(ticket, command.who)
  if (who === null || world.away.has(who)) return null
  const text = command.empty ? ' ' : `half a sentence ${step}`
  const expected = sideOf(world, who, ticket) === null ? 'notFound' : forbidden(world, who, command.kind, ticket)
  expect(await product.draft(who, numbers[index]!, command.kind, text)).toBe(expected)
  if (expected !== null) return index
  const key = draftKey(index, who, command.kind)
  if (command.empty) world.drafts.delete(key)
  else world.drafts.set(key, text)
  expect(await draftsOf(box, numbers)).toEqual(world.drafts)
  return index
}

async function keep(
  { world, product, step }: Play,
  { who, what, pick, shared, group }: Extract<Command, { do: 'keep' }>,
) {
  if (world.away.has(who)) return
  const sharing = { shared, group }
  const one = world.kept[pick % Math.max(world.kept.length, 1)]
  const name = `answer ${String(step).padStart(3, '0')}`
  if (what === 'add') expect(await product.keep(who, name, sharing)).toBe(addKept(world, who, name, sharing))
  else if (one) {
    const to = what === 'remove' ? what : sharing
    const refused = await product.changeKept(who, one.name, to)
    expect(refused).toBe(changeKept(world, who, one, to))
  }
  for (const reader of everybody.filter((person) => !world.away.has(person) && roleOf[person] !== 'customer'))
    expect(await product.keptFor(reader)).toEqual(keptFor(world, reader).toSorted())
}

async function tryIt(play: Play, who: Who, verb: Verb, ticket: number, given: Omit<Attempt, 'secret'>) {
  const { box, world, numbers, product } = play
  const full: Attempt = {
    ...given,
    other: given.other % world.tickets.length,
    secret: `quokka${play.step}x${numbers[0]}`,
  }
  const before = world.tickets[ticket]!
  const round = presentRound(before)?.state
  const stale = before.version > 1 ? before.version - 1 : 7
  const version =
    given.version === 'none' || !minds(who, verb, before)
      ? undefined
      : given.version === 'current'
        ? before.version
        : stale
  const refusal = refusalOf(world, who, verb, ticket, full)
  const untouched = refusal === null ? '' : await digestOf(box, numbers)
  const refused = await product.attempt(who, verb, numbers[ticket]!, full, numbers[full.other]!, version)
  expect(`${who} ${verb}: ${refused}`).toBe(`${who} ${verb}: ${attempt(world, who, verb, ticket, full)}`)
  met.add(refused ?? verb)
  if (refusal !== null) expect(await digestOf(box, numbers)).toBe(untouched)
  const inside =
    ['return-solution', 'give-back'].includes(verb) || (verb === 'withdraw-solution' && round === 'inReview')
  if (refused === null && inside) before.notes.push(full.secret)
  return ticket
}

async function comeOrGo({ world, product }: Play, command: Extract<Command, { do: 'leave' | 'return' }>) {
  const goes = command.do === 'leave'
  if (world.away.has(command.who) === goes) return
  await product.setActive(command.who, !goes)
  if (goes) world.away.add(command.who)
  else world.away.delete(command.who)
  if (goes) release(world, command.who)
}

async function regroup({ world, product }: Play, { who, group }: Extract<Command, { do: 'regroup' }>) {
  if (world.away.has(who)) return
  const members = world.groups[group]
  const leaves = members.delete(who)
  if (!leaves) members.add(who)
  await product.setMembers(group, [...members])
  if (leaves) release(world, who, group)
}

async function compare({ box, world, numbers, written, start, step }: Play): Promise<void> {
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
async function compareTold(play: Play, isLast: boolean): Promise<void> {
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
async function nothingLeaks({ box, world, numbers }: Play, index: number): Promise<void> {
  const ticket = world.tickets[index]!
  if (world.away.has(ticket.customer) || roleOf[ticket.customer] !== 'customer') return
  const read = await readByCustomer(box, ticket.customer, numbers[index]!)
  for (const secret of hiddenOf(ticket)) expect(read).not.toContain(secret)
  const round = ticket.present ? ticket.rounds.findLast((one) => one.reachedCustomer) : undefined
  if (round && presentRound(ticket)?.state === 'offered') expect(read).toContain(`"${round.secret}"`)
}

async function nothingIsFound({ box, world }: Play): Promise<void> {
  for (const ticket of world.tickets.filter(({ customer }) => roleOf[customer] === 'customer'))
    for (const words of hiddenOf(ticket).slice(0, 3))
      expect((await myTickets(box.desk, await box.person(ticket.customer), { words })).items).toEqual([])
}

const hiddenOf = (ticket: Ticket): string[] => [
  ...ticket.notes,
  ...ticket.rounds.filter((round) => !round.reachedCustomer).map((round) => round.secret),
]
