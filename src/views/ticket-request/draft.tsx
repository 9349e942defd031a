// A request that is being written lies in this browser until it is sent: a reload, a sign-in or a closed tab loses nothing.
import { useCallback, useState } from 'react'
import { keptOnDevice } from '../../web/kept.ts'
import { newKey } from '../../web/new-key.ts'
import type { Typed } from '../added-fields/typed.ts'
import { withoutComing, withoutForgotten } from './kept-files.ts'
import type { DraftFiles } from './kept-files.ts'

export type Draft = DraftFiles & {
  readonly title: string
  readonly description: string
  readonly customer: string
  /** Added fields, as they stand in their inputs. */
  readonly custom: Typed
  /** Only where it was set right by hand. */
  readonly language: string | null
  /** The same request sent twice is one request. */
  readonly key: string
}

const nameOf = (who: string) => `sanad.draft.request.${who}`

const empty = (): Draft => ({
  title: '',
  description: '',
  customer: '',
  custom: {},
  language: null,
  key: newKey(),
})

export const useRequestDraft = (who: string) => {
  const [draft, keep] = useState(() => read(who))
  const change = useCallback(
    (changed: Partial<Draft> | ((before: Draft) => Partial<Draft>)) =>
      keep((before) => {
        // Other content is another intention: its key must not meet the answer to the first.
        const now = typeof changed === 'function' ? changed(before) : changed
        const next = { ...before, key: newKey(), ...now }
        store(who, next)
        return next
      }),
    [who],
  )
  const forget = useCallback(() => {
    store(who, undefined)
    keep(empty())
  }, [who])
  return { draft, change, forget }
}

const read = (who: string): Draft => {
  const stored = keptOnDevice.readJson(nameOf(who))
  if (!isDraft(stored)) return empty()
  const draft = { ...empty(), ...withoutComing(stored) }
  const forgotten = withoutForgotten(draft, Date.now())
  return { ...draft, ...(forgotten && { ...forgotten, key: newKey() }) }
}

const store = (who: string, draft: Draft | undefined): void =>
  draft && hasAny(draft) ? keptOnDevice.write(nameOf(who), JSON.stringify(draft)) : keptOnDevice.forget(nameOf(who))

const hasAny = (draft: Draft): boolean =>
  [draft.title, draft.description, draft.customer, ...Object.values(draft.custom)].some(Boolean) ||
  [draft.files, draft.coming].some((files) => files?.length)

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  ['title', 'description', 'customer', 'key'].every((name) => typeof Reflect.get(value, name) === 'string')
