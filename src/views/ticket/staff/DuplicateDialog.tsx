import { useState } from 'react'
import { toasts } from '../../../web/ui/index.ts'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { canUndo } from '../../staff/can-undo.ts'
import { sentenceIn } from '../../staff/Failed.tsx'
import { tellRefused } from '../../staff/tell-refused.ts'
import { useSeen } from '../use-seen.tsx'
import { LookAlikeChoices } from './LookAlikes.tsx'
import { OriginalDialog } from './OriginalDialog.tsx'
import type { Doing } from './use-doing.tsx'

type Props = { readonly ticket: PresentedTicket; readonly doing: Doing }

/** Joins one ticket with its original. */
export const DuplicateDialog = ({ ticket, doing }: Props) => {
  const { t } = useWords()
  const { label } = useSession()
  const [problem, setProblem] = useState<string>()
  const seen = useSeen(ticket.number)
  const number = label(ticket.number)
  // the customer was told of it, so they are told why it is theirs again
  const undo = () =>
    void doing.verb
      .mutateAsync({ verb: 'reopen', body: { reason: t('staffTicket:duplicate.undone') } })
      .catch(tellRefused(t))
  const confirm = async (original: number) => {
    setProblem(undefined)
    const undoable = canUndo('mark-duplicate', { status: ticket.status, solution: ticket.solution?.state ?? null })
    try {
      const { may } = await doing.verb.mutateAsync({ verb: 'mark-duplicate', body: { original }, seen })
      doing.stopAsking()
      toasts.show({
        text: t('actions:done.mark-duplicate', { number, original: label(original) }),
        ...(undoable && may.includes('reopen') && { undo: { label: t('actions:undo'), onUndo: undo } }),
      })
    } catch (failure) {
      setProblem(sentenceIn(failure, t))
    }
  }
  return (
    <OriginalDialog
      title={t('staffTicket:duplicate.title', { number })}
      text={[
        t('staffTicket:duplicate.text'),
        ...(ticket.joined.length > 0 ? [t('staffTicket:duplicate.along', { count: ticket.joined.length })] : []),
      ].join(' ')}
      duplicates={[ticket.number]}
      busy={doing.verb.isPending}
      problem={problem}
      onConfirm={(original) => void confirm(original)}
      onCancel={doing.stopAsking}
      choices={(choose) => <LookAlikeChoices number={ticket.number} onChoose={choose} />}
    />
  )
}
