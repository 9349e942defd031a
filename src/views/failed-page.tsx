// In place of a page that failed: what is safe, and what to do. A page that is not there or not theirs says that instead.
import { useRouter } from '@tanstack/react-router'
import { FailedState } from '../web/ui/index.ts'
import { Problem } from '../web/problem.ts'
import { useWords } from '../words/WordsProvider.tsx'
import { NotFoundPage, RefusedPage } from './not-found-page.tsx'
import { useTitleInPlace } from './page-title.tsx'

type Props = { readonly error: unknown; readonly reset?: () => void }

export const FailedPage = ({ error, reset }: Props) => {
  const router = useRouter()
  const { t } = useWords()
  useTitleInPlace(t('shell:failed.title'))
  const again = () => {
    reset?.()
    void router.invalidate()
  }
  if (error instanceof Problem && error.status === 404) return <NotFoundPage />
  if (error instanceof Problem && error.status === 403) return <RefusedPage problem={error} />
  if (isNewerVersion(error)) return <NewerVersion />
  const isOffline = error instanceof Problem && error.code === 'offline'
  const reference = error instanceof Problem ? error.reference : undefined
  return (
    <FailedState
      level={1}
      title={isOffline ? t('shell:failed.offline') : t('shell:failed.title')}
      retry={{ label: t('shell:retry'), onRetry: again }}
      reference={reference ? { label: t('shell:copyReference', { reference }), value: reference } : undefined}
    >
      {isOffline ? t('shell:failed.offlineText') : t('shell:failed.text')}
    </FailedState>
  )
}

/** The server was brought up to date while this page was open: its pieces have new names. */
const isNewerVersion = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|module script failed/iu.test(error.message)

const NewerVersion = () => {
  const { t } = useWords()
  return (
    <FailedState
      level={1}
      title={t('shell:failed.newer')}
      retry={{ label: t('shell:failed.reload'), onRetry: () => location.reload() }}
    >
      {t('shell:failed.newerText')}
    </FailedState>
  )
}
