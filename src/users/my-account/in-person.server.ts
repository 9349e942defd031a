import type { Person } from '../../entities/person/actor.ts'
import { refuse } from '../../server/errors/refusal.ts'

/** What decides over an account itself is done by its person, never by a program that holds a key of theirs. */
export function inPerson(actor: Person): void {
  if (actor.key !== undefined) refuse('sessionNeeded')
}
