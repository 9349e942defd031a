import { useEffect, useRef } from 'react'
import type { PresentedTicket } from '../../queries/one-ticket/one-ticket.ts'
import { Button, ButtonLink, Card, together } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { CustomerPathDrawing } from '../ticket/customer/CustomerPathDrawing.tsx'
import { NextSteps } from '../ticket-request/NextSteps.tsx'
import styles from '../ticket-request/TicketRequest.module.css'

type Props = { readonly ticket: PresentedTicket; readonly onAnother: () => void }

/** It has a number and is with us: the path begins. */
export const Sent = ({ ticket, onAnother }: Props) => {
  const { t } = useWords()
  const { label } = useSession()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const number = label(ticket.number)
  const isOwn = ticket.side === 'customer'
  // whoever sees it may write on it at least; a representative's lies with the Support Desk from now on
  const isSeen = isOwn || ticket.may.length > 0
  return (
    <div className={styles['sent']}>
      <Card>
        <h1 ref={heading} tabIndex={-1} className={styles['sentTitle']}>
          {isOwn ? t('ticketRequest:sent.title') : together(t('requestFor:sent', { number }))}
        </h1>
        <p className={styles['lead']}>
          {isOwn ? together(t('ticketRequest:sent.text', { number })) : t('requestFor:sentText')}
        </p>
        {isOwn && <CustomerPathDrawing ticket={ticket} events={[submitted(ticket)]} />}
      </Card>
      <Card>
        <NextSteps forOthers={!isOwn} />
      </Card>
      {isSeen && (
        <ButtonLink kind="primary" size="l" wide href={`/tickets/${ticket.number}`}>
          {isOwn ? t('ticketRequest:sent.follow') : t('ticketRequest:sent.view', { number })}
        </ButtonLink>
      )}
      <Button kind="text" size="l" wide onClick={onAnother}>
        {isOwn ? t('ticketRequest:sent.another') : t('requestFor:another')}
      </Button>
    </div>
  )
}

/** The first thing that happened to it, known without asking. */
const submitted = ({ number, openedAt, customer, status, waiting }: PresentedTicket) => ({
  id: String(number),
  seq: 1,
  at: openedAt,
  actor: customer,
  happened: 'ticketSubmitted' as const,
  before: {},
  after: { status, waitingFor: waiting.for },
  details: {},
})
