import { dayIn } from '../../statistics/day.ts'
import { Button } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { shortDay } from '../look-back/days.ts'
import { useSession } from '../session.tsx'
import styles from './ClosedTickets.module.css'

type Props = { readonly since: string; readonly onOlder: () => void }

/** Words that many tickets have were looked for in the newest; the rest is a press away. */
export const Lately = ({ since, onOlder }: Props) => {
  const { t, format } = useWords()
  const { me } = useSession()
  return (
    <p role="status" className={styles['lately']}>
      {t('closedTickets:lately.said', { day: shortDay(format.locale, dayIn(me.timeZone, new Date(since))) })}
      <Button kind="text" onClick={onOlder}>
        {t('closedTickets:lately.older')}
      </Button>
    </p>
  )
}
