// What is being done to one ticket: which question is open, what was refused, and how to take back what can be taken back.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { toasts } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { useGo } from '../../staff/address.tsx'
import { canUndo } from '../../staff/can-undo.ts'
import { sentenceIn } from '../../staff/Failed.tsx'
import { canHaveAgain, groupsQuery } from '../../staff/groups-question.tsx'
import { tellRefused } from '../../staff/tell-refused.ts'
import { useVerb } from '../use-verb.tsx'
import type { Act, Offered, Writing } from './acts.ts'

export type Doing = ReturnType<typeof useDoing>
type Assignee = { readonly group: string; readonly member?: string | undefined }
export type Begun = { readonly writing: Writing; readonly at: number }
type Options = { readonly act?: Act | undefined; readonly onActed?: (() => void) | undefined }

export const useDoing = (ticket: PresentedTicket, { act, onActed }: Options) => {
  const { t } = useWords()
  const { me, label } = useSession()
  const go = useGo()
  const client = useQueryClient()
  const verb = useVerb(ticket.number)
  const [writing, write] = useState<Begun>()
  const [asking, ask] = useState<Offered>()
  const [refused, setRefused] = useState<string>()
  const number = label(ticket.number)
  const refuse = (problem: unknown) => setRefused(sentenceIn(problem, t))

  /** Undone by giving it back to whoever had it, where that leads back and they may have it. */
  const back = async (
    done: 'assign' | 'take',
    { status, solution, assignee }: PresentedTicket,
    { version }: PresentedTicket,
  ) => {
    if (!canUndo(done, { status, solution: solution?.state ?? null })) return {}
    const { group, member } = assignee
    const groups = member ? await client.ensureQueryData(groupsQuery).catch(() => []) : []
    if (!canHaveAgain(groups, assignee)) return {}
    return {
      undo: {
        label: t('actions:undo'),
        onUndo: () =>
          void verb
            .mutateAsync({ verb: 'assign', body: { group: group.id, ...(member && { member: member.id }), version } })
            .catch(tellRefused(t)),
      },
    }
  }

  const assign = async (to: Assignee, said: string, expect: Partial<PresentedTicket>) => {
    setRefused(undefined)
    const before = ticket
    await verb
      .mutateAsync({ verb: 'assign', body: { ...to }, expect })
      .then(async (after) =>
        toasts.show({
          text: t('actions:done.assign', { number, assignee: said }),
          ...(after.may.includes('assign') && (await back('assign', before, after))),
        }),
      )
      .catch(refuse)
  }

  const take = async () => {
    setRefused(undefined)
    const before = ticket
    const expect = { assignee: { group: ticket.assignee.group, member: { id: me.id, name: me.name } } }
    await verb
      .mutateAsync({ verb: 'take', expect })
      .then(async (after) =>
        toasts.show({
          text: t('actions:done.take', { number }),
          ...(after.may.includes('assign') && (await back('take', before, after))),
        }),
      )
      .catch(refuse)
  }

  const begin = (next: Act) => {
    setRefused(undefined)
    if (!ticket.may.includes(next)) return
    if (next === 'take') void take()
    else if (next === 'approve-solution') go('/review', { ticket: ticket.number })
    else if (next === 'reply' || next === 'note' || next === 'propose-solution')
      write({ writing: next, at: Date.now() })
    else ask(next)
  }

  useEffect(() => {
    if (!act) return
    begin(act)
    onActed?.()
    // Only when something new is asked for: the ticket changes under way.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [act])

  return {
    /** The composer is asked for, with one of its tabs. */
    writing,
    begin,
    assign,
    asking,
    stopAsking: () => ask(undefined),
    refused,
    forget: () => setRefused(undefined),
    verb,
  }
}
