import { ButtonLink, EmptyState, FailedState } from '../../web/ui/index.ts'
import { Problem } from '../../web/api.ts'
import type { Translate } from '../../words/key.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { fieldSentences, sentenceFor } from '../problem-words.tsx'

type Props = {
  readonly title: string
  readonly problem: unknown
  readonly onRetry: () => void
  readonly busy?: boolean
  readonly level?: 1 | 2 | 3
}

/** What could not be loaded: the server's own sentence where it sent one, what is safe, and a way on. */
export const Failed = ({ title, problem, onRetry, busy = false, level = 2 }: Props) => {
  const { t } = useWords()
  const told = problem instanceof Problem ? problem : undefined
  if (told && (told.status === 403 || told.status === 404)) return <NotTheirs told={told} level={level} />
  return (
    <FailedState
      level={level}
      title={title}
      retry={{ label: t('shell:retry'), onRetry, busy }}
      reference={told?.reference ? { label: t('staff:reference'), value: told.reference } : undefined}
    >
      {told && told.code !== 'offline' && told.status < 500 ? told.title : t('staff:nothingLost')}
    </FailedState>
  )
}

/** Nothing failed, and trying again changes nothing: there is none, or it is not theirs. */
const NotTheirs = ({ told, level }: { readonly told: Problem; readonly level: 1 | 2 | 3 }) => {
  const { t } = useWords()
  return (
    <EmptyState
      level={level}
      mood="nothing"
      title={told.status === 403 ? t('shell:refused.title') : t('shell:notFound.title')}
      action={<ButtonLink href="/">{t('shell:notFound.home')}</ButtonLink>}
    >
      {told.title}
    </EmptyState>
  )
}

/** The sentence that a refusal is told with, in place: of a field where it is about one. */
export const sentenceIn = (problem: unknown, t: Translate): string | undefined =>
  isUnfilled(problem)
    ? t('addedFields:fillFirst')
    : (Object.values(fieldSentences(problem))[0] ?? sentenceFor(problem, t))

/** Added fields that must be filled before a ticket ends, where nobody asks for them. */
const isUnfilled = (problem: unknown): boolean =>
  problem instanceof Problem &&
  problem.errors.some(({ field, code }) => field.startsWith('custom.') && code === 'required')
