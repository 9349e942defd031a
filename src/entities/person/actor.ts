/** A signed-in person who acts, with the rights that their roles and groups give them at this moment. */
export type Person = {
  kind: 'person'
  id: string
  name: string
  email: string
  /** BCP 47; the organisation's where the person has none. */
  language: string
  timeZone: string
  /** How they want numbers and days written; absent: as the organisation or their region has it. */
  digits?: 'latn' | 'arab'
  calendar?: 'gregory' | 'islamic-umalqura'
  permissions: ReadonlySet<string>
  /** Ids of the groups that the person is a member of. */
  groups: ReadonlySet<string>
  /** Ids of those whose tickets they see beside their own: their organisation's customers. Absent: nobody's. */
  colleagues?: ReadonlySet<string>
  /** They came by a link in a mail: they see this ticket, as its customer, and nothing else. */
  onlyTicket?: number
  /** The API key by which a program speaks for them. */
  key?: string
  /** A role of theirs asks for a second factor that they have not set up: until then they may do nothing else. */
  lacksSecondFactor?: true
}

/** The system itself: closes by silence, releases tickets of deactivated members. */
export type System = { kind: 'system' }

export type Actor = Person | System

export const system: System = { kind: 'system' }

/** The id stored as an event's actor; null for the system. */
export const actorId = (actor: Actor): string | null => (actor.kind === 'person' ? actor.id : null)
