import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Page, SkeletonRows } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { usePageTitle } from '../page-title.tsx'
import { settingsQuery, useSession } from '../session.tsx'
import type { SharedSettings } from '../session.tsx'
import { Failed } from '../staff/Failed.tsx'

type Props = {
  readonly title: string
  readonly actions?: ReactNode
  /** Drawn anew when the settings were read anew: a form begins with what is saved. */
  readonly children: (settings: SharedSettings) => ReactNode
}

/** A page that shows some of the settings, and every state of asking for them. */
export const SettingsPage = ({ title, actions, children }: Props) => {
  const { t } = useWords()
  const { settings } = useSession()
  usePageTitle(title, settings.organisation)
  // the rest of the product takes them as they were when it was opened: somebody may have changed them since
  const query = useQuery({ ...settingsQuery, refetchOnMount: 'always' })
  return (
    <Page title={title} actions={actions}>
      {query.isPending && <SkeletonRows shape="text" rows={8} label={t('administration:workflow.loading')} />}
      {query.isError && !query.data && (
        <Failed
          title={t('administration:workflow.failed')}
          problem={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data && children(query.data)}
    </Page>
  )
}
