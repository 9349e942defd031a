import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Avatar, Button, EmptyState, Page, Pill, Segmented, SkeletonRows } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { usePageTitle } from '../page-title.tsx'
import { useSession } from '../session.tsx'
import { Failed } from '../staff/Failed.tsx'
import { SearchBox } from '../staff/SearchBox.tsx'
import { PersonDrawer } from './PersonDrawer.tsx'
import { peopleQuery, rolesQuery } from './people-questions.tsx'
import type { User } from './people-questions.tsx'
import { roleName } from './role-name.tsx'
import styles from './People.module.css'

type Which = 'active' | 'inactive' | 'all'
const activeOf = { active: true, inactive: false, all: undefined } as const

/** Everybody, by name: staff and customers. */
export const People = () => {
  const { t } = useWords()
  const { settings, may } = useSession()
  usePageTitle(t('people:title'), settings.organisation)
  const [typed, type] = useState('')
  const [which, setWhich] = useState<Which>('active')
  const [opened, open] = useState<User | 'new'>()
  const search = useDeferredValue(typed.trim())
  const query = useInfiniteQuery(peopleQuery({ search, active: activeOf[which] }))
  const people = query.data?.pages.flatMap(({ items }) => items) ?? []
  const manages = may('user.manage')
  return (
    <Page
      title={t('people:title')}
      actions={
        manages && (
          <Button kind="primary" icon="plus" onClick={() => open('new')}>
            {t('people:add')}
          </Button>
        )
      }
      under={
        <div className={styles['tools']}>
          <SearchBox label={t('people:search')} value={typed} onValue={type} />
          <Segmented
            label={t('people:which')}
            value={which}
            onChange={setWhich}
            options={(['active', 'inactive', 'all'] as const).map((value) => ({ value, label: t(`people:${value}`) }))}
          />
        </div>
      }
    >
      {query.isPending && <SkeletonRows shape="table" rows={10} label={t('people:loading')} />}
      {query.isError && !query.data && (
        <Failed title={t('people:failed')} problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && people.length === 0 && (
        <EmptyState mood="nothing" title={t('people:nobody')}>
          {t('people:nobodyText')}
        </EmptyState>
      )}
      {people.length > 0 && <Table people={people} onOpen={manages ? open : undefined} />}
      {query.hasNextPage && (
        <div className={styles['more']}>
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('staff:showMore')}
          </Button>
        </div>
      )}
      <PersonDrawer opened={opened} onClose={() => open(undefined)} />
    </Page>
  )
}

type TableProps = { readonly people: readonly User[]; readonly onOpen: ((user: User) => void) | undefined }

const Table = ({ people, onOpen }: TableProps) => {
  const { t, format } = useWords()
  const { data: roles } = useQuery(rolesQuery)
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('people:column.name')}</th>
          <th scope="col">{t('people:column.roles')}</th>
          <th scope="col" className={styles['wide']}>
            {t('people:column.groups')}
          </th>
          <th scope="col" className={styles['wide']}>
            {t('people:column.since')}
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((user) => (
          <tr key={user.id} data-inactive={!user.active || undefined}>
            <td>
              <span className={styles['who']}>
                <Avatar name={user.name} size="m" ours={user.roles.some((role) => role !== 'customer')} />
                <span className={styles['names']}>
                  {onOpen ? (
                    <button type="button" className={styles['name']} onClick={() => onOpen(user)}>
                      <bdi>{user.name}</bdi>
                    </button>
                  ) : (
                    <bdi className={styles['name']}>{user.name}</bdi>
                  )}
                  <bdi className={styles['email']}>{user.email}</bdi>
                </span>
                {!user.active && <Pill>{t('people:inactive')}</Pill>}
              </span>
            </td>
            <td>{format.list(user.roles.map((role) => roleName(t, role, roles)))}</td>
            <td className={styles['wide']}>{format.list(user.groups.map(({ name }) => name))}</td>
            <td className={styles['wide']}>{format.date(user.createdAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
