import { FailedState } from '../../web/ui/index.ts'
import { Problem } from '../../web/api.ts'
import { useWords } from '../../words/WordsProvider.tsx'

type Props = {
  readonly title: string
  readonly problem: unknown
  readonly onRetry: () => void
  readonly busy?: boolean
}

/** What could not be loaded: the server's own sentence where it sent one, what is safe, and a way on. */
export const Failed = ({ title, problem, onRetry, busy = false }: Props) => {
  const { t } = useWords()
  const told = problem instanceof Problem ? problem : undefined
  return (
    <FailedState
      title={title}
      retry={{ label: t('shell:retry'), onRetry, busy }}
      reference={
        told?.reference
          ? { label: t('shell:copyReference', { reference: '' }), value: told.reference }
          : undefined
      }
    >
      {told && told.code !== 'offline' && told.status < 500 ? told.title : t('staff:nothingLost')}
    </FailedState>
  )
}

/** The sentence that a refusal is told with, in place. */
export const sentenceIn = (problem: unknown): string | undefined => {
  if (!problem) return undefined
  if (!(problem instanceof Problem)) return String(problem)
  const [first] = problem.errors
  return first ? first.message : problem.title
}
