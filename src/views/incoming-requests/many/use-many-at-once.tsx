// The chosen rows and what is being done with them. All done: a word and a way back; something refused: the list of it stays.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { IncomingItem } from '../../../queries/incoming-requests/incoming-requests.ts'
import { toasts } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { groupsQuery } from '../../staff/groups-question.tsx'
import type { SteadyRow } from '../steady-rows.ts'
import type { Deed } from './many.ts'
import { useChosen } from './use-chosen.tsx'
import { doneIn, leftIn, useMany } from './use-many.tsx'
import type { Run } from './use-many.tsx'

export const useManyAtOnce = (rows: readonly SteadyRow[]) => {
  const { t } = useWords()
  const { may } = useSession()
  const chosen = useChosen(rows)
  const { data: groups = [] } = useQuery({ ...groupsQuery, enabled: chosen.choosing })
  const many = useMany({ mayAssign: may('ticket.assign'), groups })
  const [hidden, hide] = useState(false)
  const isHere = useRef(false)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])

  const settle = (run: Run, undone: boolean) => {
    const left = leftIn(run)
    if (undone || left.length === 0) chosen.clear()
    else chosen.keep(left)
    // the list of what was refused stands on this page
    if (left.length > 0 && !isHere.current)
      toasts.show({ text: t('many:over', { done: doneIn(run).length, left: left.length }), tone: 'danger' })
    if (left.length > 0) return
    hide(true)
    const count = run.results.length
    const back = run.undoable.length
    // not all of them lead back: then the way back says how many do
    const label = back === count ? t('actions:undo') : t('many:undo', { count: back })
    toasts.show({
      text: undone ? t('many:undone') : t(`many:said.${run.deed.verb}`, { count }),
      ...(!undone && back > 0 && { undo: { label, onUndo: () => void undo(run) } }),
    })
  }
  const start = async (deed: Deed, items: readonly IncomingItem[]) => {
    hide(false)
    settle(await many.start(deed, items), false)
  }
  const undo = async (run: Run) => {
    hide(false)
    settle(await many.undo(run), true)
  }

  return {
    chosen,
    many: {
      shown: hidden ? undefined : many.run,
      start: (deed: Deed, items: readonly IncomingItem[]) => void start(deed, items),
      undo: () => many.run && void undo(many.run),
      stop: many.stop,
      close: many.close,
    },
  }
}
