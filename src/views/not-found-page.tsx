// Where nothing is, and where something is that this account may not see. The first never tells which of the two it is.
import type { Problem } from '../web/problem.ts'
import { ButtonLink, EmptyState } from '../web/ui/index.ts'
import { useWords } from '../words/WordsProvider.tsx'
import { useTitleInPlace } from './page-title.tsx'

export const NotFoundPage = () => {
  const { t } = useWords()
  useTitleInPlace(t('shell:notFound.title'))
  return (
    <EmptyState level={1} mood="nothing" title={t('shell:notFound.title')} action={<Home />}>
      {t('shell:notFound.text')}
    </EmptyState>
  )
}

export const RefusedPage = ({ problem }: { readonly problem?: Problem }) => {
  const { t } = useWords()
  useTitleInPlace(t('shell:refused.title'))
  return (
    <EmptyState level={1} mood="nothing" title={t('shell:refused.title')} action={<Home />}>
      {problem?.title ?? t('shell:refused.text')}
    </EmptyState>
  )
}

const Home = () => {
  const { t } = useWords()
  return (
    <ButtonLink href="/" kind="primary">
      {t('shell:notFound.home')}
    </ButtonLink>
  )
}
