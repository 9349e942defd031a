import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { Page as PageOf } from '../../queries/keyset.ts'
import { api } from '../../web/api.ts'
import { Button, EmptyState, Link, Menu, IconButton, Page, SkeletonRows } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { usePageTitle } from '../page-title.tsx'
import { useSession } from '../session.tsx'
import { Failed } from '../staff/Failed.tsx'
import { SearchBox } from '../staff/SearchBox.tsx'
import { ShowMore } from '../staff/ShowMore.tsx'
import type { Organisation } from './OrganisationPick.tsx'
import { OrganisationName, RemoveOrganisation } from './OrganisationDialogs.tsx'
import { PeopleTabs } from './PeopleTabs.tsx'
import styles from './People.module.css'

const organisationsQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: ['organisations', 'list', search],
    queryFn: ({ pageParam, signal }) =>
      api.get<PageOf<Organisation>>('/api/v1/organisations', {
        query: { search, after: pageParam, limit: 100 },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

type Opened = { readonly what: 'name' | 'remove'; readonly organisation: Organisation | undefined }

/** The companies that customers come from. */
export const Organisations = () => {
  const { t } = useWords()
  const { settings, may } = useSession()
  usePageTitle(t('people:organisations'), settings.organisation)
  const [typed, type] = useState('')
  const search = useDeferredValue(typed.trim())
  const query = useInfiniteQuery(organisationsQuery(search))
  const [opened, open] = useState<Opened>()
  const all = query.data?.pages.flatMap(({ items }) => items) ?? []
  const manages = may('user.manage')
  const add = manages && (
    <Button kind="primary" icon="plus" onClick={() => open({ what: 'name', organisation: undefined })}>
      {t('people:organisation.add')}
    </Button>
  )
  return (
    <>
      <Page
        title={t('people:title')}
        count={<PeopleTabs />}
        width="reading"
        actions={add}
        under={
          <div className={styles['filters']}>
            <div className={styles['search']}>
              <SearchBox label={t('people:organisation.search')} value={typed} onValue={type} />
            </div>
          </div>
        }
      >
        {query.isPending && <SkeletonRows shape="table" rows={6} label={t('people:organisation.loading')} />}
        {query.isError && !query.data && (
          <Failed title={t('people:organisation.failed')} problem={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.data && all.length === 0 && (
          <EmptyState mood="nothing" title={search ? t('people:organisation.nothing') : t('people:organisation.none')}>
            {!search && t('people:organisation.noneText')}
          </EmptyState>
        )}
        {all.length > 0 && (
          <>
            <p className="dim">
              {t('people:organisation.sight')}{' '}
              {may('role.manage') && <Link href="/people/roles">{t('people:organisation.toRoles')}</Link>}
            </p>
            <ul className={styles['organisations']}>
              {all.map((organisation) => (
                <li key={organisation.id}>
                  <bdi className={styles['organisation']}>{organisation.name}</bdi>
                  <Link href={`/people?organisation=${organisation.id}&state=all`}>
                    {t('plurals:people', { count: organisation.people })}
                  </Link>
                  {manages && <More organisation={organisation} onOpen={open} />}
                </li>
              ))}
            </ul>
          </>
        )}
        <ShowMore query={query} />
      </Page>
      <OrganisationName
        open={opened?.what === 'name'}
        organisation={opened?.organisation}
        onClose={() => open(undefined)}
      />
      <RemoveOrganisation
        organisation={opened?.what === 'remove' ? opened.organisation : undefined}
        onClose={() => open(undefined)}
      />
    </>
  )
}

type MoreProps = { readonly organisation: Organisation; readonly onOpen: (opened: Opened) => void }

const More = ({ organisation, onOpen }: MoreProps) => {
  const { t } = useWords()
  const { name } = organisation
  return (
    <Menu
      label={name}
      align="end"
      anchor={(anchor) => <IconButton {...anchor} icon="dots" label={t('people:edit', { name })} />}
      groups={[
        [
          {
            key: 'rename',
            label: t('roles:rename'),
            icon: 'edit',
            onSelect: () => onOpen({ what: 'name', organisation }),
          },
        ],
        [
          {
            key: 'remove',
            label: t('people:organisation.remove'),
            icon: 'trash',
            danger: true,
            onSelect: () => onOpen({ what: 'remove', organisation }),
          },
        ],
      ]}
    />
  )
}
