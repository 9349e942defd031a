import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import { Button, Pill, Refused, SkeletonRows, toasts } from '../../web/ui/index.ts'
import { ago } from '../../words/age.ts'
import type { Translate } from '../../words/key.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { sentenceIn } from '../staff/Failed.tsx'
import { useNow } from '../staff/now.tsx'
import styles from './Account.module.css'
import { NotLoaded } from './NotLoaded.tsx'
import { sessionsQuery } from './account-questions.tsx'
import type { OpenSession } from './account-questions.tsx'
import { deviceOf } from './user-agent.ts'

/** Everywhere that one is signed in; what one does not know is ended here. */
export const Sessions = () => {
  const { t } = useWords()
  const client = useQueryClient()
  const query = useQuery(sessionsQuery)
  const end = useMutation({
    mutationFn: (id: string | null) => api.delete(`/api/v1/me/sessions${id ? `/${id}` : ''}`),
    onSuccess: (_nothing, id) => toasts.show({ text: t(id ? 'profile:ended' : 'profile:endedOthers') }),
    onSettled: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  })
  const sessions = query.data?.items ?? []
  const problem = sentenceIn(end.error, t)
  return (
    <section className={styles['part']} aria-label={t('profile:sessions')}>
      <h2>{t('profile:sessions')}</h2>
      {query.isPending && <SkeletonRows rows={2} label={t('profile:sessionsLoading')} />}
      {query.error && !query.data && (
        <NotLoaded title={t('profile:sessionsFailed')} problem={query.error} onRetry={() => void query.refetch()} />
      )}
      <ul className={styles['rows']}>
        {sessions.map((session) => (
          <Session
            key={session.id}
            session={session}
            busy={end.isPending && end.variables === session.id}
            onEnd={() => end.mutate(session.id)}
          />
        ))}
      </ul>
      <Refused>{problem}</Refused>
      {sessions.length > 1 && (
        <div className={styles['buttons']}>
          <Button size="m" busy={end.isPending && end.variables === null} onClick={() => end.mutate(null)}>
            {t('profile:endOthers')}
          </Button>
        </div>
      )}
    </section>
  )
}

type Props = { readonly session: OpenSession; readonly busy: boolean; readonly onEnd: () => void }

const Session = ({ session, busy, onEnd }: Props) => {
  const { t, format } = useWords()
  const now = useNow()
  const device = nameOf(t, session.browser)
  const day = format.date(session.startedAt)
  return (
    <li className={styles['row']}>
      <span className={styles['grow']}>
        <span className={styles['name']}>
          <bdi>{device}</bdi>
          {session.current && <Pill>{t('profile:here')}</Pill>}
        </span>
        <span className={styles['dim']}>
          {t('profile:since', { day, seen: ago(t, format, session.seenAt, now) })}
          {session.network && (
            <>
              {' · '}
              <bdi>{session.network}</bdi>
            </>
          )}
        </span>
      </span>
      {!session.current && (
        <Button busy={busy} aria-label={t('profile:endLabel', { browser: device, day })} onClick={onEnd}>
          {t('profile:end')}
        </Button>
      )}
    </li>
  )
}

const nameOf = (t: Translate, userAgent: string | null): string => {
  const { browser, system } = deviceOf(userAgent)
  if (browser && system) return t('profile:onSystem', { browser, system })
  return browser ?? system ?? t('profile:unknownBrowser')
}
