// Does one deed to many tickets, a few at a time, and knows of each what became of it.
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { IncomingItem } from '../../../queries/incoming-requests/incoming-requests.ts'
import { api } from '../../../web/api.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import type { Group } from '../../staff/groups-question.tsx'
import { sentenceIn } from '../../staff/Failed.tsx'
import { leadsBack, stepOf, undoOf } from './many.ts'
import type { Deed, Step } from './many.ts'

export type Result = {
  readonly item: IncomingItem
  readonly state: 'waiting' | 'done' | 'refused'
  readonly sentence?: string | undefined
  /** Of the ticket, once it was done. */
  readonly version?: number
}
export type Run = {
  readonly deed: Deed
  readonly undoing: boolean
  readonly results: readonly Result[]
  /** Those that an undo leads back to where they were. */
  readonly undoable: readonly IncomingItem[]
  readonly over: boolean
}

/** A desk of one machine answers these at once and still serves everybody else. */
const atOnce = 4

type May = { readonly mayAssign: boolean; readonly groups: readonly Group[] }

export const useMany = ({ mayAssign, groups }: May) => {
  const { t } = useWords()
  const client = useQueryClient()
  const [run, setRun] = useState<Run>()
  const stopped = useRef(false)

  const doEach = async (deed: Deed, items: readonly IncomingItem[], undoing: boolean): Promise<Run> => {
    stopped.current = false
    let state: Run = {
      deed,
      undoing,
      results: items.map((item) => ({ item, state: 'waiting' })),
      undoable: [],
      over: false,
    }
    const become = (next: Run) => setRun((state = next))
    become(state)
    const stepFor = (item: IncomingItem): Step =>
      undoing ? undoOf(deed, item, { mayAssign, reason: t('many:undoReason') }) : stepOf(deed, item)
    const doOne = async (item: IncomingItem) => {
      const { verb, body } = stepFor(item)
      const result: Result = await api
        .post<{ readonly version: number }>(`/api/v1/tickets/${item.number}/${verb}`, body)
        .then(({ version }) => ({ item, state: 'done' as const, version }))
        .catch((problem: unknown) => ({ item, state: 'refused' as const, sentence: sentenceIn(problem, t) }))
      become({ ...state, results: state.results.map((each) => (each.item.number === item.number ? result : each)) })
    }
    const waiting = [...items]
    const work = async () => {
      for (let item = waiting.shift(); item && !stopped.current; item = waiting.shift()) await doOne(item)
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    const undoable = undoing ? [] : doneIn(state).filter((item) => leadsBack(deed, item, { mayAssign, groups }))
    become({ ...state, undoable, over: true })
    void client.invalidateQueries()
    return state
  }

  return {
    run,
    start: (deed: Deed, items: readonly IncomingItem[]) => doEach(deed, items, false),
    undo: (done: Run) => doEach(done.deed, done.undoable, true),
    /** Those that were not begun stay as they are. */
    stop: () => {
      stopped.current = true
    },
    close: () => setRun(undefined),
  }
}

/** Each by the version that it was left with, so that its undo goes by that. */
export const doneIn = ({ results }: Run): IncomingItem[] =>
  results.filter(({ state }) => state === 'done').map(({ item, version = item.version }) => ({ ...item, version }))
export const leftIn = ({ results }: Run): number[] =>
  results.filter(({ state }) => state !== 'done').map(({ item }) => item.number)
