import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Page as Stretch } from '../../../queries/keyset.ts'
import { daysLater } from '../../../statistics/day.ts'
import { addressOf, api } from '../../../web/api.ts'
import { Button, EmptyState, Icon, Page, Select, SkeletonRows, TextField } from '../../../web/ui/index.ts'
import { settingsAudit } from '../../../words/en/settings-audit.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { beginOfDay } from '../../../fields/date-time/local-time.ts'
import { usePageTitle } from '../../page-title.tsx'
import { useSession } from '../../session.tsx'
import { Failed } from '../../staff/Failed.tsx'
import { ShowMore } from '../../staff/ShowMore.tsx'
import { Entry } from './Entry.tsx'
import type { AuditEntry } from './Entry.tsx'
import lists from '../Lists.module.css'
import styles from '../Settings.module.css'

type Asked = { readonly action: string; readonly actor: string; readonly from: string; readonly to: string }
const everything: Asked = { action: '', actor: '', from: '', to: '' }

/** Days are whole days on the reader's clock. */
const queryOf = ({ action, actor, from, to }: Asked, timeZone: string) => ({
  action,
  actor,
  from: from && beginOfDay(from, timeZone),
  to: to && beginOfDay(daysLater(to, 1), timeZone),
})

const auditQuery = (query: ReturnType<typeof queryOf>) =>
  infiniteQueryOptions({
    queryKey: ['audit', query],
    queryFn: ({ pageParam, signal }) =>
      api.get<Stretch<AuditEntry>>('/api/v1/audit', { query: { ...query, after: pageParam, limit: 50 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })

/** Every administrative change: who, when, from where, before and after. */
export const AuditLog = () => {
  const { t } = useWords()
  const { me, settings } = useSession()
  usePageTitle(t('settingsAudit:title'), settings.organisation)
  const [asked, ask] = useState(everything)
  const [whose, setWhose] = useState('')
  const query = queryOf(asked, me.timeZone)
  const log = useInfiniteQuery(auditQuery(query))
  const entries = log.data?.pages.flatMap(({ items }) => items) ?? []
  const isNarrowed = Object.values(asked).some(Boolean)
  const clear = () => ask(everything)
  return (
    <Page
      title={t('settingsAudit:title')}
      actions={
        entries.length > 0 && (
          <a className={styles['help']} href={addressOf('/api/v1/audit.csv', query)} download>
            <Icon name="download" size={14} /> {t('settingsAudit:export')}
          </a>
        )
      }
      under={
        <Filters
          asked={asked}
          whose={whose}
          onAsk={(some) => ask({ ...asked, ...some })}
          onClear={isNarrowed ? clear : undefined}
        />
      }
    >
      <p className={styles['lead']}>{t('settingsAudit:lead')}</p>
      {log.isPending && <SkeletonRows shape="table" rows={12} label={t('settingsAudit:loading')} />}
      {log.isError && !log.data && (
        <Failed title={t('settingsAudit:failed')} problem={log.error} onRetry={() => void log.refetch()} />
      )}
      {log.data && entries.length === 0 && (
        <EmptyState
          mood="nothing"
          title={isNarrowed ? t('settingsAudit:nothingFits') : t('settingsAudit:none')}
          action={isNarrowed && <Button onClick={clear}>{t('settingsAudit:clear')}</Button>}
        >
          {t('settingsAudit:noneText')}
        </EmptyState>
      )}
      {entries.length > 0 && (
        <ul className={lists['rows']}>
          {entries.map((entry) => (
            <Entry
              key={entry.id}
              entry={entry}
              onActor={({ id, name }) => {
                setWhose(name)
                ask({ ...asked, actor: id })
              }}
            />
          ))}
        </ul>
      )}
      <ShowMore query={log} />
    </Page>
  )
}

/** Every kind of change that the words know. */
const actions = Object.keys(settingsAudit.did) as (keyof typeof settingsAudit.did)[]

type FiltersProps = {
  readonly asked: Asked
  readonly whose: string
  readonly onAsk: (some: Partial<Asked>) => void
  readonly onClear: (() => void) | undefined
}

const Filters = ({ asked, whose, onAsk, onClear }: FiltersProps) => {
  const { t } = useWords()
  return (
    <div className={lists['filters']}>
      <Select
        label={t('settingsAudit:action')}
        value={asked.action}
        onValue={(action) => onAsk({ action })}
        options={[
          { value: '', label: t('settingsAudit:anything') },
          ...actions
            .map((action) => ({ value: action, label: t(`settingsAudit:did.${action}`) }))
            .toSorted((one, other) => one.label.localeCompare(other.label, t.language)),
        ]}
      />
      <TextField label={t('settingsAudit:from')} type="date" value={asked.from} onValue={(from) => onAsk({ from })} />
      <TextField label={t('settingsAudit:to')} type="date" value={asked.to} onValue={(to) => onAsk({ to })} />
      {asked.actor && (
        <Button kind="text" icon="close" onClick={() => onAsk({ actor: '' })}>
          {t('settingsAudit:onlyTheirs', { name: whose })}
        </Button>
      )}
      {onClear && (
        <Button kind="text" onClick={onClear}>
          {t('settingsAudit:clear')}
        </Button>
      )}
    </div>
  )
}
