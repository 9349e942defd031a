import { mostPoints } from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import { Button, EmptyState } from '../../web/ui/index.ts'
import { Problem } from '../../web/problem.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import type { Asked } from './asked.ts'

type Props = { readonly asked: Asked; readonly onChange: (changed: Asked) => void }

export const isTooMany = (problem: unknown): boolean =>
  problem instanceof Problem && problem.errors.some(({ field, code }) => field === 'from' && code === 'outOfRange')

/** Trying again would change nothing; longer steps do, or fewer days. */
export const TooMany = ({ asked, onChange }: Props) => {
  const { t } = useWords()
  const isByMonth = asked.by === 'month'
  return (
    <EmptyState
      mood="nothing"
      title={t('lookBack:statistics.tooMany')}
      action={
        <Button onClick={() => onChange(isByMonth ? { from: '', to: '' } : { by: 'month' })}>
          {isByMonth ? t('lookBack:statistics.usual') : t('lookBack:statistics.byMonth')}
        </Button>
      }
    >
      {t('lookBack:statistics.tooManyText', { most: mostPoints })}
    </EmptyState>
  )
}
