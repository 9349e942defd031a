import type { Tables } from '../entities/tables.ts'
import type { Ending } from '../entities/ticket/ticket.ts'
import type { MultilingualText } from '../fields/multilingual-text/multilingual-text.ts'
import type { Happened } from '../events/happened.ts'
import type { Settings } from '../settings/settings.ts'
import type { Selectable } from 'kysely'
import type { FileOfMail, SentFile, Variables } from './raw.ts'

export type Channel = 'in-app' | 'email'

/** What happened, and the ticket as it stands now. */
export type Scene = {
  event: {
    id: string
    /** Where it stands among all; samples stand nowhere. */
    position?: number
    happened: Happened
    /** null: the system itself. */
    actor: string | null
    at: Date
    before: Record<string, unknown>
    after: Record<string, unknown>
    details: Record<string, unknown>
  }
  ticket: Selectable<Tables['ticket']>
  settings: Settings
}

/** Why somebody hears of it; staff's mails say so. `standsIn`: an administrator, while nobody in the group is active. */
export type Why = { group: string; standsIn?: true } | 'assignee' | 'participant' | 'customer'

/** Some people who hear the same, in the same variant of the text, for the same reason. */
export type Audience = {
  people: readonly string[]
  side: 'staff' | 'customer'
  why: Why
  variant?: string
  /** Those of them whom another interaction tells of the same: they are left out by the doors by which it does. */
  toldBy?: { interaction: string; people: readonly string[] }
}

/** What an interaction may ask about the desk. The groups' people are active, and no programs. */
export type Ask = {
  /** The active members of the Support Desk group; while there are none, the active administrators. */
  desk(): Promise<Audience>
  /** The active members of a group. */
  membersOf(group: string): Promise<Audience>
  /** Those of them who see the ticket as one of the staff: a role may have come to allow less. */
  seersIn(group: string): Promise<Audience>
  /**
   * Those, where there is another than `but`; else the Support Desk, in the words of the variant `desk`: a ticket lies where nobody
   * works on it.
   */
  groupOrDesk(group: string, but?: string | null): Promise<Audience>
  /** The member that the ticket is assigned to; nobody where there is none. */
  assignee(): Audience
  /** Who proposed this round. */
  author(round: number): Promise<Audience>
  /** Who proposed the round that the ticket's customer accepted last. */
  acceptedAuthor(): Promise<Audience>
  /** The round's author, and the assignee where that is another. */
  solvers(round: number): Promise<Audience>
  /** Beside its author, who goes on with a round that came back: the assignee; where neither is here, who works on it now. */
  goesOn(round: number): Promise<Audience>
  /** The assignee, else the assigned group, else the Support Desk; and who of the staff wrote on the ticket before. */
  staffOnTicket(): Promise<Audience[]>
  /** Of a duplicate: the staff on its original; nobody where it is none. */
  staffOnOriginal(): Promise<Audience[]>
  customer(variant?: string): Audience
  /** The group whose own mailbox it came by: it went there at once, assigned by nobody. */
  groupOfMailbox(): Promise<string | undefined>
  nameOf(person: string | null): Promise<string | undefined>
  groupName(group: string): Promise<string>
  message(id: string): Promise<{ text: MultilingualText }>
  round(number: number): Promise<{ text: MultilingualText; offeredAt: Date | null }>
  /** The solution of another ticket that this one, its duplicate, is shown; undefined where that round never went out. */
  sharedAnswer(original: number, round: number): Promise<MultilingualText | undefined>
  /** What came with the mail that a text is from, and is not among its files. */
  leftOut(of: string): Promise<FileOfMail[]>
  /** What was sent with a text, of this ticket or of the one whose solution is shown on it. */
  files(of: string, ticket?: number): Promise<SentFile[]>
  /** Whether somebody proved their address: who did not is not quoted. */
  isProven(person: string): Promise<boolean>
}

/**
 * One telling, declared: the events that trigger it, who hears of it, what the words need, and by which doors it goes out.
 * The texts themselves are in src/words, under the same name.
 */
export type Interaction = {
  name: string
  on: readonly Happened[]
  to(scene: Scene, ask: Ask): Promise<Audience[]> | Audience[]
  say(scene: Scene, ask: Ask): Promise<Variables> | Variables
  by: readonly Channel[]
  /** The answer or the closing that its buttons decide on: see workflow/what-it-was-about.ts. */
  about?(scene: Scene): string | undefined
  /** The events after which it is meant for the actor too: one's own request is confirmed, one's own yes is asked after. */
  tellsActor?: readonly Happened[]
  /** Left out rather than sent late where an address that nobody proved already got as much as it may in an hour. */
  spare?: true
  /** Carries what somebody here wrote for somebody outside: a mail server may tell us that it could not be delivered. */
  comesBack?: true
}

/** Gives back what it is given: the declaration is checked against its type where it stands. */
export const interaction = (declared: Interaction): Interaction => declared

/** What the verbs record beside the columns that changed; see src/workflow and src/conversation. */
export type Details = {
  onBehalf: boolean
  from: { group: string; member: string | null }
  round: number
  reason: MultilingualText
  wasOffered: boolean
  offeredAt: string
  /** When staff wrote to the customer last, where that was after the offer. */
  spokeAt: string
  closesOn: string
  closedAt: string
  /** How it had ended before it was reopened. */
  ended: Ending
  original: number
  score: number
  comment: MultilingualText
  message: string
  /** Of the staff who see the ticket. */
  mentions: string[]
  side: 'staff' | 'customer'
}

/** Undefined where this event has no such detail; nothing is checked, for our own verbs wrote it. */
export const detail = <Name extends keyof Details>(scene: Scene, name: Name): Details[Name] | undefined =>
  scene.event.details[name] as Details[Name] | undefined
