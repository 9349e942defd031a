import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import styles from './TryDemo.module.css'

/** Asked where no queue has anything: a ticket that ended says that the desk has begun. */
const anyClosedQuery = queryOptions({
  queryKey: ['closed-tickets', 'any'],
  queryFn: ({ signal }) =>
    api.get<{ items: unknown[] }>('/api/v1/queries/closed-tickets', { query: { reopened: 'any', limit: 1 }, signal }),
})

// Nothing of what the surroundings set for this installation: its database, its bucket, its mail server.
const commands = `env -i PATH="$PATH" HOME="$HOME" SANAD_DATA=./demo npm run demo
env -i PATH="$PATH" HOME="$HOME" SANAD_DATA=./demo PORT=3001 npm start`

/** Before the first ticket, whoever set the product up learns how to see it alive, away from their own desk. */
export const TryDemo = ({ empty }: { readonly empty: boolean }) => {
  const { t } = useWords()
  const { may } = useSession()
  const asks = empty && may('settings.manage')
  const { data } = useQuery({ ...anyClosedQuery, enabled: asks })
  if (!asks || data?.items.length !== 0) return null
  return (
    <details className={styles['demo']}>
      <summary>{t('incoming:demo.title')}</summary>
      <p>{t('incoming:demo.text')}</p>
      <pre dir="ltr">
        <code>{commands}</code>
      </pre>
      <p>{t('incoming:demo.after')}</p>
    </details>
  )
}
