import { expect } from 'vitest'
import type { TestDesk } from './desk.server.ts'
import type { openModelDesk } from './model-desk.server.ts'
import { digestOf } from './model-digest.server.ts'
import { draftsOf } from './model-look.server.ts'
import { fallDue } from '../workflow/fall-due.server.ts'
import { attempt, minds, refusalOf, type Attempt } from '../workflow/model/attempt.ts'
import { fallDue as fallDueInModel, release } from '../workflow/model/by-itself.ts'
import { sensible, type Command } from '../workflow/model/commands.ts'
import { addKept, changeKept, keptFor } from '../workflow/model/kept.ts'
import { everybody, forbidden, roleOf, sideOf, type Verb } from '../workflow/model/people.ts'
import type { Told } from '../workflow/model/tellings.ts'
import { draftKey, newTicket, presentRound, type Ticket, type Who, type World } from '../workflow/model/world.ts'

/** One run: the desk, the model of it, and what was seen so far. */
export type Play = {
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
  /** Every verb that was done and every refusal that was met, over all runs. */
  met: Set<string>
}

/** Does one command on both sides; returns the ticket that it was about. */
export async function obey(play: Play, command: Command): Promise<number | null> {
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
  // whoever would never see it gets none
  const theirs = roleOf[customer] === 'customer' ? expect.any(Number) : 'invalidFields'
  expect(answer).toEqual(allowed ? theirs : 'notAllowed')
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
  const { box, world, numbers, product, met } = play
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
