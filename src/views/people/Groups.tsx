import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Avatar, Avatars, Button, EmptyState, Link, Page, Pill, SkeletonRows } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { HelpLink } from '../help/HelpLink.tsx'
import { usePageTitle } from '../page-title.tsx'
import { useSession } from '../session.tsx'
import { Failed } from '../staff/Failed.tsx'
import { groupsQuery } from '../staff/groups-question.tsx'
import type { Group } from '../staff/groups-question.tsx'
import { GroupDrawer } from './GroupDrawer.tsx'
import { hoursInWords } from './hours-in-words.ts'
import { PeopleTabs } from './PeopleTabs.tsx'
import { rolesQuery } from './people-questions.tsx'
import { roleName } from './role-name.tsx'
import styles from './People.module.css'

/** Who works together. */
export const Groups = () => {
  const { t } = useWords()
  const { settings, may } = useSession()
  usePageTitle(t('people:groups'), settings.organisation)
  const query = useQuery(groupsQuery)
  const [opened, open] = useState<Group | 'new'>()
  const manages = may('group.manage')
  return (
    <>
      <Page
        title={t('people:title')}
        count={<PeopleTabs />}
        width="reading"
        actions={
          <>
            <HelpLink topic="adding-a-group" />
            {manages && (
              <Button kind="primary" icon="plus" onClick={() => open('new')}>
                {t('people:group.add')}
              </Button>
            )}
          </>
        }
      >
        {query.isPending && <SkeletonRows shape="table" rows={5} label={t('people:group.loading')} />}
        {query.isError && !query.data && (
          <Failed title={t('people:group.failed')} problem={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.data?.length === 0 && <EmptyState mood="nothing" title={t('people:group.empty')} />}
        {query.data && (
          <ul className={styles['groups']}>
            {query.data.map((group) => (
              <li key={group.id}>
                <OneGroup group={group} onOpen={manages ? () => open(group) : undefined} />
              </li>
            ))}
          </ul>
        )}
      </Page>
      <GroupDrawer opened={opened} onClose={() => open(undefined)} />
    </>
  )
}

const shownFaces = 5

const OneGroup = ({ group, onOpen }: { readonly group: Group; readonly onOpen: (() => void) | undefined }) => {
  const { t, format } = useWords()
  const { may } = useSession()
  const { data: roles } = useQuery(rolesQuery)
  const active = group.members.filter((member) => member.active)
  const isDesk = group.key === 'supportDesk'
  const facts = [
    group.lead && t('people:group.ledBy', { name: group.lead.name }),
    group.roles.length > 0 &&
      `${t('people:group.roles')}: ${format.list(group.roles.map((role) => roleName(t, role, roles)))}`,
    group.workingHours &&
      `${t('people:group.hours')}: ${hoursInWords(group.workingHours, format.locale).join(' · ') || t('people:group.free')}`,
    group.timeZone && `${t('people:field.timeZone')}: ${group.timeZone.replaceAll('_', ' ')}`,
  ].filter((fact) => typeof fact === 'string')
  return (
    <section className={styles['group']} aria-label={group.name}>
      <div className={styles['groupHead']}>
        <h2>
          {onOpen ? (
            <button type="button" className={styles['name']} onClick={onOpen}>
              <bdi>{group.name}</bdi>
            </button>
          ) : (
            <bdi>{group.name}</bdi>
          )}
        </h2>
        {isDesk && <Pill tone="accent">{t('people:group.deskMark')}</Pill>}
        <span className="dim">{t('plurals:members', { count: active.length })}</span>
        <span className={styles['faces']}>
          <Avatars>
            {active.slice(0, shownFaces).map(({ id, name }) => (
              <Avatar key={id} name={name} size="m" ours />
            ))}
          </Avatars>
        </span>
      </div>
      <p className="dim">
        {active.length > 0 ? format.list(active.map(({ name }) => name)) : t('people:group.nobody')}
      </p>
      {isDesk && <p className="dim">{t('people:group.desk')}</p>}
      {facts.map((fact) => (
        <p key={fact} className="dim">
          {fact}
        </p>
      ))}
      {may('user.read') && group.members.length > 0 && (
        <p>
          <Link href={`/people?group=${group.id}&state=all`}>{t('people:group.showPeople')}</Link>
        </p>
      )}
    </section>
  )
}
