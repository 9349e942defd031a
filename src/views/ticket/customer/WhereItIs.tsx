import { useEffect, useRef } from 'react'
import type { PresentedEvent, PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { Card, Icon, together } from '../../../web/ui/index.ts'
import { focusFromNowhere } from '../../../web/ui/focus.ts'
import { customerPath } from '../../../workflow/customer-path.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { CustomerPathDrawing } from './CustomerPathDrawing.tsx'
import styles from './CustomerTicket.module.css'
import { endedWithoutAnswer, headlineOf, joinedTextForColleague, joinedTextOf } from './headline.ts'
import type { Headline } from './headline.ts'
import { useIsOwn } from './own.tsx'

type Props = { readonly ticket: PresentedTicket; readonly events: readonly PresentedEvent[] }

/** What is so, in a sentence and as the path; announced when it changes while they look. */
export const WhereItIs = ({ ticket, events }: Props) => {
  const { t } = useWords()
  const isOwn = useIsOwn(ticket)
  const headline = headlineOf(ticket, customerPath(ticket, events))
  const text = useHeadlineText(headline, ticket, isOwn)
  const said = useTakesFocus(ticket.status)
  const title = headline === 'duplicate' && endedWithoutAnswer(ticket) ? 'duplicateEnded' : headline
  return (
    <Card label={isOwn ? t('customerTicket:path.label') : t('customerTicket:path.labelOfColleague')}>
      <div role="status">
        <h2 ref={said} tabIndex={-1} className={styles['headline']}>
          {headline === 'accepted' && <Icon name="check" size={20} className={styles['solved'] ?? ''} />}
          {isOwn ? t(`customerTicket:headline.${title}`) : t(`customerTicket:ofColleague.${title}`)}
        </h2>
        <p className={styles['headlineText']}>{together(text)}</p>
      </div>
      <CustomerPathDrawing ticket={ticket} events={events} />
    </Card>
  )
}

/** Whoever said that it is solved, or is not, did so with a button that is gone: they read on from what became of it. */
const useTakesFocus = (status: string) => {
  const said = useRef<HTMLHeadingElement>(null)
  const before = useRef(status)
  useEffect(() => {
    if (before.current !== status) focusFromNowhere(said.current)
    before.current = status
  }, [status])
  return said
}

/** A colleague is asked nothing and can do nothing but read: nobody says "your turn" or "you cancelled it" to them. */
const useHeadlineText = (headline: Headline, ticket: PresentedTicket, isOwn: boolean): string => {
  const { t } = useWords()
  const { label } = useSession()
  const { member } = ticket.assignee
  if (headline === 'duplicate') {
    const original = label(ticket.duplicateOf ?? ticket.number)
    return isOwn
      ? t(`customerTicket:headline.${joinedTextOf(ticket)}`, { original })
      : t(`customerTicket:ofColleague.${joinedTextForColleague(ticket)}`, { original })
  }
  if (headline === 'inProgress' && member?.name)
    return t(isOwn ? 'customerTicket:headline.heldBy' : 'customerTicket:ofColleague.heldBy', { name: member.name })
  if (!isOwn) return t(`customerTicket:ofColleague.${headline}Text`)
  if (headline === 'responded' && !ticket.may.includes('accept-solution'))
    return t('customerTicket:headline.respondedOnly')
  return t(`customerTicket:headline.${headline}Text`)
}
