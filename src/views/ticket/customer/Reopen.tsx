import { useState } from 'react'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { Button, Card, Link } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { useAskedFirst } from './asked-first.tsx'
import styles from './CustomerTicket.module.css'
import { useIsOwn } from './own.tsx'
import { ReasonForm } from './ReasonForm.tsx'

type Props = { readonly ticket: PresentedTicket }

/** Something is left after all: asked for in one line, then in their own words. */
export const Reopen = ({ ticket }: Props) => {
  const { t, format } = useWords()
  const { me } = useSession()
  const isOwn = useIsOwn(ticket)
  const [asking, setAsking] = useState(useAskedFirst().verb === 'reopen')
  const [cameBack, comeBack] = useState(false)
  // whoever is asked whether an answer found elsewhere solves it reopens it by saying no, however long ago it ended
  const isAsked = ticket.may.includes('decline-solution')
  const goesOnElsewhere = ticket.original !== null && ticket.original.status !== 'closed'
  if (!ticket.may.includes('reopen'))
    // it can be again once that other one ends; and that it no longer can be is true of its customer only
    return isAsked || !isOwn || goesOnElsewhere ? null : (
      <p className={styles['after']}>
        {t('customerTicket:reopen.over')}{' '}
        {me.onlyTicket === null && <Link href="/new">{t('customerTicket:reopen.newOne')}</Link>}
      </p>
    )
  if (asking)
    return (
      <Card>
        <ReasonForm
          number={ticket.number}
          verb="reopen"
          draft={`reopen.${ticket.number}`}
          label={t('customerTicket:reopen.reason')}
          send={t('customerTicket:reopen.send')}
          onBack={() => {
            setAsking(false)
            comeBack(true)
          }}
        />
      </Card>
    )
  return (
    <p className={styles['after']}>
      {/* while that other one goes on, only what it is not about is a reason */}
      {goesOnElsewhere ? t('customerTicket:reopen.different') : t('customerTicket:reopen.ask')}{' '}
      <Button kind="text" autoFocus={cameBack} onClick={() => setAsking(true)}>
        {t('customerTicket:reopen.act')}
      </Button>
      {ticket.reopenUntil && (
        <span className={styles['afterUntil']}>
          {t('customerTicket:reopen.until', { day: format.lastDay(ticket.reopenUntil) })}
        </span>
      )}
    </p>
  )
}
