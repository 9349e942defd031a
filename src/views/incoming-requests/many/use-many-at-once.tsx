// The chosen rows and what is being done with them. All done: a word and a way back; something refused: the list of it stays.
import { useState } from 'react'
import type { IncomingItem } from '../../../queries/incoming-requests/incoming-requests.ts'
import { toasts } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import type { SteadyRow } from '../steady-rows.ts'
import type { Deed } from './many.ts'
import { useChosen } from './use-chosen.tsx'
import { leftIn, useMany } from './use-many.tsx'
import type { Run } from './use-many.tsx'

export const useManyAtOnce = (rows: readonly SteadyRow[]) => {
  const { t } = useWords()
  const { may } = useSession()
  const chosen = useChosen(rows)
  const many = useMany({ mayAssign: may('ticket.assign') })
  const [hidden, hide] = useState(false)

  const settle = (run: Run, undone: boolean) => {
    const left = leftIn(run)
    if (undone || left.length === 0) chosen.clear()
    else chosen.keep(left)
    if (left.length > 0) return
    hide(true)
    const count = run.results.length
    toasts.show(
      undone
        ? { text: t('many:undone') }
        : {
            text: t(`many:said.${run.deed.verb}`, { count }),
            undo: { label: t('actions:undo'), onUndo: () => void undo(run) },
          },
    )
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
