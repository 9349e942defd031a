import { supportDeskId } from '../src/entities/group/support-desk.ts'
import type { Ticket } from '../src/entities/ticket/ticket-tables.ts'
import type { Change } from '../src/events/desk.server.ts'
import type { MultilingualText } from '../src/fields/multilingual-text/multilingual-text.ts'
import { newId } from '../src/server/ids.server.ts'
import type { Chance } from '../src/start/demo/chance.ts'
import { figureColumns } from '../src/entities/figure-tables.ts'
import { deltasOf, handsOf, type Delta } from '../src/statistics/figures.ts'
import { differences, follow } from '../src/workflow/change-ticket.server.ts'
import { newTicket } from '../src/workflow/new-ticket.ts'
import { transitions, type Transition } from '../src/workflow/transitions.ts'
import type { People } from './people.ts'
import type { Texts } from './texts.ts'

type Row = Record<string, unknown>
export type Rows = Record<
  'events' | 'messages' | 'rounds' | 'words' | 'closings' | 'responses' | 'deltas' | 'notices',
  Row[]
>

/** How far a life goes: to its end, as chance wants it, or to a stage that a verb needs. */
export type Fate = 'ends' | 'goes on' | 'open' | 'grouped' | 'taken' | 'inReview' | 'offered'

const hour = 3_600_000

/**
 * The rows of one ticket's life, made by the workflow's own pure functions, so that replaying the events gives the row; only
 * the writing is not the product's.
 */
export function live(number: number, opened: Date, people: People, chance: Chance, fate: Fate, texts: Texts) {
  const rows: Rows = {
    events: [],
    messages: [],
    rounds: [],
    words: [],
    closings: [],
    responses: [],
    deltas: [],
    notices: [],
  }
  const text = texts.text
  const customer = people.customers[chance.skewed(people.customers.length)]!
  const group = people.groups[chance.skewed(people.groups.length)]!
  const member = chance.pick(group.members)
  const reviewer = chance.pick(people.desk)
  let at = opened
  let ticket: Ticket = newTicket({
    number,
    customer,
    at,
    title: chance.is(texts.rarely) ? texts.rareTitle(chance) : text(chance, 'title'),
    description: text(chance, 'description'),
  })
  const findable = (text_id: string, audience: 'everyone' | 'staff', of: MultilingualText) =>
    rows.words.push({ ticket_number: number, text_id, audience, words: texts.wordsOf(of) })
  const event = (happened: string, actor: string, before: object, after: object, details: object) => {
    const id = newId()
    rows.events.push({
      ticket_number: number,
      seq: ticket.seq,
      id,
      happened,
      actor_id: actor,
      at,
      before,
      after,
      details,
    })
    return id
  }
  /** What the figures are to add: the worker folds it in, as after every change. */
  const counts = (delta: Delta, moment = at) =>
    rows.deltas.push({
      ...zero,
      ...delta,
      ticket_number: number,
      seq: ticket.seq,
      part: rows.deltas.length,
      at: moment,
    })
  /** The desk speaks to the customer for the first time. */
  const responds = () => {
    if (rows.responses.length > 0) return
    const { seq, group_id, member_id } = ticket
    rows.responses.push({ ticket_number: number, seq, at, opened_at: opened, group_id, member_id })
    counts({ ...handsOf(ticket), first_responses: 1 })
  }

  deltasOf({ before: null, after: ticket, happened: 'ticketSubmitted', details: {} }).forEach((delta) => counts(delta))
  const received = event('ticketSubmitted', customer, {}, ticket, { onBehalf: false })
  const { source, texts: inLanguages } = ticket.title
  rows.notices.push({
    ticket_number: number,
    event_id: received,
    interaction: 'notify-customer-of-receipt',
    recipient_id: customer,
    id: newId(),
    says: {
      variables: { number: { number }, title: { text: { source, texts: inLanguages } } },
      side: 'customer',
      why: 'customer',
      status: 'open',
    },
    at,
    read_at: chance.is(0.9) ? at : null,
  })
  findable('title', 'everyone', ticket.title)
  findable('description', 'everyone', ticket.description)

  function step(transition: Transition, actor: string, hours: number, set: Partial<Ticket> = {}, details: object = {}) {
    at = new Date(at.getTime() + Math.round(hours * hour * (0.2 + 1.6 * chance.next())))
    const outcome = { set: stamped(set), details: details as Record<string, unknown> }
    const next = follow({ at } as Change, ticket, transition, outcome)
    const { before, after } = differences(ticket, next)
    const { happened } = transition
    const deltas = deltasOf({ before: ticket, after: next, happened, details: outcome.details })
    ticket = next
    deltas.forEach((delta) => counts(delta))
    event(happened, actor, before, after, details)
  }
  /** Moments of the step itself, which is only known inside it. */
  const stamped = (set: Partial<Ticket>) =>
    Object.fromEntries(Object.entries(set).map(([name, value]) => [name, value === now ? at : value]))

  function say(author: string, side: 'customer' | 'staff', kind: 'reply' | 'note') {
    const id = newId()
    const said = text(chance, 'message')
    step(transitions[kind], author, 2, kind === 'reply' ? { last_public_at: now } : {}, { message: id, side })
    if (kind === 'reply' && side === 'staff') responds()
    rows.messages.push({ ticket_number: number, id, kind, author_id: author, side, text: said, at })
    findable(`message:${id}`, kind === 'note' ? 'staff' : 'everyone', said)
  }

  const done = { ticket, rows }
  const soFar = () => Object.assign(done, { ticket })
  const mayStop = fate === 'goes on'
  if (fate === 'open' || (mayStop && chance.is(0.3))) return soFar()
  step(transitions.assign, reviewer, 1, { group_id: group.id }, { from: { group: supportDeskId, member: null } })
  if (fate === 'grouped') return soFar()
  step(transitions.take, member, 1, { member_id: member })
  if (fate === 'ends' || mayStop)
    for (let turn = 3 + chance.below(5); turn > 0; turn--)
      if (chance.is(0.5)) say(customer, 'customer', 'reply')
      else say(member, 'staff', chance.is(0.3) ? 'note' : 'reply')
  if (fate === 'taken' || (mayStop && chance.is(0.4))) return soFar()
  const solution = text(chance, 'solution')
  step(transitions['propose-solution'], member, 6, { solution_round: 1 }, { round: 1, text: solution })
  const round: Record<string, unknown> = {
    ...emptyRound,
    ticket_number: number,
    author_id: member,
    text: solution,
    proposed_at: at,
  }
  rows.rounds.push(round)
  const offers = fate === 'ends' || fate === 'offered' || (mayStop && chance.is(0.5))
  findable('solution:1', offers ? 'everyone' : 'staff', solution)
  if (!offers) return soFar()
  const offer = { offered_at: now, last_public_at: now, asks_verdict: true }
  step(transitions['approve-solution'], reviewer, 2, offer, { round: 1, selfReviewed: false })
  responds()
  Object.assign(round, { state: 'offered', offered_at: at, reviewed_by: reviewer })
  if (fate === 'offered' || mayStop) return soFar()
  step(transitions['accept-solution'], customer, 12, { last_public_at: now }, { round: 1, author: member })
  Object.assign(round, { state: 'accepted', decided_at: at })
  const closing: Row = {
    ticket_number: number,
    seq: ticket.seq,
    closed_at: at,
    ended: 'accepted',
    group_id: ticket.group_id,
    member_id: ticket.member_id,
    customer_id: customer,
    opened_at: opened,
    score: null,
  }
  rows.closings.push(closing)
  if (chance.is(0.45)) {
    const comment = chance.is(0.3) ? text(chance, 'comment') : null
    const score = 5 - chance.skewed(5)
    step(transitions.rate, customer, 3, { score, comment, rated_at: now }, { score, comment })
    if (comment) findable('comment', 'everyone', comment)
    closing['score'] = score
    counts({ ...handsOf(ticket), [`rated_${score}`]: 1 }, closing['closed_at'] as Date)
  }
  return soFar()
}

/** Stands for the moment of the step. */
const now = new Date(0)

const zero = Object.fromEntries(figureColumns.map((column) => [column, 0]))

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
