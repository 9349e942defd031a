import type { Person } from '../entities/person/actor.ts'
import { sideOf } from '../permissions/sight.ts'
import type { Audience, Interaction, Scene } from './interaction.ts'

export type Recipient = Omit<Audience, 'people'> & { person: Person }

/**
 * Who of the audiences is told: active, allowed to see the ticket from that side, not the one who did it (unless it is meant
 * for them), and once each, in the first audience that names them.
 */
export function recipientsOf(
  audiences: readonly Audience[],
  people: ReadonlyMap<string, Person>,
  scene: Scene,
  { tellsActor }: Pick<Interaction, 'tellsActor'>,
): Recipient[] {
  const told = new Map<string, Recipient>()
  for (const { people: ids, ...audience } of audiences)
    for (const id of ids) {
      const person = people.get(id)
      if (!person || told.has(id)) continue
      if (id === scene.event.actor && !tellsActor?.includes(scene.event.happened)) continue
      if (maySee(person, scene.ticket, audience.side)) told.set(id, { ...audience, person })
    }
  return [...told.values()]
}

/** What is said to staff is only for whoever sees the ticket as one of them. */
export function maySee(person: Person, ticket: Scene['ticket'], side: 'staff' | 'customer'): boolean {
  const seen = sideOf(person, { ...ticket, author_id: null })
  return side === 'staff' ? seen === 'staff' : seen !== null
}
