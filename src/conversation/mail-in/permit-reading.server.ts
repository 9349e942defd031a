import type { Person } from '../../entities/person/actor.ts'
import { permit } from '../../permissions/permit.server.ts'
import { seesAll, seesGroups } from '../../permissions/sight.ts'

/** Whoever sees tickets as one of the staff may ask; of which tickets is looked at with each mail. */
export function permitReading(actor: Person): void {
  if (!seesGroups(actor) && !seesAll(actor)) permit(actor, 'ticket.assign')
}
