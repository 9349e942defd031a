import type { FormError } from '../../fields/form.ts'
import { nameLine } from '../../fields/one-line.ts'
import { bareName } from '../../permissions/bare-name.ts'
import type { ImportRow } from './import-row.ts'

export type Names = {
  /** Their keys. */
  roles: ReadonlySet<string>
  /** Keys of roles by what they are called in any language, in lower case. */
  called: ReadonlyMap<string, string>
  /** Ids of groups by their names in lower case. */
  groups: ReadonlyMap<string, string>
}

export type Named = {
  /** Keys; undefined where the cell names none. */
  roles: string[] | undefined
  /** Ids. */
  groups: string[]
  unknown: FormError[]
}

/** The roles and groups that a row speaks of: a role by its key or by its name, as the pages show it, a group by its name. */
export function namedIn({ roles, groups }: ImportRow['said'], names: Names): Named {
  const keyOf = (role: string) => (names.roles.has(role) ? role : names.called.get(bareName(role)))
  const idOf = (group: string) => names.groups.get(nameLine(group).toLowerCase())
  const ofRoles = readCell('roles', roles, keyOf)
  const ofGroups = readCell('groups', groups, idOf)
  return {
    roles: ofRoles.known.length > 0 ? ofRoles.known : undefined,
    groups: ofGroups.known,
    unknown: [...ofRoles.unknown, ...ofGroups.unknown],
  }
}

function readCell(field: string, cell: string | undefined, find: (name: string) => string | undefined) {
  const known = new Set<string>()
  const unknown: FormError[] = []
  for (const name of listedIn(cell ?? '', (one) => find(one) !== undefined)) {
    const found = find(name)
    if (found !== undefined) known.add(found)
    else unknown.push({ field, code: 'notInList', given: name.slice(0, 100) })
  }
  return { known: [...known], unknown }
}

/** What stands between semicolons or bars; a name that has one of them in it stays whole. */
function listedIn(cell: string, isName: (part: string) => boolean): string[] {
  const whole = cell.trim()
  if (isName(whole)) return [whole]
  return whole
    .split(';')
    .flatMap((part) => (isName(part.trim()) ? [part] : part.split('|')))
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
