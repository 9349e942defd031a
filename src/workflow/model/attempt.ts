import { decides, impossible } from './impossible.ts'
import { forbidden, sideOf, type Verb } from './people.ts'
import { noteOf } from './messages.ts'
import { keepReason, notTheirReason } from './reasons.ts'
import { isWith, perform, type Arguments } from './perform.ts'
import type { Ticket, Who, World } from './world.ts'

export type Attempt = Arguments & { version: 'none' | 'current' | 'stale'; withoutText: boolean }

/** Null when it was done, or the code of the refusal; a refusal changes nothing. */
export function attempt(world: World, who: Who, verb: Verb, number: number, given: Attempt): string | null {
  const refusal = refusalOf(world, who, verb, number, given)
  if (refusal !== null) return refusal
  perform(world, who, verb, number, given)
  keepReason(world.tickets[number]!, who, verb, given.withoutText)
  return null
}

export function refusalOf(world: World, who: Who, verb: Verb, number: number, given: Attempt): string | null {
  const ticket = world.tickets[number]!
  if (sideOf(world, who, ticket) === null) return 'notFound'
  return (
    forbidden(world, who, verb, ticket) ??
    misspoken(world, verb, number, given) ??
    impossible(world, who, verb, ticket) ??
    (given.version === 'stale' && minds(who, verb, ticket) && !asksNothing(verb, ticket, given)
      ? 'changedMeanwhile'
      : null) ??
    (verb === 'edit-note' ? notTheirNote(ticket, who, given) : null) ??
    (verb === 'translate' ? notTheirReason(world, ticket, who, given.other) : null)
  )
}

/** Pages send what they saw with what decides; a customer's words are never late. */
export const minds = (who: Who, verb: Verb, ticket: Ticket): boolean =>
  decides.includes(verb) && !(verb === 'reply' && ticket.customer === who)

const needText: readonly Verb[] = [
  'propose-solution',
  'withdraw-solution',
  'return-solution',
  'decline-solution',
  'close',
  'reopen',
  'reply',
  'note',
  'edit-note',
  'translate',
  'set-fields',
]

function misspoken(world: World, verb: Verb, number: number, given: Attempt): string | null {
  if (given.withoutText && needText.includes(verb)) return 'invalidFields'
  if (verb === 'assign' && given.member !== null && !isThere(world, given)) return 'invalidFields'
  return verb === 'mark-duplicate' ? strangeOriginal(world.tickets, number, given.other) : null
}

const isThere = (world: World, { group, member }: Attempt): boolean =>
  world.groups[group].has(member!) && !world.away.has(member!)

function strangeOriginal(tickets: Ticket[], number: number, other: number): string | null {
  if (other === number) return 'invalidFields'
  if (tickets[other]!.original === number) return 'duplicateCircle'
  return tickets[other]!.original === null ? null : 'invalidFields'
}

/** Who asks for what is so already contradicts nobody, whatever they saw. */
const asksNothing = (verb: Verb, ticket: Ticket, given: Attempt): boolean => verb === 'assign' && isWith(ticket, given)

/** A note is put into other words by whoever wrote it. */
function notTheirNote(ticket: Ticket, who: Who, { other }: Attempt): string | null {
  const note = noteOf(ticket, other)
  if (note === undefined) return 'invalidFields'
  return note.author === who ? null : 'notAllowed'
}
