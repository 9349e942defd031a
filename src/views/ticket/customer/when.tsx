import { ago } from '../../../words/age.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useNow } from '../../staff/now.tsx'

/** How long ago, with the moment itself for whoever rests on it. */
export const useWhen = () => {
  const { t, format } = useWords()
  const now = useNow()
  return (at: string) => (
    <time dateTime={at} title={format.dateTime(at)}>
      {ago(t, format, at, now)}
    </time>
  )
}
