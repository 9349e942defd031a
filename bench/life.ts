import { supportDeskId } from '../src/entities/group/support-desk.ts'
import type { Ticket } from '../src/entities/tables.ts'
import type { Change } from '../src/events/desk.server.ts'
import type { MultilingualText } from '../src/fields/multilingual-text/multilingual-text.ts'
import { newId } from '../src/server/ids.server.ts'
import type { Chance } from '../src/start/demo/chance.ts'
import { differences, follow } from '../src/workflow/change-ticket.server.ts'
import { newTicket } from '../src/workflow/new-ticket.ts'
import { transitions, type Transition } from '../src/workflow/transitions.ts'
import type { People } from './people.ts'
import { text } from './texts.ts'

type Words = { ticket_number: number; text_id: string; audience: 'everyone' | 'staff'; text: MultilingualText }
export type Rows = Record<'events' | 'messages' | 'rounds', Record<string, unknown>[]> & { words: Words[] }

const hour = 3_600_000

/**
 * The rows of one ticket's life, made by the workflow's own pure functions, so that replaying the events gives the row; only
 * the writing is not the product's.
 */
export function live(
  number: number,
  opened: Date,
  people: People,
  chance: Chance,
  fate: { ends: boolean; taken?: boolean },
) {
  const rows: Rows = { events: [], messages: [], rounds: [], words: [] }
  const customer = people.customers[chance.skewed(people.customers.length)]!
  const group = people.groups[chance.skewed(people.groups.length)]!
  const member = chance.pick(group.members)
  const reviewer = chance.pick(people.desk)
  let at = opened
  let ticket: Ticket = newTicket({ number, customer, at, title: text(chance, 7), description: text(chance, 60) })
  const findable = (text_id: string, audience: 'everyone' | 'staff', of: MultilingualText) =>
    rows.words.push({ ticket_number: number, text_id, audience, text: of })
  const event = (happened: string, actor: string, before: object, after: object, details: object) =>
    rows.events.push({
      ticket_number: number,
      seq: ticket.seq,
      id: newId(),
      happened,
      actor_id: actor,
      at,
      before,
      after,
      details,
    })

  event('ticketSubmitted', customer, {}, ticket, { onBehalf: false })
  findable('title', 'everyone', ticket.title)
  findable('description', 'everyone', ticket.description)

  function step(transition: Transition, actor: string, hours: number, set: Partial<Ticket> = {}, details: object = {}) {
    at = new Date(at.getTime() + Math.round(hours * hour * (0.2 + 1.6 * chance.next())))
    const outcome = { set: stamped(set), details: details as Record<string, unknown> }
    const next = follow({ at } as Change, ticket, transition, outcome)
    const { before, after } = differences(ticket, next)
    ticket = next
    event(transition.happened, actor, before, after, details)
  }
  /** Moments of the step itself, which is only known inside it. */
  const stamped = (set: Partial<Ticket>) =>
    Object.fromEntries(Object.entries(set).map(([name, value]) => [name, value === now ? at : value]))

  function say(author: string, side: 'customer' | 'staff', kind: 'reply' | 'note') {
    const id = newId()
    const said = text(chance, 25)
    step(transitions[kind], author, 2, kind === 'reply' ? { last_public_at: now } : {}, { message: id, side })
    rows.messages.push({ ticket_number: number, id, kind, author_id: author, side, text: said, at })
    findable(`message:${id}`, kind === 'note' ? 'staff' : 'everyone', said)
  }

  if (!fate.ends && !fate.taken && chance.is(0.3)) return { ticket, rows }
  step(transitions.assign, reviewer, 1, { group_id: group.id }, { from: { group: supportDeskId, member: null } })
  if (fate.taken === false) return { ticket, rows }
  step(transitions.take, member, 1, { member_id: member })
  for (let turn = chance.below(4); turn > 0; turn--)
    if (chance.is(0.5)) say(customer, 'customer', 'reply')
    else say(member, 'staff', chance.is(0.3) ? 'note' : 'reply')
  if (!fate.ends && chance.is(0.4)) return { ticket, rows }
  const solution = text(chance, 50)
  step(transitions['propose-solution'], member, 6, { solution_round: 1 }, { round: 1, text: solution })
  const round: Record<string, unknown> = {
    ...emptyRound,
    ticket_number: number,
    author_id: member,
    text: solution,
    proposed_at: at,
  }
  rows.rounds.push(round)
  findable('solution:1', fate.ends ? 'everyone' : 'staff', solution)
  if (!fate.ends) return { ticket, rows }
  const offer = { offered_at: now, last_public_at: now, asks_verdict: true }
  step(transitions['approve-solution'], reviewer, 2, offer, { round: 1, selfReviewed: false })
  Object.assign(round, { offered_at: at, reviewed_by: reviewer })
  step(transitions['accept-solution'], customer, 12, { last_public_at: now }, { round: 1, author: member })
  Object.assign(round, { state: 'accepted', decided_at: at })
  if (chance.is(0.45)) {
    const comment = chance.is(0.3) ? text(chance, 12) : null
    step(transitions.rate, customer, 3, { score: 5 - chance.skewed(5), comment, rated_at: now }, { comment })
  }
  return { ticket, rows }
}

/** Stands for the moment of the step. */
const now = new Date(0)

const emptyRound = {
  round: 1,
  proposed_text: null,
  state: 'inReview',
  offered_at: null,
  reviewed_by: null,
  self_reviewed: false,
  decided_at: null,
  reason: null,
}
