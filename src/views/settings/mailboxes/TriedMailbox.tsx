import { Banner, UserText } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import type { Tried } from './mailbox-questions.tsx'
import styles from './Mailboxes.module.css'

type Props = { readonly tried: Tried; readonly folder: string; readonly isNew: boolean }

/** What the mail server said to what stands in the form. */
export const TriedMailbox = ({ tried, folder, isNew }: Props) => {
  const { t, format } = useWords()
  if (tried.reached)
    return (
      <Banner tone="success" live>
        {t('mailIn:boxes.reached', { count: tried.mails ?? 0, folder })} {isNew && t('mailIn:boxes.reachedNew')}
      </Banner>
    )
  return (
    <Banner tone="danger" live>
      {t('mailIn:boxes.notReached')}
      {tried.said && (
        <span className={styles['saidByServer']}>
          {t('mailIn:boxes.lastError')} <UserText>{tried.said}</UserText>
        </span>
      )}
      {tried.folders.length > 0 && (
        <span className={styles['saidByServer']}>
          {t('mailIn:boxes.folders', { folders: format.list([...tried.folders]) })}
        </span>
      )}
    </Banner>
  )
}
