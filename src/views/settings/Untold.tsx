import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../web/api.ts'
import { Banner, Button, Dialog, Link, UserText, toasts } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { restOf } from '../problem-words.tsx'
import { useSession } from '../session.tsx'
import mails from './Mails.module.css'
import styles from './Settings.module.css'

type Failed = {
  readonly id: string
  readonly interaction: string
  readonly ticket: number | null
  readonly at: string
  readonly error: string | null
}

const untoldQuery = queryOptions({
  queryKey: ['failed-tellings'],
  queryFn: async ({ signal }) => (await api.get<{ items: Failed[] }>('/api/v1/failed-tellings', { signal })).items,
})

/** Duties of telling that failed for good: nothing is lost silently. Nothing is shown while there are none. */
export const Untold = () => {
  const { t } = useWords()
  const { data: items = [] } = useQuery(untoldQuery)
  const [open, setOpen] = useState(false)
  if (items.length === 0) return null
  return (
    <>
      <Banner tone="danger" action={<Button onClick={() => setOpen(true)}>{t('settingsMail:untoldShow')}</Button>}>
        {t('settingsMail:untold', { count: items.length })}
      </Banner>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        place="end"
        wide
        title={t('settingsMail:untoldTitle')}
        closeLabel={t('staff:close')}
      >
        {open && <List items={items} onRetried={() => setOpen(false)} />}
      </Dialog>
    </>
  )
}

const List = ({ items, onRetried }: { readonly items: readonly Failed[]; readonly onRetried: () => void }) => {
  const { t, format } = useWords()
  const { label } = useSession()
  const client = useQueryClient()
  const retry = useMutation({
    mutationFn: () => api.post('/api/v1/failed-tellings/retry'),
    onSuccess: async () => {
      toasts.show({ text: t('settingsMail:untoldRetried') })
      onRetried()
      await client.invalidateQueries({ queryKey: untoldQuery.queryKey })
    },
  })
  return (
    <div className={mails['reading']}>
      <p className="dim">{t('settingsMail:untoldText')}</p>
      <div>
        <Button size="m" icon="refresh" busy={retry.isPending} onClick={() => retry.mutate()}>
          {t('settingsMail:untoldRetry')}
        </Button>
      </div>
      {retry.error && <Banner tone="danger">{restOf(retry.error, t, [])}</Banner>}
      <ul className={styles['stack']}>
        {items.map((item) => (
          <li key={item.id}>
            <b>{t.maybe('settingsInteractions', `name.${item.interaction}`) ?? item.interaction}</b>{' '}
            {item.ticket !== null && (
              <Link href={`/tickets/${item.ticket}`}>
                <bdi className="together">{label(item.ticket)}</bdi>
              </Link>
            )}{' '}
            <span className="dim">{format.dateTime(item.at)}</span>
            {item.error && (
              <div>
                <UserText form="block">{item.error}</UserText>
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
