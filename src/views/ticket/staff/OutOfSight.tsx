import { useQuery } from '@tanstack/react-query'
import { Problem } from '../../../web/problem.ts'
import { Banner, Button } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { ticketQuery } from '../ticket-questions.tsx'
import styles from './StaffTicket.module.css'

type Props = { readonly number: number; readonly onBack: (() => void) | undefined }

/** The ticket went out of the reader's sight while it stood open: it stays for what they were writing, and says that it is old. */
export const OutOfSight = ({ number, onBack }: Props) => {
  const { t } = useWords()
  const { error } = useQuery(ticketQuery(number))
  if (!(error instanceof Problem) || error.status !== 404) return null
  return (
    <div className={styles['undelivered']}>
      <Banner
        tone="danger"
        live
        action={
          onBack && (
            <Button kind="text" onClick={onBack}>
              {t('staff:back')}
            </Button>
          )
        }
      >
        <p>{t('staffTicket:outOfSight')}</p>
      </Banner>
    </div>
  )
}
