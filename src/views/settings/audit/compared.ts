export type Compared = {
  readonly name: string
  readonly before: string | undefined
  readonly after: string | undefined
}

/** Field by field, those inside of others too: `workflow.review`. What is on neither side is left out. */
export function compared(before: object | null, after: object | null): Compared[] {
  const [was, is] = [leavesOf(before), leavesOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((name) => ({ name, before: was.get(name), after: is.get(name) }))
    .filter((each) => each.before !== each.after)
}

function leavesOf(state: unknown, at = ''): Map<string, string> {
  if (state === null || state === undefined) return at ? new Map([[at, '']]) : new Map()
  if (typeof state !== 'object') return new Map([[at, typeof state === 'string' ? state : JSON.stringify(state)]])
  if (Array.isArray(state) && state.every((each) => typeof each !== 'object'))
    return new Map([[at, state.map(String).join(', ')]])
  return new Map(Object.entries(state).flatMap(([name, value]) => [...leavesOf(value, at ? `${at}.${name}` : name)]))
}
