import { useWords } from '../../words/WordsProvider.tsx'
import styles from './Bars.module.css'

export const Legend = () => {
  const { t } = useWords()
  return (
    <span className={styles['legend']}>
      <span>
        <i data-as="bar" />
        {t('statistics:figure.closed')}
      </span>
      <span>
        <i data-as="line" />
        {t('statistics:figure.opened')}
      </span>
    </span>
  )
}
