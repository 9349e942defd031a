import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, SkeletonRows } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { KeyList } from '../keys/KeyList.tsx'
import { NewKey } from '../keys/NewKey.tsx'
import { keysQuery } from '../keys/key-questions.tsx'
import { useSession } from '../session.tsx'
import styles from './Account.module.css'
import { AccountPage } from './AccountPage.tsx'
import { NotLoaded } from './NotLoaded.tsx'

/** The keys by which programs act as oneself. */
export const MyKeys = () => {
  const { t } = useWords()
  const { me } = useSession()
  const [making, make] = useState(false)
  const query = useQuery(keysQuery)
  const mine = query.data?.filter(({ person }) => person.id === me.id)
  return (
    <AccountPage>
      <section className={styles['part']} aria-label={t('apiKeys:title')}>
        <p>{t('apiKeys:own')}</p>
        <div className={styles['buttons']}>
          <Button size="m" kind="primary" icon="plus" onClick={() => make(true)}>
            {t('apiKeys:make')}
          </Button>
          <a href="/api/docs">{t('apiKeys:interface')}</a>
        </div>
        {query.isPending && <SkeletonRows rows={3} label={t('apiKeys:loading')} />}
        {query.error && !mine && (
          <NotLoaded title={t('apiKeys:failed')} problem={query.error} onRetry={() => void query.refetch()} />
        )}
        {mine && <KeyList keys={mine} />}
      </section>
      <NewKey open={making} title={t('apiKeys:make')} onClose={() => make(false)} offered={me.permissions} />
    </AccountPage>
  )
}
