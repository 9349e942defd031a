import type { FormError } from '../../fields/form.ts'
import type { ImportRow } from './import-row.ts'

export type KnownPerson = {
  id: string
  name: string
  language: string | null
  timeZone: string | null
  organisation: string | null
  roles: string[]
  /** Ids. */
  groups: string[]
  service: boolean
}

/** What is here already, as far as the file speaks of it. Names of groups and organisations in lower case. */
export type Known = {
  people: ReadonlyMap<string, KnownPerson>
  roles: ReadonlySet<string>
  groups: ReadonlyMap<string, string>
  organisations: ReadonlyMap<string, string>
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
}

/** Row by row what an import does; it decides nothing that it does not say here. */
export const planImport = (rows: readonly ImportRow[], known: Known): Planned[] =>
  rows.map((row) => planRow(row, known))

function planRow(row: ImportRow, known: Known): Planned {
  const { email = '', name } = row.said
  const person = known.people.get(email)
  const errors = [...row.errors, ...(row.errors.length > 0 ? [] : faults(row, person, known))]
  const changes = person && errors.length === 0 ? changesTo(person, row, known) : []
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
  }
}

function faults({ said }: ImportRow, person: KnownPerson | undefined, known: Known): FormError[] {
  const { beyond } = known
  const wrong: FormError[] = []
  if (!person && said.name === undefined) wrong.push({ field: 'name', code: 'required' })
  if (person?.service) wrong.push({ field: 'email', code: 'notInList' })
  for (const role of said.roles ?? [])
    if (!known.roles.has(role)) wrong.push({ field: 'roles', code: 'notInList', given: role })
  for (const group of said.groups ?? [])
    if (!known.groups.has(group.toLowerCase())) wrong.push({ field: 'groups', code: 'notInList', given: group })
  const given = (said.roles ?? []).filter((role) => !person?.roles.includes(role))
  const taken = said.roles && person ? person.roles.filter((role) => !said.roles!.includes(role)) : []
  const joined = newGroups(said.groups, person, known)
  if ([...given, ...taken].some((role) => beyond.roles.has(role))) wrong.push({ field: 'roles', code: 'notYours' })
  if (joined.some((group) => beyond.groups.has(group))) wrong.push({ field: 'groups', code: 'notYours' })
  if (person && beyond.people.has(person.id)) wrong.push({ field: 'email', code: 'notYours' })
  return wrong
}

function changesTo(person: KnownPerson, { said }: ImportRow, known: Known): string[] {
  const organisation = said.organisation && (known.organisations.get(said.organisation.toLowerCase()) ?? 'new')
  const changed: [string, boolean][] = [
    ['name', said.name !== undefined && said.name !== person.name],
    ['language', said.language !== undefined && said.language !== person.language],
    ['timeZone', said.timeZone !== undefined && said.timeZone !== person.timeZone],
    ['organisation', organisation !== undefined && organisation !== person.organisation],
    ['roles', said.roles !== undefined && String(said.roles.toSorted()) !== String(person.roles.toSorted())],
    ['groups', newGroups(said.groups, person, known).length > 0],
  ]
  return changed.filter(([, differs]) => differs).map(([field]) => field)
}

/** The ids of the groups that someone joins; an import takes nobody out of one. */
export const newGroups = (
  names: readonly string[] | undefined,
  person: KnownPerson | undefined,
  { groups }: Pick<Known, 'groups'>,
): string[] =>
  (names ?? [])
    .map((name) => groups.get(name.toLowerCase()))
    .filter((id): id is string => id !== undefined && !person?.groups.includes(id))

export function countsOf(planned: readonly Planned[]): Record<Planned['will'], number> {
  const counts = { add: 0, update: 0, unchanged: 0, wrong: 0 }
  for (const { will } of planned) counts[will] += 1
  return counts
}
