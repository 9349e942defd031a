import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Banner, Button, EmptyState, Page, SkeletonRows } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { HelpLink } from '../help/HelpLink.tsx'
import { usePageTitle } from '../page-title.tsx'
import { useSession } from '../session.tsx'
import { useLostWhileHere } from '../still-may.tsx'
import { Failed } from '../staff/Failed.tsx'
import { Explain } from './Explain.tsx'
import { nothingChanged } from './grid.ts'
import type { Draft } from './grid.ts'
import { PeopleTabs } from './PeopleTabs.tsx'
import { rolesQuery } from './people-questions.tsx'
import type { Role } from './people-questions.tsx'
import { RoleBar } from './RoleBar.tsx'
import { RoleDialogs } from './RoleDialogs.tsx'
import type { OpenedRole } from './RoleDialogs.tsx'
import { RoleGrid } from './RoleGrid.tsx'
import styles from './Roles.module.css'

/** What each role may do, and beside it what one person may do, and why. Changes are gathered and saved together. */
export const Roles = () => {
  const { t } = useWords()
  const { settings, may } = useSession()
  usePageTitle(t('roles:title'), settings.organisation)
  const query = useQuery(rolesQuery)
  const [draft, setDraft] = useState<Draft>(nothingChanged)
  const [opened, open] = useState<OpenedRole>()
  const lost = useLostWhileHere('role.manage')
  // changes that are not saved yet stay to be read when the right went meanwhile
  const manages = may('role.manage') || (lost && draft.size > 0)
  return (
    <div className={styles['whole']}>
      <div className={styles['sides']}>
        <Page
          title={t('people:title')}
          count={<PeopleTabs />}
          actions={
            <>
              <HelpLink topic="roles-and-permissions" />
              {may('role.manage') && (
                <Button icon="plus" onClick={() => open({ what: 'new' })}>
                  {t('roles:new')}
                </Button>
              )}
            </>
          }
        >
          {!manages && (
            <EmptyState mood="nothing" title={t('shell:refused.title')}>
              {t('shell:refused.text')}
            </EmptyState>
          )}
          {manages && query.isPending && <SkeletonRows shape="table" rows={12} label={t('roles:loading')} />}
          {manages && query.isError && !query.data && (
            <Failed title={t('roles:failed')} problem={query.error} onRetry={() => void query.refetch()} />
          )}
          {manages && lost && (
            <Banner tone="danger" live>
              {t('staff:rightLost')}
            </Banner>
          )}
          {manages && query.data && <RoleGrid roles={query.data} draft={draft} onDraft={setDraft} onOpen={open} />}
        </Page>
        {manages && may('user.read') && query.data && <Explain roles={query.data} draft={draft} />}
      </div>
      {draft.size > 0 && (
        <RoleBar roles={query.data ?? noRoles} draft={draft} lost={lost} onDone={() => setDraft(nothingChanged)} />
      )}
      <RoleDialogs opened={opened} onClose={() => open(undefined)} />
    </div>
  )
}

const noRoles: readonly Role[] = []
