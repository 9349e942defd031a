import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addressOf } from '../../web/api.ts'
import { Button, ButtonLink, EmptyState, Page, SkeletonRows } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { HelpLink } from '../help/HelpLink.tsx'
import { usePageTitle } from '../page-title.tsx'
import { useSession } from '../session.tsx'
import { useGo, useQueryOfAddress } from '../staff/address.tsx'
import { Failed } from '../staff/Failed.tsx'
import { ShowMore } from '../staff/ShowMore.tsx'
import { addressOfAsked, askedIn, filterOf, isNarrowed, nobodyInParticular } from './asked.ts'
import type { Asked } from './asked.ts'
import { PeopleFilters } from './PeopleFilters.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { PeopleTabs } from './PeopleTabs.tsx'
import { PersonDrawer } from './PersonDrawer.tsx'
import { peopleQuery } from './people-questions.tsx'
import type { User } from './people-questions.tsx'
import styles from './People.module.css'

/** Everybody, by name: staff and customers. */
export const People = () => {
  const { t } = useWords()
  const { settings, may } = useSession()
  usePageTitle(t('people:title'), settings.organisation)
  const asked = askedIn(useQueryOfAddress())
  const go = useGo()
  const change = (part: Partial<Asked>) => go('/people', addressOfAsked({ ...asked, ...part }), { replace: true })
  const [opened, open] = useState<User | 'new'>()
  const query = useInfiniteQuery(peopleQuery(filterOf(asked)))
  const people = query.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Page
      title={t('people:title')}
      count={<PeopleTabs />}
      actions={<Actions asked={asked} manages={may('user.manage')} onAdd={() => open('new')} />}
      under={<PeopleFilters asked={asked} onChange={change} />}
    >
      {query.isPending && <SkeletonRows shape="table" rows={10} label={t('people:loading')} />}
      {query.isError && !query.data && (
        <Failed title={t('people:failed')} problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && people.length === 0 && (
        <EmptyState
          mood="nothing"
          title={t('people:nobody')}
          action={isNarrowed(asked) && <Button onClick={() => change(nobodyInParticular)}>{t('people:clear')}</Button>}
        >
          {t('people:nobodyText')}
        </EmptyState>
      )}
      {people.length > 0 && <PeopleTable people={people} onOpen={open} />}
      <ShowMore query={query} />
      <PersonDrawer opened={opened} onChange={open} onClose={() => open(undefined)} />
    </Page>
  )
}

type ActionsProps = { readonly asked: Asked; readonly manages: boolean; readonly onAdd: () => void }

const Actions = ({ asked, manages, onAdd }: ActionsProps) => {
  const { t } = useWords()
  return (
    <>
      <HelpLink topic="adding-users" />
      <a className={styles['export']} href={addressOf('/api/v1/users.csv', filterOf(asked))} download>
        {t('people:export')}
      </a>
      {manages && (
        <>
          <ButtonLink icon="upload" href="/people/import">
            {t('people:import')}
          </ButtonLink>
          <Button kind="primary" icon="plus" onClick={onAdd}>
            {t('people:add')}
          </Button>
        </>
      )}
    </>
  )
}
