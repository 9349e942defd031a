import { useState } from 'react'
import { ticketTexts } from '../../../entities/ticket/ticket.ts'
import { MultilingualTextInput } from '../../../fields/multilingual-text/MultilingualTextInput.tsx'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { Banner, Button, Card, Link } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { sentenceFor } from '../../problem-words.tsx'
import { useDraft } from '../staff/drafts.tsx'
import { useSession } from '../../session.tsx'
import { useVerb } from '../use-verb.tsx'
import { useAskedFirst } from './asked-first.tsx'
import styles from './CustomerTicket.module.css'

type Props = { readonly ticket: PresentedTicket }

/** Something is left after all: asked for in one line, then in their own words. */
export const Reopen = ({ ticket }: Props) => {
  const { t, format } = useWords()
  const { me } = useSession()
  const [asking, setAsking] = useState(useAskedFirst().verb === 'reopen')
  if (!ticket.may.includes('reopen'))
    return (
      <p className={styles['after']}>
        {t('customerTicket:reopen.over')}{' '}
        {me.onlyTicket === null && <Link href="/new">{t('customerTicket:reopen.newOne')}</Link>}
      </p>
    )
  if (asking) return <Asking number={ticket.number} onBack={() => setAsking(false)} />
  const isDuplicate = ticket.status === 'duplicate'
  return (
    <p className={styles['after']}>
      {isDuplicate ? t('customerTicket:reopen.different') : t('customerTicket:reopen.ask')}{' '}
      <Button kind="text" onClick={() => setAsking(true)}>
        {t('customerTicket:reopen.act')}
      </Button>
      {ticket.reopenUntil && (
        <span className={styles['afterUntil']}>
          {t('customerTicket:reopen.until', { day: format.day(ticket.reopenUntil) })}
        </span>
      )}
    </p>
  )
}

const Asking = ({ number, onBack }: { number: number; onBack: () => void }) => {
  const { t } = useWords()
  const [reason, setReason] = useDraft(`reopen.${number}`)
  const reopen = useVerb(number)
  const send = () => {
    if (!reason.trim() || reopen.isPending) return
    reopen.mutate({ verb: 'reopen', body: { reason } }, { onSuccess: () => setReason('') })
  }
  const problem = sentenceFor(reopen.error, t)
  return (
    <Card>
      <form
        className={styles['verdict']}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <MultilingualTextInput
          large
          autoFocus
          lines="many"
          rows={3}
          required
          label={t('customerTicket:reopen.reason')}
          max={ticketTexts.reason.max}
          value={reason}
          onValue={setReason}
          onSubmit={send}
        />
        {problem && (
          <Banner tone="danger" live>
            {problem}
          </Banner>
        )}
        <Button type="submit" kind="primary" size="l" wide busy={reopen.isPending}>
          {t('customerTicket:reopen.send')}
        </Button>
        <Button size="l" wide onClick={onBack}>
          {t('customerTicket:answer.back')}
        </Button>
      </form>
    </Card>
  )
}
