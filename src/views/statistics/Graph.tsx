import { useId } from 'react'
import type { Statistic } from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import { Button, EmptyState, Link } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { Bars } from '../look-back/Bars.tsx'
import { Legend } from '../look-back/Legend.tsx'
import { periodName, shortPeriod } from '../look-back/days.ts'
import { closedIn, titles } from './asked.ts'
import styles from './Statistics.module.css'

type Props = {
  readonly statistic: Statistic
  readonly group: string | undefined
  readonly asTable: boolean
  readonly onTable: (asTable: boolean) => void
}

/** The same figures to be seen or to be read. */
export const Graph = ({ statistic, group, asTable, onTable }: Props) => {
  const { t } = useWords()
  const id = useId()
  const title = t(titles[statistic.by])
  const isEmpty = statistic.points.every(({ closed, opened }) => closed === 0 && opened === 0)
  const bars = statistic.points.map((point) => ({
    key: point.starts,
    short: shortPeriod(t.locale, statistic.by, point.starts),
    name: periodName(t, statistic.by, point.starts),
    closed: point.closed,
    opened: point.opened,
    href: closedIn(statistic, point, { group }),
  }))
  return (
    <section aria-labelledby={id}>
      <header className={styles['head']}>
        <h2 id={id}>{title}</h2>
        {!asTable && !isEmpty && <Legend />}
        <Button kind="text" className={styles['end'] ?? ''} onClick={() => onTable(!asTable)}>
          {asTable ? t('statistics:asGraph') : t('statistics:asTable')}
        </Button>
      </header>
      {isEmpty && !asTable && (
        <EmptyState mood="nothing" title={t('statistics:empty')} level={3}>
          {t('lookBack:statistics.emptyText')}
        </EmptyState>
      )}
      {!isEmpty && !asTable && <Bars label={title} bars={bars} />}
      {asTable && <PointsTable statistic={statistic} group={group} />}
    </section>
  )
}

const PointsTable = ({ statistic, group }: Pick<Props, 'statistic' | 'group'>) => {
  const { t, format } = useWords()
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('lookBack:statistics.when')}</th>
          <th scope="col">{t('statistics:figure.closed')}</th>
          <th scope="col">{t('statistics:figure.opened')}</th>
          <th scope="col">{t('statistics:figure.backlog')}</th>
          <th scope="col">{t('statistics:figure.ratingAverage')}</th>
        </tr>
      </thead>
      <tbody>
        {statistic.points.toReversed().map((point) => (
          <tr key={point.starts}>
            <th scope="row">{periodName(t, statistic.by, point.starts)}</th>
            <td>
              <Link href={closedIn(statistic, point, { group })}>{format.number(point.closed)}</Link>
            </td>
            <td>{format.number(point.opened)}</td>
            <td>{format.number(point.backlog)}</td>
            <td>{point.ratingAverage === null ? '–' : format.number(point.ratingAverage, oneDecimal)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const
