import { Button, ButtonLink, EmptyState } from '../../web/ui/index.ts'
import { pageAddress } from '../../web/page-address.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { usePageTitle } from '../page-title.tsx'
import { useSession } from '../session.tsx'
import { useGo } from '../staff/address.tsx'
import { isFiltered } from './asked.ts'
import type { Asked } from './asked.ts'
import { TryDemo } from './TryDemo.tsx'

type NothingProps = {
  readonly asked: Asked
  readonly newCount: number
  readonly nothingOpen: boolean
}

/** What it means that nothing is here, and one next step. */
export const NothingHere = ({ asked, newCount, nothingOpen }: NothingProps) => {
  const { t } = useWords()
  const go = useGo()
  if (isFiltered(asked))
    return (
      <EmptyState
        mood="nothing"
        title={t('incoming:nothingFits')}
        action={<Button onClick={() => go('/incoming', { queue: asked.queue })}>{t('incoming:clear')}</Button>}
      >
        {t('incoming:nothingFitsText')}
      </EmptyState>
    )
  return (
    <EmptyState
      title={t(`incoming:empty.${asked.queue}`)}
      action={
        asked.queue !== 'new' && newCount > 0 ? (
          <ButtonLink href={pageAddress('/incoming', { queue: 'new' })} icon="inbox">
            {t('incoming:goToNew')}
          </ButtonLink>
        ) : (
          <TryDemo empty={nothingOpen} />
        )
      }
    >
      {t('incoming:emptyText')}
    </EmptyState>
  )
}

type ChosenProps = {
  readonly asked: Asked
  readonly first: number | undefined
  readonly onOpen: (number: number) => void
}

/** The tab is called by the list as long as no ticket is beside it. */
export const NothingChosen = ({ asked, first, onOpen }: ChosenProps) => {
  const { t } = useWords()
  const { settings } = useSession()
  usePageTitle(t(`glossary:queue.${asked.queue}`), settings.organisation)
  if (first === undefined) return null
  return (
    <EmptyState
      mood="nothing"
      title={t('incoming:choose')}
      action={<Button onClick={() => onOpen(first)}>{t('incoming:chooseFirst')}</Button>}
    >
      {t('incoming:chooseText')}
    </EmptyState>
  )
}
