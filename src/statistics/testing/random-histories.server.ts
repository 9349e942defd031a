import type { Character } from '../../testing/cast.server.ts'
import type { TestDesk } from '../../testing/desk.server.ts'
import { reply } from '../../conversation/reply.server.ts'
import { Refusal } from '../../server/errors/refusal.ts'
import { acceptSolution } from '../../workflow/accept-solution.server.ts'
import { approveSolution } from '../../workflow/approve-solution.server.ts'
import { assign } from '../../workflow/assign.server.ts'
import { cancel } from '../../workflow/cancel.server.ts'
import { close } from '../../workflow/close.server.ts'
import { declineSolution } from '../../workflow/decline-solution.server.ts'
import { fallDue } from '../../workflow/fall-due.server.ts'
import { giveBack } from '../../workflow/give-back.server.ts'
import { markDuplicate } from '../../workflow/mark-duplicate.server.ts'
import { proposeSolution } from '../../workflow/propose-solution.server.ts'
import { rate } from '../../workflow/rate.server.ts'
import { reopen } from '../../workflow/reopen.server.ts'
import { take } from '../../workflow/take.server.ts'
import { withdrawSolution } from '../../workflow/withdraw-solution.server.ts'

/** A repeatable dice: the same seed throws the same numbers. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Lets the cast do whatever comes to their minds to a handful of tickets, while time passes in leaps of minutes to days. What
 * is refused changes nothing; what is possible happens through the verbs. Returns how often each thing happened.
 */
export async function liveAtRandom(
  at: TestDesk,
  throwDice: () => number,
  steps: number,
  longestHours = 40,
): Promise<Record<string, number>> {
  const numbers: number[] = []
  const done: Record<string, number> = {}
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(throwDice() * items.length)]!
  const acts = actsOf(at, pick, numbers)
  // endings are rarer than the rest, so that most tickets live on
  const names = Object.keys(acts).flatMap((name) => (rare.includes(name) ? [name] : [name, name, name, name]))
  for (let step = 0; step < steps; step++) {
    at.clock.move(Math.floor(throwDice() ** 4 * longestHours * 3_600_000))
    if (numbers.length < 5 || throwDice() < 0.12) numbers.push(await at.submitted(pick(['salma', 'pierre'] as const)))
    const name = pick(names)
    try {
      await acts[name]!(pick(numbers.slice(-15)))
      done[name] = (done[name] ?? 0) + 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return done
}

const rare = ['cancel', 'close', 'duplicate', 'silence']

type Pick = <Item>(items: readonly Item[]) => Item

function actsOf(
  at: TestDesk,
  pick: Pick,
  numbers: readonly number[],
): Record<string, (number: number) => Promise<unknown>> {
  const { desk, groups } = at
  const reps = ['omar', 'jana', 'tom'] as const
  const as = (...names: Character[]) => at.person(pick(names))
  const owner = async (number: number) =>
    at.person((await at.rowOf(number)).customer_id === at.ids.salma ? 'salma' : 'pierre')
  const assignSomewhere = async (number: number) => {
    const member = pick([null, ...reps])
    const group = member === 'tom' ? groups.billing : member ? groups.documents : pick(Object.values(groups))
    await assign(desk, await as('mariam'), number, { group, ...(member ? { member: at.ids[member] } : {}) })
  }
  const solution = { solution: 'Here is the way.' }
  const offer = async (number: number) => {
    await proposeSolution(desk, await as('mariam'), number, solution)
    at.clock.move(pick([0, 5, 90]) * 60_000)
    await approveSolution(desk, await as('lina'), number)
  }
  return {
    assign: assignSomewhere,
    assignAgain: assignSomewhere,
    take: async (number) => take(desk, await as(...reps), number),
    giveBack: async (number) => giveBack(desk, await as(...reps), number),
    reply: async (number) => reply(desk, await as('mariam', 'omar'), number, { text: 'We look into it.' }),
    customerReplies: async (number) => reply(desk, await owner(number), number, { text: 'Any news?' }),
    offer,
    offerAgain: offer,
    withdraw: async (number) => withdrawSolution(desk, await as('mariam'), number, { reason: 'It was wrong.' }),
    accept: async (number) => acceptSolution(desk, await owner(number), number),
    decline: async (number) => declineSolution(desk, await owner(number), number, { reason: 'Not yet.' }),
    close: async (number) => close(desk, await as('mariam'), number, { reason: 'It is done.' }),
    cancel: async (number) => cancel(desk, await owner(number), number),
    duplicate: async (number) => markDuplicate(desk, await as('lina'), number, { original: pick(numbers) }),
    reopen: async (number) => reopen(desk, await as('mariam'), number, { reason: 'There is more.' }),
    reopenOwn: async (number) => reopen(desk, await owner(number), number, { reason: 'It came back.' }),
    rate: async (number) => rate(desk, await owner(number), number, { score: pick([1, 2, 3, 4, 5]) }),
    rateAgain: async (number) => rate(desk, await owner(number), number, { score: pick([1, 5]) }),
    silence: () => fallDue(desk),
  }
}
