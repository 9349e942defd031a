import { presentRound, type Ticket, type Who, type World } from './world.ts'

export type Role = 'customer' | 'representative' | 'desk' | 'administrator'

export const roleOf: Record<Who, Role> = {
  salma: 'customer',
  pierre: 'customer',
  omar: 'representative',
  jana: 'representative',
  tom: 'representative',
  mariam: 'desk',
  lina: 'desk',
  adam: 'administrator',
}

export const everybody = Object.keys(roleOf) as Who[]

export function sideOf(world: World, who: Who, ticket: Ticket): 'staff' | 'customer' | null {
  const role = roleOf[who]
  if (role === 'desk' || role === 'administrator') return 'staff'
  if (role === 'representative') return world.groups[ticket.group].has(who) || ticket.member === who ? 'staff' : null
  return ticket.customer === who ? 'customer' : null
}

/** Who is there has what their groups have; the desk's people may have anything. */
export const canHave = (world: World, who: Who, ticket: Ticket): boolean =>
  !world.away.has(who) && (roleOf[who] === 'desk' || world.groups[ticket.group].has(who))

export const verbs = [
  'cancel',
  'assign',
  'take',
  'give-back',
  'propose-solution',
  'withdraw-solution',
  'approve-solution',
  'return-solution',
  'accept-solution',
  'decline-solution',
  'close',
  'mark-duplicate',
  'reopen',
  'rate',
  'reply',
  'note',
  'edit-note',
  'translate',
  'set-fields',
] as const
export type Verb = (typeof verbs)[number]

/** Null, or why not. Asked only of those who see the ticket. */
export function forbidden(world: World, who: Who, verb: Verb, ticket: Ticket): string | null {
  const role = roleOf[who]
  const has = ticket.member === who
  const wrote = presentRound(ticket)?.author === who
  const works = role === 'representative' || role === 'desk'
  const yes = (may: boolean) => (may ? null : 'notAllowed')
  switch (verb) {
    case 'cancel':
    case 'accept-solution':
    case 'decline-solution':
    case 'rate':
      return yes(role === 'customer')
    case 'assign':
    case 'close':
    case 'mark-duplicate':
    case 'return-solution':
      return yes(role === 'desk')
    case 'approve-solution':
      if (role !== 'desk') return 'notAllowed'
      return wrote && otherReviewers(world, who) > 0 ? 'ownSolution' : null
    case 'take':
      return yes(role === 'desk' || (role === 'representative' && world.groups[ticket.group].has(who)))
    case 'give-back':
      return yes(works && has)
    case 'propose-solution':
      return yes(role === 'desk' || (works && has))
    case 'withdraw-solution':
      return yes(role === 'desk' || (works && (has || wrote)))
    case 'reopen':
      return yes(role === 'desk' || role === 'customer')
    case 'reply':
    case 'translate':
      return yes(role !== 'administrator')
    case 'note':
    case 'edit-note':
    case 'set-fields':
      return yes(works)
  }
}

const otherReviewers = (world: World, who: Who): number =>
  [...world.groups.supportDesk].filter((other) => other !== who && !world.away.has(other)).length
