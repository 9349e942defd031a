import { useState } from 'react'
import { ticketTexts } from '../../../entities/ticket/ticket.ts'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { Button } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { sentenceFor } from '../../problem-words.tsx'
import { ReasonDialog } from '../../ReasonDialog.tsx'
import { useSession } from '../../session.tsx'
import { useVerb } from '../use-verb.tsx'
import styles from './CustomerTicket.module.css'

export const Cancel = ({ ticket: { number } }: { readonly ticket: PresentedTicket }) => {
  const { t } = useWords()
  const { label } = useSession()
  const [asking, setAsking] = useState(false)
  const cancel = useVerb(number)
  const confirmed = (reason: string) =>
    cancel.mutate({ verb: 'cancel', body: reason ? { reason } : {} }, { onSuccess: () => setAsking(false) })
  return (
    <>
      <p className={styles['after']}>
        <Button kind="text" onClick={() => setAsking(true)}>
          {t('customerTicket:cancel.act')}
        </Button>
      </p>
      <ReasonDialog
        open={asking}
        danger
        title={t('customerTicket:cancel.title', { number: label(number) })}
        confirm={t('customerTicket:cancel.confirm')}
        cancel={t('customerTicket:cancel.back')}
        reason={{ label: t('customerTicket:cancel.reason'), maxLength: ticketTexts.reason.max }}
        busy={cancel.isPending}
        problem={sentenceFor(cancel.error, t)}
        onConfirm={confirmed}
        onCancel={() => setAsking(false)}
      >
        {t('customerTicket:cancel.text')}
      </ReasonDialog>
    </>
  )
}
