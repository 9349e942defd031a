import { FailedState } from '../../web/ui/index.ts'
import { Problem } from '../../web/problem.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { sentenceFor } from '../problem-words.tsx'

type Props = { readonly title: string; readonly problem: unknown; readonly onRetry: () => void }

/** A part of the account that could not be loaded, in words that customers have too. */
export const NotLoaded = ({ title, problem, onRetry }: Props) => {
  const { t } = useWords()
  const reference = problem instanceof Problem ? problem.reference : undefined
  return (
    <FailedState
      title={title}
      retry={{ label: t('shell:retry'), onRetry }}
      reference={reference ? { label: t('shell:copyReference', { reference }), value: reference } : undefined}
    >
      {sentenceFor(problem, t)}
    </FailedState>
  )
}
