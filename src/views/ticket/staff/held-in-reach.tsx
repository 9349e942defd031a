// What was sent stays in reach when one goes on to the next ticket, for as long as it can be taken back.
import { useEffect, useRef } from 'react'
import type { Held } from '../../../conversation/writing/writing.ts'
import { api } from '../../../web/api.ts'
import { Problem } from '../../../web/problem.ts'
import { toasts } from '../../../web/ui/index.ts'
import type { Translate } from '../../../words/key.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { sentenceFor } from '../../problem-words.tsx'
import { useSession } from '../../session.tsx'
import type { Writer } from '../writing/use-writing.tsx'

export const addressOf = (number: number, { kind }: Pick<Held, 'kind'>): string =>
  `/api/v1/tickets/${number}/held/${kind}`

/** Once it has gone out the server knows of nothing that it holds. */
export const isGone = (problem: unknown): boolean => problem instanceof Problem && problem.status === 404

export const notTakenBack = (problem: unknown, t: Translate, number: string): string =>
  isGone(problem) ? t('staffTicket:held.tooLate', { number }) : (sentenceFor(problem, t) ?? '')

/** Offers Undo in a toast once the writer has left the ticket. Returns what to call when the server's answer comes after that. */
export const useHeldInReach = (number: number, { held, learn }: Writer): ((kind: Held['kind']) => void) => {
  const { t } = useWords()
  const { label, settings } = useSession()
  const show = (one: Pick<Held, 'kind'>, milliseconds: number) =>
    toasts.show({
      text: t('staffTicket:held.toast', { number: label(number) }),
      undo: {
        label: t('actions:undo'),
        until: Date.now() + milliseconds,
        onUndo: () =>
          void api
            .delete<Parameters<Writer['learn']>[0]>(addressOf(number, one))
            .then(learn)
            .catch((problem: unknown) =>
              toasts.show({ text: notTakenBack(problem, t, label(number)), tone: 'danger' }),
            ),
      },
    })
  const left = useRef<() => void>(undefined)
  const isHere = useRef(true)
  useEffect(() => {
    left.current = () => {
      for (const one of held) {
        const milliseconds = Date.parse(one.dueAt) - Date.now()
        if (milliseconds > 1000) show(one, milliseconds)
      }
    }
  })
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
      left.current?.()
    }
  }, [])
  return (kind) => {
    if (!isHere.current) show({ kind }, (settings.undoSeconds ?? 10) * 1000)
  }
}
