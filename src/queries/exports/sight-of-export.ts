import type { ExportSight } from '../../entities/export-table.ts'
import type { Person } from '../../entities/person/actor.ts'
import { isStaff } from '../../permissions/is-staff.ts'

/** What is looked at when an export is asked for; a worker that writes it later, for the same person, sees no more. */
export const sightOf = ({ permissions, groups, colleagues }: Person): ExportSight => ({
  permissions: [...permissions].sort(),
  groups: [...groups].sort(),
  colleagues: [...(colleagues ?? [])].sort(),
})

/** The person as they are now, without what they could not see when they asked. */
export function withSight(person: Person, sight: ExportSight): Person {
  const { colleagues, ...rest } = person
  return {
    ...rest,
    permissions: inBoth(person.permissions, sight.permissions),
    groups: inBoth(person.groups, sight.groups),
    ...(colleagues ? { colleagues: inBoth(colleagues, sight.colleagues) } : {}),
  }
}

const inBoth = (now: ReadonlySet<string>, then: readonly string[]) => new Set(then.filter((each) => now.has(each)))

/** Whether someone still sees all that an export was written with; by a key with fewer rights they do not. */
export function stillSees(person: Person, sight: ExportSight | null): boolean {
  if (!sight) return false
  const then = withSight(person, sight)
  return (
    isStaff(then) === isStaff({ permissions: new Set(sight.permissions) }) &&
    sight.permissions.filter(decides).every((each) => then.permissions.has(each)) &&
    sight.groups.length === then.groups.size &&
    sight.colleagues.length === (then.colleagues?.size ?? 0)
  )
}

/** Which tickets. Which columns depends on whether they work here at all. */
const decides = (permission: string): boolean => permission.startsWith('ticket.see')
