import { useWords } from '../../words/WordsProvider.tsx'
import styles from './TicketRequest.module.css'

const steps = ['take', 'answer', 'close'] as const
type Step = (typeof steps)[number]

type Props = {
  /** Somebody's who wrote it down for a customer: told of them, not to them. */
  readonly forOthers?: boolean
  /** It has no number yet. */
  readonly unsent?: boolean
}

/** What happens next, drawn as the way it will go. */
export const NextSteps = ({ forOthers, unsent }: Props) => {
  const { t } = useWords()
  const say = (word: 'title' | Step | `${Step}Text`) =>
    forOthers ? t(`requestFor:next.${word}`) : t(`ticketRequest:next.${word}`)
  return (
    <section>
      <h2 className={styles['asideTitle']}>{say('title')}</h2>
      <ol className={styles['steps']}>
        {unsent && (
          <li>
            <b>{t('ticketRequest:next.confirm')}</b>
            <span>{t('ticketRequest:next.confirmText')}</span>
          </li>
        )}
        {steps.map((step) => (
          <li key={step}>
            <b>{say(step)}</b>
            <span>{say(`${step}Text`)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
