import { useWords } from '../../../words/WordsProvider.tsx'
import { useNow } from '../../staff/now.tsx'
import styles from './Thread.module.css'
import { when } from './when.ts'

export const Moment = ({ at }: { readonly at: string }) => {
  const { t, format } = useWords()
  const now = useNow()
  return (
    <time className={styles['at']} dateTime={at} title={format.dateTime(at)}>
      {when(t, format, at, now)}
    </time>
  )
}
