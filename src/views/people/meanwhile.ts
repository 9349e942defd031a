import { changedOf } from '../settings/save-settings.tsx'

type List = readonly string[]

/** A list as it stands now, with what came and went here: what somebody else did to it meanwhile stays. */
export const mergedList = (before: List, wanted: List, now: List): string[] => [
  ...now.filter((one) => wanted.includes(one) || !before.includes(one)),
  ...wanted.filter((one) => !before.includes(one) && !now.includes(one)),
]

/**
 * What to send of a form that was open while others worked: what was changed in it, and nothing else. Its lists replace what
 * is there, so they are asked for once more.
 */
export async function changesBeside<Form extends object, Name extends keyof Form & string>(
  before: Form,
  filled: Form,
  lists: readonly Name[],
  ask: () => Promise<Readonly<Record<Name, List>>>,
): Promise<Record<string, unknown>> {
  const changed = changedOf(before, filled)
  const touched = lists.filter((name) => changed[name] !== undefined)
  if (touched.length === 0) return changed
  const now = await ask()
  const listed = (form: Form, name: Name) => (form[name] ?? []) as List
  const merged = touched.map((name) => [name, mergedList(listed(before, name), listed(filled, name), now[name])])
  return { ...changed, ...Object.fromEntries(merged) }
}
