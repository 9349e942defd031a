import { roleOf } from './people.ts'
import type { Group, Kept, Who, World } from './world.ts'

const shares = (who: Who): boolean => roleOf[who] === 'desk' || roleOf[who] === 'administrator'
const isOf = (world: World, who: Who, group: Group | null): boolean => group !== null && world.groups[group].has(who)

/** Who reads a kept answer: its owner, the group's people, everybody who works here. */
export const keptFor = (world: World, who: Who): string[] =>
  world.kept.filter((one) => readsKept(world, who, one)).map(({ name }) => name)

function readsKept(world: World, who: Who, { shared, owner, group }: Kept): boolean {
  if (shared === 'all') return true
  return shared === 'own' ? owner === who : isOf(world, who, group)
}

type Sharing = Pick<Kept, 'shared' | 'group'>

/** Null when it was done, or the refusal's code. */
export function addKept(world: World, who: Who, name: string, { shared, group }: Sharing): string | null {
  if (roleOf[who] === 'customer') return 'notAllowed'
  const refusal = sharingRefused(world, who, { shared, group })
  if (refusal === null) world.kept.push({ name, owner: who, shared, group: shared === 'group' ? group : null })
  return refusal
}

export function changeKept(world: World, who: Who, one: Kept, to: Sharing | 'remove'): string | null {
  if (roleOf[who] === 'customer' || !readsKept(world, who, one)) return 'notFound'
  const isOwn = one.shared === 'own' ? one.owner === who : shares(who)
  if (!isOwn) return 'notAllowed'
  if (to === 'remove') {
    world.kept.splice(world.kept.indexOf(one), 1)
    return null
  }
  const refusal = sharingRefused(world, who, to)
  if (refusal === null) Object.assign(one, { shared: to.shared, group: to.shared === 'group' ? to.group : null })
  return refusal
}

function sharingRefused(world: World, who: Who, { shared, group }: Sharing): string | null {
  if (shared === 'own') return null
  if (!shares(who)) return 'notAllowed'
  return shared === 'all' || isOf(world, who, group) ? null : 'invalidFields'
}
