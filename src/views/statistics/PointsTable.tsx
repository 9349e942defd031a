import type { Statistic } from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import { duration } from '../../statistics/duration.ts'
import { Link } from '../../web/ui/index.ts'
import { classes } from '../../web/ui/classes.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { periodName } from '../look-back/days.ts'
import { ScrollRegion } from '../staff/ScrollRegion.tsx'
import { closedIn, duplicatesIn } from './asked.ts'
import type { Series } from './series.ts'
import table from '../look-back/figure-table.module.css'
import styles from './Statistics.module.css'

type Props = {
  readonly statistic: Statistic
  readonly group: string | undefined
  readonly series: readonly Series[] | undefined
}

/** Every point in numbers, the newest first; what can be listed leads to its tickets. */
export const PointsTable = ({ statistic, group, series = [] }: Props) => {
  const { t, format } = useWords()
  const time = (seconds: number | null) => (seconds === null ? '–' : duration(t, seconds))
  const heads = [
    t('statistics:figure.opened'),
    t('statistics:figure.reopened'),
    t('statistics:figure.duplicates'),
    t('statistics:figure.backlog'),
    t('statistics:line.firstResponse'),
    t('statistics:line.resolution'),
    t('statistics:figure.ratingAverage'),
  ]
  return (
    <ScrollRegion label={t('statistics:closedOverTime')} className={styles['scroll']}>
      <table className={classes(table['table'], styles['table'])}>
        <thead>
          <tr>
            <th scope="col">{t('lookBack:statistics.when')}</th>
            <th scope="col">{t('statistics:figure.closed')}</th>
            {series.map(({ key, name, tone }) => (
              <th key={key} scope="col">
                <i className={styles['swatch']} data-tone={tone} aria-hidden /> <bdi>{name}</bdi>
              </th>
            ))}
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {statistic.points
            .map((point, index) => [point, index] as const)
            .toReversed()
            .map(([point, index]) => (
              <tr key={point.starts}>
                <th scope="row">{periodName(t, statistic.by, point.starts)}</th>
                <td>
                  <Count of={point.closed} href={closedIn(statistic, point, { group })} />
                </td>
                {series.map(({ key, over, whose }) => (
                  <td key={key}>
                    <Count of={over[index] ?? 0} href={whose && closedIn(statistic, point, whose)} />
                  </td>
                ))}
                <td>{format.number(point.opened)}</td>
                <td>{format.number(point.reopened)}</td>
                <td>
                  <Count of={point.duplicates} href={duplicatesIn(statistic, point, { group })} />
                </td>
                <td>{format.number(point.backlog)}</td>
                <td>{time(point.firstResponseMedian)}</td>
                <td>{time(point.resolutionMedian)}</td>
                <td>{point.ratingAverage === null ? '–' : format.average(point.ratingAverage)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** None lead nowhere. */
const Count = ({ of, href }: { readonly of: number; readonly href: string | undefined }) => {
  const { format } = useWords()
  const written = format.number(of)
  return of > 0 && href ? <Link href={href}>{written}</Link> : written
}
