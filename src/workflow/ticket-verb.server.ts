import type { Actor } from '../entities/person/actor.ts'
import type { FindableText } from '../entities/ticket/words.write.server.ts'
import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import { ticketColumns } from '../entities/ticket/columns.ts'
import type { Change, Desk } from '../events/desk.server.ts'
import type { Filled, Form } from '../fields/form.ts'
import { may, type Circumstances, type PersonsVerb } from '../permissions/may.ts'
import { sideOf, type Side } from '../permissions/sight.ts'
import type { TicketFacts } from '../permissions/ticket-facts.ts'
import { refuse } from '../server/errors/refusal.ts'
import { settingsOf, storedSettings } from '../settings/settings.server.ts'
import type { Settings } from '../settings/settings.ts'
import { bodies } from './bodies.ts'
import { nameOfAssignee } from './assignee-name.server.ts'
import { changeTicket } from './change-ticket.server.ts'
import { readBody } from './read-body.server.ts'
import { possible, type Moment } from './possible.ts'
import { actsAsCustomer, possibleVerbs } from './possible-verbs.ts'
import { circumstancesOf, factsOf } from './ticket-facts.server.ts'
import { transitionOf, type Transition } from './transitions.ts'

export type Scene<V extends PersonsVerb> = {
  change: Change
  ticket: Ticket & TicketFacts
  body: Filled<(typeof bodies)[V]>
  side: Side
  settings: Settings
  circumstances: Circumstances
  /** What the verb is, from where the ticket stands. */
  transition: Transition
}

/** What a verb makes of the ticket; status, ending and solution follow from the transition unless said here. */
export type Outcome = {
  set?: Partial<Ticket>
  details?: Record<string, unknown>
  words?: FindableText[]
  /** A verb may turn out to be another transition's: a proposal goes straight out where nothing is reviewed. */
  as?: Transition
}

export type TicketVerb = (desk: Desk, actor: Actor, number: number, body?: unknown) => Promise<void>

export type Before<V extends PersonsVerb> = {
  /** What must be locked before the ticket itself. */
  lock?: (change: Change, number: number, rawBody: unknown) => Promise<void>
  /** Rules of the body that only the database can tell: 422 like the rest of it, before any 409. */
  check?: (scene: Scene<V>) => Promise<void>
  /**
   * What was asked for is so already: nothing happens, nobody is told, and it is no refusal, whatever was seen: who ask for the
   * same do not contradict each other.
   */
  isSo?: (scene: Scene<V>) => boolean | Promise<boolean>
}

/**
 * A verb on one ticket, from asking to recording, always in this order: see it (404), may (403), the body (422), the
 * state and the version (409), act, record. Refusals throw and change nothing.
 */
export function ticketVerb<V extends PersonsVerb>(
  verb: V,
  act: (scene: Scene<V>) => Promise<Outcome>,
  before: Before<V> = {},
): TicketVerb {
  return (desk, actor, number, rawBody) =>
    desk.change(actor, async (change) => {
      await before.lock?.(change, number, rawBody)
      const { ticket, settings } = await lock(change, number)
      const circumstances = await circumstancesOf(change.db, actor, ticket)
      permit(actor, verb, ticket, circumstances)
      const body = readBody(bodies[verb] as Form, rawBody, actor) as Scene<V>['body']
      const transition = transitionOf(verb, ticket)
      const scene = { change, ticket, body, side: sideOf(actor, ticket), settings, circumstances, transition }
      await before.check?.(scene)
      await checkPossible(scene, verb)
      if (await before.isSo?.(scene)) return
      await checkVersion(scene, (body as { version?: number }).version)
      const { as, ...outcome } = await act(scene)
      await changeTicket(change, ticket, as ?? transition, outcome)
    })
}

type Locked = { ticket: Ticket & TicketFacts; settings: Settings }

async function lock(change: Change, number: number): Promise<Locked> {
  const found = Number.isSafeInteger(number) ? await lockWithSettings(change, number) : undefined
  if (!found) refuse('notFound')
  const { settings, ...row } = found
  // asked for after the lock: a round that somebody added while we waited would be missing from the same statement
  const ticket = await factsOf(change.db, row)
  if (sideOf(change.actor, ticket) === null) refuse('notFound')
  return { ticket, settings: settingsOf(settings) }
}

const lockWithSettings = ({ db }: Change, number: number) =>
  db
    .selectFrom('ticket')
    .select(ticketColumns)
    .select(storedSettings.as('settings'))
    .where('number', '=', number)
    .forNoKeyUpdate('ticket')
    .executeTakeFirst()

function permit(actor: Actor, verb: PersonsVerb, ticket: TicketFacts, circumstances: Circumstances): void {
  const answer = may(actor, verb, ticket, circumstances)
  if (answer === true) return
  if (answer.code === 'ownSolution') refuse('ownSolution')
  refuse('notAllowed', { variables: { permission: answer.permission } })
}

type Asked = Pick<Scene<PersonsVerb>, 'change' | 'ticket' | 'settings' | 'circumstances'>

async function checkPossible({ change, ticket, settings, circumstances }: Asked, verb: PersonsVerb): Promise<void> {
  const { actor } = change
  const now: Omit<Moment, 'asCustomer'> = { at: change.at, settings: settings.workflow }
  const answer = possible(verb, ticket, { ...now, asCustomer: actsAsCustomer(actor, verb, ticket) })
  if (answer === true) return
  refuse(answer.code, {
    variables: {
      ...presentState(ticket),
      number: ticket.number,
      ...(answer.code === 'alreadyTaken' ? { actor: await nameOfAssignee(change.db, ticket) } : {}),
      ...('endedOn' in answer ? { endedOn: answer.endedOn.toISOString() } : {}),
    },
    may: possibleVerbs(actor, ticket, now, circumstances),
  })
}

/** Nobody decides on what they did not see. */
async function checkVersion({ change, ticket, transition }: Seen, version: number | undefined): Promise<void> {
  if (!transition.guarded || version === undefined || version === ticket.version) return
  // two who give it to somebody contradict each other: the second hears who has it
  const assignee = transition.needs === 'assignee' ? { assignee: await nameOfAssignee(change.db, ticket) } : {}
  refuse('changedMeanwhile', { variables: { ...presentState(ticket), ...assignee } })
}

type Seen = Pick<Scene<PersonsVerb>, 'change' | 'ticket' | 'transition'>

/** What whoever was refused needs to go on: for the words, and for the program that asked. */
const presentState = ({ status, version }: Ticket) => ({ status, now: { status, version } })
