// Files of a request that is not sent yet: the server keeps each for a day, then it must be attached again.
import type { WrittenFile } from '../../conversation/writing/writing.ts'
import { day } from '../../fields/date-time/spans.ts'
import { Problem } from '../../web/problem.ts'

export type DraftFile = WrittenFile & {
  /** When it arrived, in milliseconds; absent in drafts from before that was noted. */
  readonly at?: number
}
export type DraftFiles = {
  readonly files?: readonly DraftFile[]
  /** Names of those that are on their way, or broke off: they lie in the page alone, and go with it. */
  readonly coming?: readonly string[]
  /** Names of those that are no longer there. */
  readonly gone?: readonly string[]
}

/** Of a page that is no more nothing arrives: at the next opening it is told what must be attached again. */
export const withoutComing = <Draft extends DraftFiles>({ coming = [], ...draft }: Draft): Omit<Draft, 'coming'> =>
  coming.length === 0 ? draft : { ...draft, gone: [...new Set([...(draft.gone ?? []), ...coming])] }

/** What the server has forgotten by now; undefined where it is nothing. */
export const withoutForgotten = (draft: DraftFiles, now: number): DraftFiles | undefined =>
  without(draft, ({ at }) => at !== undefined && at <= now - day)

/** Of files that the server refused it knows one no more, and does not say which: all are attached again. */
export const withoutRefused = (draft: DraftFiles): DraftFiles => without(draft, () => true) ?? {}

/** Not where there are too many of them: those are there. */
export const isAboutFiles = (problem: unknown): boolean =>
  problem instanceof Problem &&
  problem.errors.some(({ field, code }) => field.split('.')[0] === 'files' && code === 'notInList')

/** What came in takes the place of one that was lost under the same name. */
export const withFile = ({ files = [], gone = [] }: DraftFiles, file: WrittenFile, at: number): DraftFiles => ({
  files: [...files, { ...file, at }],
  gone: gone.filter((name) => name !== file.name),
})

const without = ({ files = [], gone = [] }: DraftFiles, isGone: (file: DraftFile) => boolean) => {
  const names = files.filter(isGone).map(({ name }) => name)
  if (names.length === 0) return undefined
  return { files: files.filter((file) => !isGone(file)), gone: [...new Set([...gone, ...names])] }
}
