import { useState } from 'react'
import { ticketTexts } from '../../../entities/ticket/ticket.ts'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { toasts } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { ReasonDialog } from '../../ReasonDialog.tsx'
import { useSession } from '../../session.tsx'
import { sentenceIn } from '../../staff/Failed.tsx'
import { useSeen } from '../use-seen.tsx'
import { DuplicateDialog } from './DuplicateDialog.tsx'
import type { Doing } from './use-doing.tsx'

type Props = { readonly ticket: PresentedTicket; readonly doing: Doing; readonly onSent: () => void }
type Asked = 'close' | 'reopen' | 'withdraw-solution' | 'give-back'

const wordsOf = { close: 'close', reopen: 'reopen', 'withdraw-solution': 'withdraw', 'give-back': 'giveBack' } as const

/** The one question before what cannot simply be taken back, with its reason. */
export const Asking = ({ ticket, doing, onSent }: Props) => {
  const { asking } = doing
  if (asking === 'mark-duplicate') return <DuplicateDialog ticket={ticket} doing={doing} />
  const isAsked = asking === 'close' || asking === 'reopen' || asking === 'withdraw-solution' || asking === 'give-back'
  return isAsked ? <WithReason key={asking} verb={asking} ticket={ticket} doing={doing} onSent={onSent} /> : null
}

const WithReason = ({ verb, ticket, doing, onSent }: Props & { readonly verb: Asked }) => {
  const { t } = useWords()
  const { label } = useSession()
  const [problem, setProblem] = useState<string>()
  const seen = useSeen(ticket.number)
  const number = label(ticket.number)
  const group = ticket.assignee.group.name
  const words = wordsOf[verb]
  const confirm = async (reason: string) => {
    setProblem(undefined)
    try {
      await doing.verb.mutateAsync({ verb, body: reason ? { reason } : {}, seen })
      doing.stopAsking()
      onSent()
      toasts.show({ text: t(`actions:done.${verb}`, { number, group }) })
    } catch (failure) {
      setProblem(sentenceIn(failure, t))
    }
  }
  return (
    <ReasonDialog
      open
      title={t(`staffTicket:${words}.title`, { number, group })}
      confirm={t(`staffTicket:${words}.confirm`)}
      cancel={t('staff:cancel')}
      danger={verb === 'close'}
      reason={{
        label: t(`staffTicket:${words}.reason`),
        hint: readByCustomer(verb, ticket) ? t('staffTicket:reasonForCustomer') : t('staffTicket:reasonForStaff'),
        required: verb !== 'give-back',
        maxLength: ticketTexts.reason.max,
      }}
      busy={doing.verb.isPending}
      problem={problem}
      onConfirm={(reason) => void confirm(reason)}
      onCancel={doing.stopAsking}
    >
      {t(`staffTicket:${words}.text`)}
    </ReasonDialog>
  )
}

const readByCustomer = (verb: Asked, { solution }: PresentedTicket): boolean => {
  if (verb === 'withdraw-solution') return solution?.state === 'offered'
  return verb !== 'give-back'
}
