import type { Modules } from './read-modules.ts'

/** Everything a module reaches when it is loaded, with the module that led there first. */
export function reachOf(modules: Modules, from: string) {
  const cameFrom = new Map<string, string>()
  const waiting = [from]
  for (const each of waiting) {
    for (const next of modules.get(each)?.runtime ?? []) {
      if (next === from || cameFrom.has(next)) continue
      cameFrom.set(next, each)
      waiting.push(next)
    }
  }
  return cameFrom
}

export function pathTo(cameFrom: ReadonlyMap<string, string>, target: string) {
  const path = [target]
  for (let each = cameFrom.get(target); each !== undefined; each = cameFrom.get(each)) path.unshift(each)
  return path
}

/** One shortest round for each knot of modules that import each other when they are loaded. */
export function cyclesIn(modules: Modules) {
  const cycles: string[][] = []
  const told = new Set<string>()
  for (const start of modules.keys()) {
    if (told.has(start)) continue
    const cycle = shortestRound(modules, start)
    if (!cycle) continue
    cycles.push(cycle)
    for (const each of cycle) told.add(each)
  }
  return cycles
}

function shortestRound(modules: Modules, start: string) {
  if (modules.get(start)?.runtime.has(start)) return [start, start]
  const cameFrom = reachOf(modules, start)
  for (const each of cameFrom.keys())
    if (modules.get(each)?.runtime.has(start)) return [...pathTo(cameFrom, each), start]
  return undefined
}
