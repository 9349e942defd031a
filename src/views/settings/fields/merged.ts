type Something = Readonly<Record<string, unknown>>

/**
 * A piece of a form as it stands now, with what was changed in the form: what somebody else did to the rest of it meanwhile
 * stays. Lists are of things that have a `value`, by which they are known again.
 */
export function merged(before: unknown, wanted: unknown, now: unknown): unknown {
  if (JSON.stringify(before) === JSON.stringify(wanted)) return now
  if (isList(before) && isList(wanted) && isList(now)) return mergedLists(before, wanted, now)
  return isThing(before) && isThing(wanted) && isThing(now) ? mergedThings(before, wanted, now) : wanted
}

function mergedThings(before: Something, wanted: Something, now: Something): Something {
  const names = [...new Set([...Object.keys(now), ...Object.keys(wanted)])]
  const each = names.map((name) => [name, merged(before[name], wanted[name], now[name])] as const)
  return Object.fromEntries(each.filter(([, value]) => value !== undefined))
}

type Valued = Something & { readonly value: string }

/** None goes: whoever takes one out of a list retires it. Behind those that are there stand the new ones. */
function mergedLists(before: readonly Valued[], wanted: readonly Valued[], now: readonly Valued[]): Something[] {
  const one = (list: readonly Valued[], value: string) => list.find((each) => each.value === value)
  const there = now.map((each) => {
    const mine = one(wanted, each.value)
    return mine ? (merged(one(before, each.value), mine, each) as Something) : each
  })
  return [...there, ...wanted.filter(({ value }) => !one(now, value))]
}

const isList = (one: unknown): one is readonly Valued[] => Array.isArray(one)

const isThing = (one: unknown): one is Something => typeof one === 'object' && one !== null && !Array.isArray(one)
