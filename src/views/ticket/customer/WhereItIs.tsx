import type { PresentedEvent, PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { Card, Icon, together } from '../../../web/ui/index.ts'
import { customerPath } from '../../../workflow/customer-path.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { CustomerPathDrawing } from './CustomerPathDrawing.tsx'
import styles from './CustomerTicket.module.css'
import { headlineOf } from './headline.ts'
import type { Headline } from './headline.ts'

type Props = { readonly ticket: PresentedTicket; readonly events: readonly PresentedEvent[] }

/** What is so, in a sentence and as the path; announced when it changes while they look. */
export const WhereItIs = ({ ticket, events }: Props) => {
  const { t } = useWords()
  const headline = headlineOf(ticket, customerPath(ticket, events))
  const text = useHeadlineText(headline, ticket)
  return (
    <Card label={t('customerTicket:path.label')}>
      <div role="status">
        <h2 className={styles['headline']}>
          {headline === 'accepted' && <Icon name="check" size={20} className={styles['solved'] ?? ''} />}
          {t(`customerTicket:headline.${headline}`)}
        </h2>
        <p className={styles['headlineText']}>{together(text)}</p>
      </div>
      <CustomerPathDrawing ticket={ticket} events={events} />
    </Card>
  )
}

const useHeadlineText = (headline: Headline, ticket: PresentedTicket): string => {
  const { t } = useWords()
  const { label } = useSession()
  const { member } = ticket.assignee
  if (headline === 'duplicate') {
    const original = label(ticket.duplicateOf ?? ticket.number)
    if (ticket.may.includes('accept-solution')) return t('customerTicket:headline.duplicateAnswered', { original })
    return ticket.original?.status === 'closed'
      ? t('customerTicket:headline.duplicateOver', { original })
      : t('customerTicket:headline.duplicateText', { original })
  }
  if (headline === 'inProgress' && member?.name) return t('customerTicket:headline.heldBy', { name: member.name })
  if (headline === 'responded' && !ticket.may.includes('accept-solution'))
    return t('customerTicket:headline.respondedOnly')
  return t(`customerTicket:headline.${headline}Text`)
}
