import { useWords } from '../../words/WordsProvider.tsx'
import styles from './Bars.module.css'

/** What the bars are, and what the line across them is. */
export const Legend = ({ line }: { readonly line: string }) => {
  const { t } = useWords()
  return (
    <span className={styles['legend']}>
      <span>
        <i data-as="bar" />
        {t('statistics:figure.closed')}
      </span>
      <span>
        <i data-as="line" />
        {line}
      </span>
    </span>
  )
}
