import type { FormError } from '../../fields/form.ts'
import type { ImportRow } from './import-row.ts'
import { namedIn, type Named, type Names } from './named-in.ts'

export type KnownPerson = {
  id: string
  name: string
  language: string | null
  timeZone: string | null
  organisation: string | null
  roles: string[]
  /** Ids. */
  groups: string[]
  active: boolean
  service: boolean
}

/** What is here already, as far as the file speaks of it. */
export type Known = Names & {
  people: ReadonlyMap<string, KnownPerson>
  /** By each name in the file; names with one key are one organisation, without an id one that is not here yet. */
  organisations: ReadonlyMap<string, { key: string; id: string | null }>
  /** Whether the importer may put people into groups. */
  joins: boolean
  /** Roles, groups and people that the importer may not touch: those that give or hold rights over the desk. */
  beyond: { roles: ReadonlySet<string>; groups: ReadonlySet<string>; people: ReadonlySet<string> }
}

export type Planned = {
  line: number
  email: string
  name: string
  will: 'add' | 'update' | 'unchanged' | 'wrong'
  /** What changes of somebody who is here. */
  changes: string[]
  errors: FormError[]
  row: ImportRow
  person: KnownPerson | undefined
  /** The keys of the roles that the row names; undefined where it names none. */
  roles: string[] | undefined
  /** The ids of the groups that they join; an import takes nobody out of one. */
  groups: string[]
}

/** Row by row what an import does; it decides nothing that it does not say here. */
export const planImport = (rows: readonly ImportRow[], known: Known): Planned[] =>
  rows.map((row) => planRow(row, known))

function planRow(row: ImportRow, known: Known): Planned {
  const { email = '', name } = row.said
  const person = known.people.get(email)
  const named = namedIn(row.said, known)
  const meant: Meant = {
    row,
    person,
    named,
    joined: named.groups.filter((group) => !person?.groups.includes(group)),
  }
  const errors = bounded([...row.errors, ...faults(meant, known)])
  const changes = person && errors.length === 0 ? changesTo(person, meant, known) : []
  const right = person ? (changes.length > 0 ? ('update' as const) : ('unchanged' as const)) : ('add' as const)
  return {
    line: row.line,
    email,
    name: name ?? person?.name ?? '',
    will: errors.length > 0 ? 'wrong' : right,
    changes,
    errors,
    row,
    person,
    roles: named.roles,
    groups: meant.joined,
  }
}

type Meant = { row: ImportRow; person: KnownPerson | undefined; named: Named; joined: string[] }

/** A cell can name thousands of roles that there are not. */
const mostOfOneField = 10

function bounded(errors: readonly FormError[]): FormError[] {
  const counts = new Map<string, number>()
  return errors.filter(({ field }) => {
    const count = (counts.get(field) ?? 0) + 1
    counts.set(field, count)
    return count <= mostOfOneField
  })
}

function faults({ row: { said, errors }, person, named, joined }: Meant, known: Known): FormError[] {
  const { beyond } = known
  const wrong: FormError[] = [...named.unknown]
  // what they lack, and what is not the importer's to give, depends on who they are
  if (errors.some(({ field }) => field === 'email')) return wrong
  if (!person && said.name === undefined) wrong.push({ field: 'name', code: 'required' })
  if (person?.service) wrong.push({ field: 'email', code: 'notInList' })
  const given = (named.roles ?? []).filter((role) => !person?.roles.includes(role))
  const taken = named.roles && person ? person.roles.filter((role) => !named.roles!.includes(role)) : []
  if ([...given, ...taken].some((role) => beyond.roles.has(role))) wrong.push({ field: 'roles', code: 'notYours' })
  if (joined.length > 0 && (!known.joins || joined.some((group) => beyond.groups.has(group))))
    wrong.push({ field: 'groups', code: 'notYours' })
  // who is deactivated may stay where they are, and comes nowhere
  if (joined.length > 0 && person && !person.active) wrong.push({ field: 'groups', code: 'inactive' })
  if (person && beyond.people.has(person.id)) wrong.push({ field: 'email', code: 'notYours' })
  return wrong
}

function changesTo(person: KnownPerson, { row: { said }, named: { roles }, joined }: Meant, known: Known): string[] {
  const organisation = said.organisation && (known.organisations.get(said.organisation)?.id ?? 'new')
  const changed: [string, boolean][] = [
    ['name', said.name !== undefined && said.name !== person.name],
    ['language', said.language !== undefined && said.language !== person.language],
    ['timeZone', said.timeZone !== undefined && said.timeZone !== person.timeZone],
    ['organisation', organisation !== undefined && organisation !== person.organisation],
    ['roles', roles !== undefined && String(roles.toSorted()) !== String(person.roles.toSorted())],
    ['groups', joined.length > 0],
  ]
  return changed.filter(([, differs]) => differs).map(([field]) => field)
}

export function countsOf(planned: readonly Planned[]): Record<Planned['will'], number> {
  const counts = { add: 0, update: 0, unchanged: 0, wrong: 0 }
  for (const { will } of planned) counts[will] += 1
  return counts
}
