import { classes } from '../../web/ui/classes.ts'
import type { ReactNode } from 'react'
import { monthsLater } from '../../statistics/day.ts'
import type { MonthFigures } from '../../reports/monthly-performance/monthly-performance.ts'
import { duration } from '../../statistics/duration.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { Change } from '../look-back/Change.tsx'
import { What } from '../look-back/What.tsx'
import table from '../look-back/figure-table.module.css'
import styles from './Report.module.css'

type Props = { readonly month: string; readonly figures: MonthFigures; readonly before: MonthFigures }

type Counted = 'opened' | 'closed' | 'backlog' | 'duplicates' | 'reopened'
type Timed = 'firstResponseMedian' | 'firstResponseP90' | 'resolutionMedian' | 'resolutionP90'
type Shared = 'declinedShare' | 'reopenedShare'

/** The month's figures, each against the month before. */
export const Comparison = ({ month, figures, before }: Props) => {
  const { t, format } = useWords()
  const none = t('report:figure.noValue')
  const count = (of: Counted, growing?: 'good' | 'bad', say?: (step: number) => string) => (
    <Line
      name={of === 'backlog' ? t('report:figure.stillOpen') : t(`statistics:figure.${of}`)}
      what={t(`statistics:what.${of}`)}
      value={format.number(figures[of])}
      change={<Change from={before[of]} to={figures[of]} {...(growing && { growing })} {...(say && { say })} />}
    />
  )
  const time = (of: Timed) => (
    <Line
      name={t(`report:figure.${of}`)}
      what={t(of.startsWith('first') ? 'statistics:what.firstResponseTime' : 'statistics:what.resolutionTime')}
      value={figures[of] === null ? none : duration(t, figures[of])}
      change={<Change from={before[of]} to={figures[of]} growing="bad" say={(step) => duration(t, step)} />}
    />
  )
  const share = (of: Shared) => (
    <Line
      name={t(`statistics:figure.${of}`)}
      what={t(`statistics:what.${of}`)}
      value={figures[of] === null ? none : format.percent(figures[of])}
      change={
        <Change
          from={before[of]}
          to={figures[of]}
          growing="bad"
          say={(step) => t('statistics:points', { count: Math.round(step * 1000) / 10 })}
        />
      }
    />
  )
  return (
    <table className={classes(table['table'], styles['table'])}>
      <thead>
        <tr>
          <th scope="col">{t('lookBack:report.figure')}</th>
          <th scope="col">{format.month(month)}</th>
          <th scope="col">{t('lookBack:report.against', { month: format.month(monthsLater(month, -1)) })}</th>
        </tr>
      </thead>
      <tbody>
        {count('opened')}
        {count('closed', 'good')}
        {count('backlog', 'bad', (step) => format.number(step))}
        {statuses.map((status) => (
          <Line
            key={status}
            name={t('report:figure.ofThese', { status: t(`glossary:status.${status}`) })}
            value={format.number(figures[status])}
            change={<Change from={before[status]} to={figures[status]} say={(step) => format.number(step)} />}
          />
        ))}
        {time('firstResponseMedian')}
        {time('firstResponseP90')}
        {time('resolutionMedian')}
        {time('resolutionP90')}
        {share('declinedShare')}
        {count('reopened', 'bad', (step) => format.number(step))}
        {share('reopenedShare')}
        {count('duplicates', undefined, (step) => format.number(step))}
      </tbody>
    </table>
  )
}

const statuses = ['open', 'inProgress', 'responded'] as const

type LineProps = {
  readonly name: string
  readonly what?: string
  readonly value: string
  readonly change: ReactNode
}

const Line = ({ name, what, value, change }: LineProps) => (
  <tr>
    <th scope="row">
      <span className={styles['named']}>
        {name}
        {what && <What name={name}>{what}</What>}
      </span>
    </th>
    <td className={styles['strong']}>{value}</td>
    <td>{change}</td>
  </tr>
)
