import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Named } from '../../queries/named.ts'
import { api } from '../../web/api.ts'
import { SkeletonBar } from '../../web/ui/index.ts'
import type { Translate } from '../../words/key.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { Failed } from '../staff/Failed.tsx'
import type { User } from './people-questions.tsx'
import styles from './People.module.css'

type Held = { readonly group: Named; readonly tickets: number; readonly others: number; readonly leads: boolean }
type Leaving = { readonly items: readonly Held[]; readonly apiKeys: number }

const leavingQuery = (person: string, group?: string) =>
  queryOptions({
    queryKey: ['users', person, 'leaving', group ?? 'everything'],
    queryFn: ({ signal }) => api.get<Leaving>(`/api/v1/users/${person}/leaving`, { query: { group }, signal }),
    // asked where something is about to be decided: what was true a minute ago is not good enough
    staleTime: 0,
    gcTime: 0,
  })

/** What is released when somebody is deactivated or erased: said before it is done. */
export const LeavingAll = ({ person }: { readonly person: string }) => {
  const { t } = useWords()
  const { data, isError, error, refetch } = useQuery(leavingQuery(person))
  if (isError) return <Failed title={t('people:failed')} problem={error} onRetry={() => void refetch()} />
  if (!data) return <Looking />
  const said = data.items.flatMap((held) => sentencesOf(held, t))
  if (data.apiKeys > 0) said.push(t('people:leaving.keys', { count: data.apiKeys }))
  const nothing = data.items.every(({ tickets }) => tickets === 0)
  return (
    <ul className={styles['leaving']}>
      {nothing && <li>{t('people:leaving.nothing')}</li>}
      {said.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

/** Whether reactivating would lead back to how it was: no ticket goes to others, and no invitation ends. */
export const useComesBackWhole = ({ id, invitedUntil }: Pick<User, 'id' | 'invitedUntil'>, asked: boolean): boolean => {
  const { data } = useQuery({ ...leavingQuery(id), enabled: asked })
  return invitedUntil === null && data !== undefined && data.items.every(({ tickets }) => tickets === 0)
}

/** The same for one group that somebody is about to leave. */
export const LeavingGroup = ({ person, group }: { readonly person: Named; readonly group: string }) => {
  const { t } = useWords()
  const { data } = useQuery(leavingQuery(person.id, group))
  const said = data?.items.flatMap((held) => sentencesOf(held, t)) ?? []
  return (
    <div className={styles['leaves']} role="status">
      <p>{t('people:group.leaves', { name: person.name })}</p>
      {data ? (
        <ul className={styles['leaving']}>
          {said.length === 0 && <li>{t('people:group.leavesNothing')}</li>}
          {said.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : (
        <Looking />
      )}
    </div>
  )
}

const Looking = () => {
  const { t } = useWords()
  return (
    <div aria-busy aria-label={t('people:leaving.loading')}>
      <SkeletonBar width="70%" />
    </div>
  )
}

const sentencesOf = ({ group, tickets, others, leads }: Held, t: Translate): string[] => {
  const about = { count: tickets, group: group.name }
  return [
    ...(tickets > 0 ? [others > 0 ? t('people:leaving.tickets', about) : t('people:leaving.ticketsAlone', about)] : []),
    ...(leads ? [t('people:leaving.leads', { group: group.name })] : []),
    ...(others === 0 ? [t('people:leaving.empties', { group: group.name })] : []),
  ]
}
