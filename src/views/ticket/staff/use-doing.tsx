// What is being done to one ticket: which question is open, what was refused, and how to take back what can be taken back.
import { useEffect, useState } from 'react'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { toasts } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { useGo } from '../../staff/address.tsx'
import { sentenceIn } from '../../staff/Failed.tsx'
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
  const verb = useVerb(ticket.number)
  const [writing, write] = useState<Begun>()
  const [asking, ask] = useState<Offered>()
  const [refused, setRefused] = useState<string>()
  const number = label(ticket.number)
  const refuse = (problem: unknown) => setRefused(sentenceIn(problem, t))

  /** Undone by giving it back to whoever had it. */
  const back = ({ assignee: { group, member } }: PresentedTicket) => ({
    label: t('actions:undo'),
    onUndo: () =>
      verb.mutate(
        { verb: 'assign', body: { group: group.id, ...(member && { member: member.id }) } },
        { onError: refuse },
      ),
  })

  const assign = async (to: Assignee, said: string, expect: Partial<PresentedTicket>) => {
    setRefused(undefined)
    const before = ticket
    await verb
      .mutateAsync({ verb: 'assign', body: { ...to }, expect })
      .then(() => toasts.show({ text: t('actions:done.assign', { number, assignee: said }), undo: back(before) }))
      .catch(refuse)
  }

  const take = async () => {
    setRefused(undefined)
    const before = ticket
    const expect = { assignee: { group: ticket.assignee.group, member: { id: me.id, name: me.name } } }
    await verb
      .mutateAsync({ verb: 'take', expect })
      .then(({ may }) =>
        toasts.show({
          text: t('actions:done.take', { number }),
          ...(may.includes('assign') && { undo: back(before) }),
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
