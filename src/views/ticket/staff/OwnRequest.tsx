import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { Verdict } from '../customer/Answer.tsx'
import { Cancel } from '../customer/Cancel.tsx'
import { Rating } from '../customer/Rating.tsx'
import { SharedAnswer } from '../customer/SharedAnswer.tsx'
import styles from './OwnRequest.module.css'

/** What its customer alone says: whoever is one of the staff too says it here, with the customer's own words and buttons. */
export const OwnRequest = ({ ticket }: { readonly ticket: PresentedTicket }) => {
  const { t } = useWords()
  const { may, offeredByOriginal } = ticket
  const asked = may.includes('accept-solution')
  return (
    <section className={styles['own']} aria-label={t('staffTicket:ownRequest')}>
      <h2 className={styles['title']}>{t('staffTicket:ownRequest')}</h2>
      {asked &&
        (offeredByOriginal ? <SharedAnswer ticket={ticket} answer={offeredByOriginal} /> : <Verdict ticket={ticket} />)}
      {may.includes('rate') && <Rating ticket={ticket} />}
      {may.includes('cancel') && <Cancel ticket={ticket} />}
    </section>
  )
}
