import { everybody, roleOf, sideOf } from './people.ts'
import type { Group, Moment, Ticket, Who, World } from './world.ts'

/** 'interaction (variant) #ticket.event to whom' */
export type Told = string

type Hearers = { people: (Who | null)[]; side?: 'customer'; variant?: string }

/**
 * Who must have been told of one thing that happened, written down apart from src/interactions, which is held to it: each once, whoever
 * is there and sees the ticket, and nobody of what they did themselves, but for the two tellings that are meant for them.
 */
export function tellingsOf(world: World, index: number, seq: number): Told[] {
  const ticket = world.tickets[index]!
  const moment = ticket.story[seq - 1]!
  const told: Told[] = []
  const tell = (interaction: string, ...audiences: Hearers[]): void => {
    const heard = new Set<Who>()
    for (const { people, side, variant } of audiences)
      for (const who of people) {
        if (who === null || heard.has(who) || world.away.has(who)) continue
        if (who === moment.who && !meantForTheActor.includes(`${moment.happened}: ${interaction}`)) continue
        const seenAs = sideOf(world, who, ticket)
        if (side === 'customer' ? seenAs === null : seenAs !== 'staff') continue
        heard.add(who)
        told.push(`${interaction}${variant ? ` (${variant})` : ''} #${index}.${seq} ${who}`)
      }
  }
  tellAll(world, ticket, moment, tell)
  return told
}

const meantForTheActor = ['ticketSubmitted: notify-customer-of-receipt', 'solutionAccepted: ask-owner-for-feedback']

type Tell = (interaction: string, ...audiences: Hearers[]) => void

function tellAll(world: World, ticket: Ticket, moment: Moment, tell: Tell): void {
  const { happened, who, before, after, mentions, round } = moment
  const desk: Hearers = { people: deskOf(world) }
  const customer = (variant?: string): Hearers => ({
    people: [ticket.customer],
    side: 'customer',
    ...(variant ? { variant } : {}),
  })
  const author = round === null ? null : ticket.rounds[round - 1]!.author
  const acceptedAuthor =
    before.round === 'accepted' ? (ticket.rounds.findLast(({ state }) => state === 'accepted')?.author ?? null) : null
  const solvers: Hearers = { people: [author, ticket.member] }
  const staffActs = who !== ticket.customer
  const called = (): void => tell('tell-person-of-mention', { people: mentions })
  switch (happened) {
    case 'ticketSubmitted':
      tell('notify-desk-of-new-ticket', desk)
      return tell('notify-customer-of-receipt', customer(staffActs ? 'onBehalf' : undefined))
    case 'requestCancelled':
      return tell('tell-staff-of-cancellation', { people: [ticket.member] }, desk)
    case 'ticketAssigned': {
      if (after.member) return tell('notify-representative-of-assignment', { people: [after.member] })
      const group = groupOf(world, after.group)
      if (group.some((each) => sees(world, each, ticket)))
        return tell('notify-representative-of-assignment', { people: group, variant: 'group' })
      return tell('notify-representative-of-assignment', { ...desk, variant: 'desk' })
    }
    case 'ticketGivenBack': {
      const group = groupOf(world, before.group)
      if (group.some((each) => each !== who && sees(world, each, ticket)))
        return tell('tell-group-of-give-back', { people: group })
      return tell('tell-group-of-give-back', { ...desk, variant: 'desk' })
    }
    case 'ticketReleased': {
      const group = groupOf(world, before.group)
      if (group.some((each) => sees(world, each, ticket))) return tell('tell-of-release', { people: group })
      return tell('tell-of-release', { ...desk, variant: 'desk' })
    }
    case 'solutionProposed':
      return tell('notify-desk-to-review-solution', desk)
    case 'solutionOffered':
    case 'solutionApproved':
      return tell('tell-customer-of-solution', customer(after.asksVerdict ? undefined : 'noConfirm'))
    case 'solutionWithdrawn':
      return tell('tell-of-withdrawal', ...(before.round === 'offered' ? [customer('customer')] : []), desk)
    case 'solutionReturned':
      return tell(
        'tell-representative-of-return',
        { people: [author] },
        { people: goesOnWith(world, ticket, author), variant: 'notAuthor' },
      )
    case 'solutionAccepted':
      tell('notify-representative-of-approval', { people: [author] }, { people: [ticket.member], variant: 'notAuthor' })
      return tell('ask-owner-for-feedback', customer('accepted'))
    case 'solutionDeclined':
      return tell('tell-staff-of-decline', solvers, desk)
    case 'solutionReminded':
      return tell('remind-customer-of-solution', customer(before.spoke ? 'answered' : undefined))
    case 'ticketClosed':
      return tell('ask-owner-for-feedback', customer('closed'))
    case 'ticketClosedBySilence':
      return tell('ask-owner-for-feedback', customer(before.spoke ? 'silenceAnswered' : 'silence'))
    case 'ticketMarkedDuplicate':
      tell('tell-customer-of-duplicate', customer())
      return shared()
    case 'duplicateMoved':
    case 'originalAnswered':
      return shared()
    case 'originalEnded':
      return tell('tell-customer-of-duplicate', customer('ended'))
    case 'originalAnswerWithdrawn':
      return tell('tell-of-withdrawal', customer('customer'))
    case 'ticketReopened':
      tell('tell-staff-of-reopening', { people: [ticket.member, acceptedAuthor] }, desk)
      return staffActs ? tell('tell-customer-of-reopening', customer()) : undefined
    case 'ticketRated':
      return (after.stars ?? 5) <= 2 ? tell('tell-desk-of-poor-rating', desk) : undefined
    case 'replyAdded':
      if (!staffActs) {
        const original = ticket.original === null ? null : world.tickets[ticket.original]!
        const there = original ? onTicket(world, original) : []
        return tell('tell-staff-of-reply', { people: [...onTicket(world, ticket), ...there] })
      }
      tell('tell-customer-of-reply', customer())
      return called()
    case 'noteAdded': {
      const others = onTicket(world, ticket).filter((one) => !mentions.includes(one))
      tell('tell-staff-of-reply', { people: others, variant: 'note' })
      return called()
    }
    case 'noteEdited':
      return called()
    default:
  }

  /** A solution that this duplicate's customer was not shown before. */
  function shared(): void {
    const { answer } = after
    if (answer === null || JSON.stringify(answer) === JSON.stringify(before.answer)) return
    tell('tell-customer-of-shared-solution', customer(answer.state === 'shown' ? 'noConfirm' : undefined))
  }
}

/** The desk's people who are there; while nobody is, the administrators. */
function deskOf(world: World): Who[] {
  const there = [...world.groups.supportDesk].filter((who) => !world.away.has(who))
  return there.length > 0 ? there : everybody.filter((who) => roleOf[who] === 'administrator')
}

const groupOf = (world: World, group: Group): Who[] =>
  group === 'supportDesk' ? deskOf(world) : [...world.groups[group]].filter((who) => !world.away.has(who))

/** Beside the author of what came back: whoever has the ticket; where neither is there, whoever works on it instead. */
function goesOnWith(world: World, ticket: Ticket, author: Who | null): Who[] {
  const has = ticket.member === null ? [] : [ticket.member]
  const isSomebodyThere = [author, ...has].some((who) => who !== null && sees(world, who, ticket))
  return isSomebodyThere ? has : atWorkOn(world, ticket)
}

/** Whoever has the ticket and is there to see it, else those of its group, else the desk. */
function atWorkOn(world: World, ticket: Ticket): Who[] {
  const able = (some: (Who | null)[]): Who[] => some.filter((who) => who !== null && sees(world, who, ticket)) as Who[]
  return [able([ticket.member]), able(groupOf(world, ticket.group))].find((some) => some.length > 0) ?? deskOf(world)
}

const sees = (world: World, who: Who, ticket: Ticket): boolean =>
  !world.away.has(who) && sideOf(world, who, ticket) === 'staff'

/** Whoever works on it, and all staff who wrote or proposed there. */
function onTicket(world: World, ticket: Ticket): Who[] {
  const atWork = atWorkOn(world, ticket)
  const wrote = ticket.written.filter(({ side }) => side === 'staff').map(({ author }) => author)
  return [...atWork, ...wrote, ...ticket.rounds.map(({ author }) => author)]
}
