import fc from 'fast-check'
import { refusalOf, type Attempt } from './attempt.ts'
import { everybody, verbs, type Verb } from './people.ts'
import type { Group, Kept, Settings, Who, World, WritingKind } from './world.ts'

type Given = Omit<Attempt, 'secret'>
export type Command =
  | { do: 'submit'; who: Who; customer: Who; twice: boolean }
  | { do: 'try'; who: Who | 'customer' | 'member'; verb: Verb; ticket: number; given: Given }
  | { do: 'sensible'; pick: number; given: Given }
  | { do: 'wait'; minutes: number }
  | { do: 'fallDue' }
  | { do: 'settings'; settings: Partial<Settings> }
  | { do: 'leave' | 'return'; who: Who }
  | { do: 'regroup'; who: Who; group: Group }
  | { do: 'draft'; who: Who | 'customer' | 'member'; ticket: number; kind: WritingKind; empty: boolean }
  | { do: 'keep'; who: Who; what: 'add' | 'share' | 'remove'; pick: number; shared: Kept['shared']; group: Group }

const who = fc.constantFrom<Who>(...everybody)
const given: fc.Arbitrary<Given> = fc.record({
  group: fc.constantFrom<Group>('supportDesk', 'documents', 'billing'),
  member: fc.option(who, { freq: 2 }),
  other: fc.nat(9),
  stars: fc.integer({ min: 1, max: 5 }),
  version: fc.constantFrom('none', 'none', 'current', 'current', 'stale'),
  // few, so that one is called again when a note is edited
  calls: fc.uniqueArray(fc.constantFrom<Who>('mariam', 'jana', 'omar', 'salma'), { maxLength: 2 }),
  withoutText: fc.constantFrom(false, false, false, false, false, false, false, true),
})
const minutes = (days: number) => days * 1440 + 1

/** Mostly what somebody could do, so that tickets come far, and often enough anything by anyone on anything. */
export const commands = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('submit' as const),
        who,
        customer: fc.constantFrom<Who>('salma', 'pierre', 'salma', 'pierre', 'jana'),
        twice: fc.boolean(),
      }),
    },
    {
      weight: 12,
      arbitrary: fc.record({
        do: fc.constant('try' as const),
        who: fc.oneof(who, fc.constantFrom('customer' as const, 'member' as const)),
        verb: fc.constantFrom(...verbs, 'reopen', 'rate'),
        ticket: fc.nat(9),
        given,
      }),
    },
    { weight: 40, arbitrary: fc.record({ do: fc.constant('sensible' as const), pick: fc.nat(10_000), given }) },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('wait' as const),
        // never a sum that meets a window on the minute: the desk's clock runs a few milliseconds ahead of the model's
        minutes: fc.constantFrom(61, minutes(1), minutes(2), minutes(4), minutes(15), minutes(31)),
      }),
    },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('fallDue' as const) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('settings' as const),
        settings: fc.record(
          {
            review: fc.boolean(),
            confirmation: fc.boolean(),
            silenceDays: fc.constantFrom(2, 7),
            reopenDays: fc.constantFrom(3, 14),
            ratingDays: fc.constantFrom(5, 30),
          },
          { requiredKeys: [] },
        ),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constantFrom('leave' as const, 'return' as const),
        who: fc.constantFrom<Who>('omar', 'jana', 'tom', 'lina', 'mariam'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('regroup' as const),
        who: fc.constantFrom<Who>('omar', 'jana', 'tom'),
        group: fc.constantFrom<Group>('documents', 'billing'),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('draft' as const),
        who: fc.oneof(who, fc.constantFrom('customer' as const, 'member' as const)),
        ticket: fc.nat(9),
        kind: fc.constantFrom<WritingKind>('reply', 'note', 'propose-solution'),
        empty: fc.constantFrom(false, false, false, true),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('keep' as const),
        who,
        what: fc.constantFrom('add' as const, 'add' as const, 'share' as const, 'remove' as const),
        pick: fc.nat(9),
        shared: fc.constantFrom<Kept['shared']>('own', 'group', 'all'),
        group: fc.constantFrom<Group>('supportDesk', 'documents', 'billing'),
      }),
    },
  ),
  // an array's own length bias keeps most runs short; a run must come far enough for a ticket to live
  { minLength: 30, maxLength: 60, size: 'max' },
)

/** What a 'sensible' command comes to in this world: one of all the things that somebody could do now. */
export function sensible(world: World, command: Extract<Command, { do: 'sensible' }>) {
  const tries = world.tickets.flatMap((_, ticket) =>
    everybody
      .filter((person) => !world.away.has(person))
      .flatMap((person) => verbs.map((verb) => ({ who: person, verb, ticket }))),
  )
  const given = { ...command.given, withoutText: false, version: 'current' as const, secret: '' }
  const fit = (number: number): Attempt => ({
    ...given,
    other: given.other % world.tickets.length,
    member: memberFor(world, given),
    stars: (number % 5) + 1,
  })
  const possible = tries.filter((one) => refusalOf(world, one.who, one.verb, one.ticket, fit(one.ticket)) === null)
  // first which verb, then by whom and where: else the many words that are always possible would drown the rest
  const likely = verbs.flatMap((verb) =>
    possible.some((one) => one.verb === verb) ? Array.from({ length: often[verb] ?? 1 }, () => verb) : [],
  )
  const verb = likely[command.pick % Math.max(likely.length, 1)]
  const among = possible.filter((one) => one.verb === verb)
  const chosen = among[Math.floor(command.pick / 97) % Math.max(among.length, 1)]
  return chosen && { ...chosen, given: fit(chosen.ticket) }
}

/** What carries a ticket on its way is done more often than what ends it. */
const often: Partial<Record<Verb, number>> = {
  assign: 2,
  take: 2,
  'propose-solution': 5,
  'approve-solution': 5,
  'return-solution': 2,
  'withdraw-solution': 2,
  'accept-solution': 2,
  'decline-solution': 2,
  reopen: 3,
  rate: 3,
  reply: 3,
}

/** The member asked for, where they are in the group, else whoever of it is there. */
function memberFor(world: World, { group, member }: Given): Who | null {
  const there = [...world.groups[group]].filter((person) => !world.away.has(person))
  return member === null || there.includes(member) ? member : (there[0] ?? null)
}
