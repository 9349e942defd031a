// Does one deed to many tickets, a few at a time, and knows of each what became of it.
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { IncomingItem } from '../../../queries/incoming-requests/incoming-requests.ts'
import { api } from '../../../web/api.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { sentenceIn } from '../../staff/Failed.tsx'
import { stepOf, undoOf } from './many.ts'
import type { Deed, Step } from './many.ts'

export type Result = {
  readonly item: IncomingItem
  readonly state: 'waiting' | 'done' | 'refused'
  readonly sentence?: string | undefined
}
export type Run = {
  readonly deed: Deed
  readonly undoing: boolean
  readonly results: readonly Result[]
  readonly over: boolean
}

/** A desk of one machine answers these at once and still serves everybody else. */
const atOnce = 4

export const useMany = ({ mayAssign }: { readonly mayAssign: boolean }) => {
  const { t } = useWords()
  const client = useQueryClient()
  const [run, setRun] = useState<Run>()
  const stopped = useRef(false)

  const doEach = async (deed: Deed, items: readonly IncomingItem[], undoing: boolean): Promise<Run> => {
    stopped.current = false
    let state: Run = { deed, undoing, results: items.map((item) => ({ item, state: 'waiting' })), over: false }
    const become = (next: Run) => setRun((state = next))
    become(state)
    const stepFor = (item: IncomingItem): Step =>
      undoing ? undoOf(deed, item, { mayAssign, reason: t('many:undoReason') }) : stepOf(deed, item)
    const doOne = async (item: IncomingItem) => {
      const { verb, body } = stepFor(item)
      const result: Result = await api
        .post(`/api/v1/tickets/${item.number}/${verb}`, body)
        .then(() => ({ item, state: 'done' as const }))
        .catch((problem: unknown) => ({ item, state: 'refused' as const, sentence: sentenceIn(problem, t) }))
      become({ ...state, results: state.results.map((each) => (each.item.number === item.number ? result : each)) })
    }
    const waiting = [...items]
    const work = async () => {
      for (let item = waiting.shift(); item && !stopped.current; item = waiting.shift()) await doOne(item)
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    become({ ...state, over: true })
    void client.invalidateQueries()
    return state
  }

  return {
    run,
    start: (deed: Deed, items: readonly IncomingItem[]) => doEach(deed, items, false),
    undo: (done: Run) => doEach(done.deed, doneIn(done), true),
    /** Those that were not begun stay as they are. */
    stop: () => {
      stopped.current = true
    },
    close: () => setRun(undefined),
  }
}

export const doneIn = ({ results }: Run): IncomingItem[] =>
  results.filter(({ state }) => state === 'done').map(({ item }) => item)
export const leftIn = ({ results }: Run): number[] =>
  results.filter(({ state }) => state !== 'done').map(({ item }) => item.number)
