// What somebody saw who is asked before something is decided. The page goes on living behind a dialog: by the time that its button
// is pressed, a message may have come that nobody read.
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { PresentedTicket } from '../../queries/one-ticket/one-ticket.ts'
import { Problem } from '../../web/problem.ts'
import { useSession } from '../session.tsx'
import { historyQuery } from './ticket-questions.tsx'
import { versionKnown } from './version-known.ts'

export type Seen = ReturnType<typeof useSeen>

/** From when the dialog that asks for it came up. */
export const useSeen = (number: number) => {
  const client = useQueryClient()
  const { me } = useSession()
  const now = () => client.getQueryData<PresentedTicket>(['ticket', number])?.version
  const seen = useRef(now())
  return {
    version: (): number | undefined => {
      const [then, present] = [seen.current, now()]
      if (then === undefined || present === undefined) return present
      return versionKnown(then, present, client.getQueryData(historyQuery(number).queryKey) ?? [], me.id)
    },
    /** Whoever was told that it changed has looked by the time that they press again. */
    refused: (problem: unknown): void => {
      if (problem instanceof Problem && problem.code === 'changedMeanwhile')
        seen.current = (problem.told['now'] as { version: number }).version
    },
  }
}
