import type { Person } from '../../entities/person/actor.ts'
import type { Filled } from '../../fields/form.ts'
import { seesAll, seesPeople } from '../../permissions/sight.ts'
import { refuse, refuseFields } from '../../server/errors/refusal.ts'
import type { statisticForm } from './closed-tickets-over-time.ts'

/** Whose figures: everybody's (null), or those of some groups; and of which people, where they are told apart. */
export type Scope = { groups: readonly string[] | null; people: readonly string[] | null }

/** Who sees all tickets sees all figures; others those of their own groups. Of people, the allowed alone see more than their own. */
export function scopeOf(actor: Person, { group, split }: Filled<typeof statisticForm>): Scope {
  if (group !== undefined && !seesAll(actor) && !actor.groups.has(group)) refuse('notFound')
  // the figures of a person are those of all their groups together, so they do not stand within one group
  if (group !== undefined && split === 'representative') refuseFields({ field: 'split', code: 'notInList' })
  if (group !== undefined) return { groups: [group], people: [] }
  return { groups: seesAll(actor) ? null : [...actor.groups], people: seesPeople(actor) ? null : [actor.id] }
}
