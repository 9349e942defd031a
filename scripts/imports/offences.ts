import { matcher } from './patterns.ts'
import { cyclesIn, pathTo, reachOf } from './reach.ts'
import type { Module, Modules } from './read-modules.ts'

/** One row of the table of import rules. Patterns name modules of `src/`, `npm:package` or `node:module`. */
export type ImportRule = {
  name: string
  why: string
  from: readonly string[]
  notFrom?: readonly string[]
  mustNotReach: readonly string[]
  mayReach?: readonly string[]
  /** Through others it may get there: only naming it oneself offends. */
  onlyDirectly?: true
  /** Only from one folder of a kind to another folder of the same kind. */
  betweenSiblings?: true
}

/** Finds what breaks the rules. Type-only imports count where they are written, but load nothing and so lead nowhere. */
export function offencesAgainst(rules: readonly ImportRule[], modules: Modules, exempt: (name: string) => boolean) {
  const names = new Set([...modules.values()].flatMap(({ name, runtime, typeOnly }) => [name, ...runtime, ...typeOnly]))
  const prepared = rules.map((rule) => prepare(rule, names, exempt))
  const importers = [...modules.values()].filter(({ name }) => !exempt(name))
  return importers.flatMap((importer) => {
    const cameFrom = reachOf(modules, importer.name)
    return prepared.flatMap((rule) => offencesOf(importer, rule, cameFrom))
  })
}

export function cycleOffences(modules: Modules) {
  return cyclesIn(modules).map((cycle) => `no cycles: ${cycle.join(' → ')}`)
}

type Prepared = ImportRule & { forbids(from: string, to: string): boolean }

/** Asks the patterns once per name instead of once per pair. */
function prepare(rule: ImportRule, names: ReadonlySet<string>, exempt: (name: string) => boolean): Prepared {
  const [isFrom, isNotFrom] = [matcher(rule.from), matcher(rule.notFrom ?? [])]
  const [isTarget, isAllowed] = [matcher(rule.mustNotReach), matcher(rule.mayReach ?? [])]
  const all = [...names]
  const sources = new Set(all.filter((name) => isFrom(name) && !isNotFrom(name) && !exempt(name)))
  const targets = new Set(all.filter((name) => isTarget(name) && !isAllowed(name)))
  return {
    ...rule,
    forbids: (from, to) => sources.has(from) && targets.has(to) && (!rule.betweenSiblings || areSiblings(from, to)),
  }
}

function areSiblings(from: string, to: string) {
  const [kind, one, inside] = from.split('/')
  const [otherKind, other, otherInside] = to.split('/')
  return kind === otherKind && one !== other && inside !== undefined && otherInside !== undefined
}

function offencesOf(importer: Module, rule: Prepared, cameFrom: ReadonlyMap<string, string>) {
  const direct = [...new Set([...importer.runtime, ...importer.typeOnly])].filter((to) =>
    rule.forbids(importer.name, to),
  )
  const offences = direct.map((to) => tell(rule, [importer.name, to]))
  if (rule.onlyDirectly) return offences
  for (const to of cameFrom.keys()) {
    if (direct.includes(to) || !rule.forbids(importer.name, to)) continue
    const path = pathTo(cameFrom, to)
    // Whoever on the way offends by itself is told so itself; telling all who lead to it would bury it.
    if (path.slice(1, -1).some((each) => rule.forbids(importer.name, each) || rule.forbids(each, to))) continue
    offences.push(tell(rule, path))
  }
  return offences
}

function tell(rule: ImportRule, path: readonly string[]) {
  return `${rule.name}: ${path.join(' → ')} (${rule.why})`
}
