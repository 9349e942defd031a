import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { Banner, Icon, Link, UserText } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import styles from './StaffTicket.module.css'

/** Our mails do not reach the customer: who reads the ticket must know before writing more. */
export const Undelivered = ({ ticket: { undelivered, customer } }: { readonly ticket: PresentedTicket }) => {
  const { t } = useWords()
  const { may } = useSession()
  if (!undelivered) return null
  return (
    <div className={styles['undelivered']}>
      <Banner
        tone="danger"
        icon="mail"
        action={may('settings.manage') && <Link href="/settings/mail">{t('staffTicket:undelivered.log')}</Link>}
      >
        <p>
          <strong>{t('staffTicket:undelivered.what', { address: undelivered.to })}</strong>
        </p>
        {undelivered.said && (
          <p>
            {t('staffTicket:undelivered.said')} <UserText>{undelivered.said}</UserText>
          </p>
        )}
        <p>{t('staffTicket:undelivered.next', { name: customer.name })}</p>
      </Banner>
    </div>
  )
}

/** A mail of ours that has not gone out yet: nobody need wait for an answer to what was never read. */
export const WaitingMail = ({ ticket: { waitingMail } }: { readonly ticket: PresentedTicket }) => {
  const { t } = useWords()
  const { may } = useSession()
  if (!waitingMail) return null
  const { to, why, said } = waitingMail
  return (
    <p className={styles['waitingMail']}>
      <Icon name="mail" size={14} />
      <span>
        {t(`staffTicket:waitingMail.${why}`, { address: to })}
        {said && (
          <>
            {' '}
            {t('staffTicket:undelivered.said')} <UserText>{said}</UserText>
          </>
        )}
      </span>
      {may('settings.manage') && <Link href="/settings/mail">{t('staffTicket:undelivered.log')}</Link>}
    </p>
  )
}
