/** Of two states of the same thing, what differs: so that the audit log says what changed and not everything. */
export function differences<State extends object>(before: State, after: Partial<State>) {
  const names = (Object.keys(after) as (keyof State)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  const only = (state: Partial<State>) => Object.fromEntries(names.map((name) => [name, state[name]]))
  return { before: only(before), after: only(after), any: names.length > 0 }
}
