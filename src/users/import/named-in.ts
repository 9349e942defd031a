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

/** No name of a role or a group is longer. */
const longest = 200

/** What stands between semicolons or bars; a name that has some of them in it stays whole, wherever it stands. */
function listedIn(cell: string, isName: (part: string) => boolean): string[] {
  // the parts, and between them what parts them
  const pieces = cell.split(/([;|])/u)
  const listed: string[] = []
  for (let from = 0; from < pieces.length;) {
    let to = from
    let joined = pieces[from]!
    for (let end = from + 2; end < pieces.length && joined.length <= longest; end += 2) {
      joined += pieces[end - 1]! + pieces[end]!
      if (isName(joined.trim())) to = end
    }
    listed.push(
      pieces
        .slice(from, to + 1)
        .join('')
        .trim(),
    )
    from = to + 2
  }
  return listed.filter((part) => part !== '')
}
