import { useState } from 'react'
import { toasts } from '../../../web/ui/index.ts'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { sentenceIn } from '../../staff/Failed.tsx'
import { LookAlikeChoices } from './LookAlikes.tsx'
import { OriginalDialog } from './OriginalDialog.tsx'
import type { Doing } from './use-doing.tsx'

type Props = { readonly ticket: PresentedTicket; readonly doing: Doing }

/** Joins one ticket with its original. */
export const DuplicateDialog = ({ ticket, doing }: Props) => {
  const { t } = useWords()
  const { label } = useSession()
  const [problem, setProblem] = useState<string>()
  const number = label(ticket.number)
  const confirm = async (original: number) => {
    setProblem(undefined)
    try {
      await doing.verb.mutateAsync({ verb: 'mark-duplicate', body: { original } })
      doing.stopAsking()
      toasts.show({ text: t('actions:done.mark-duplicate', { number, original: label(original) }) })
    } catch (failure) {
      setProblem(sentenceIn(failure, t))
    }
  }
  return (
    <OriginalDialog
      title={t('staffTicket:duplicate.title', { number })}
      text={t('staffTicket:duplicate.text')}
      duplicates={[ticket.number]}
      busy={doing.verb.isPending}
      problem={problem}
      onConfirm={(original) => void confirm(original)}
      onCancel={doing.stopAsking}
      choices={(choose) => <LookAlikeChoices number={ticket.number} onChoose={choose} />}
    />
  )
}
