// What is shown when not even who is there could be asked.
import { Problem } from '../web/problem.ts'
import { FailedState, UiProvider } from '../web/ui/index.ts'
import type { Translate } from '../words/key.ts'

export const Unreachable = ({ t, failure }: { readonly t: Translate; readonly failure: unknown }) => {
  const problem = failure instanceof Problem ? failure : undefined
  const reference = problem?.reference
  return (
    <UiProvider dir={t.dir} lang={t.language}>
      <main style={{ display: 'grid', minBlockSize: '100dvh' }}>
        <FailedState
          level={1}
          title={problem?.isUncertain ? t('shell:failed.offline') : t('shell:failed.title')}
          retry={{ label: t('shell:retry'), onRetry: () => location.reload() }}
          reference={reference ? { label: t('shell:copyReference', { reference }), value: reference } : undefined}
        >
          {problem?.isUncertain ? t('shell:failed.offlineText') : t('shell:failed.text')}
        </FailedState>
      </main>
    </UiProvider>
  )
}
