import { useWords } from '../../words/WordsProvider.tsx'
import styles from './TicketRequest.module.css'

const steps = ['confirm', 'take', 'answer', 'close'] as const

/** What happens next, drawn as the way it will go. */
export const NextSteps = ({ from }: { readonly from: (typeof steps)[number] }) => {
  const { t } = useWords()
  return (
    <section>
      <h2 className={styles['asideTitle']}>{t('ticketRequest:next.title')}</h2>
      <ol className={styles['steps']}>
        {steps.slice(steps.indexOf(from)).map((step) => (
          <li key={step}>
            <b>{t(`ticketRequest:next.${step}`)}</b>
            <span>{t(`ticketRequest:next.${step}Text`)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
