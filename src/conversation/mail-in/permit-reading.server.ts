import type { Person } from '../../entities/person/actor.ts'
import { permit } from '../../permissions/permit.server.ts'

/** Whoever sees tickets as one of the staff may ask; of which tickets is looked at with each mail. */
export function permitReading(actor: Person): void {
  const sees = actor.permissions.has('ticket.seeGroups') || actor.permissions.has('ticket.seeAll')
  if (!sees) permit(actor, 'ticket.assign')
}
