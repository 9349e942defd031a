import { monthsLater } from '../../statistics/day.ts'
import type { Part } from '../../reports/monthly-performance/monthly-performance.ts'
import { daysLater } from '../../statistics/day.ts'
import { duration } from '../../statistics/duration.ts'
import { Link } from '../../web/ui/index.ts'
import { classes } from '../../web/ui/classes.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { Change } from '../look-back/Change.tsx'
import { closedBetween } from '../look-back/closed-address.ts'
import table from '../look-back/figure-table.module.css'
import styles from './Report.module.css'

type Props = {
  readonly of: 'group' | 'representative'
  readonly month: string
  readonly parts: readonly Part[]
  /** Between what days of its own calendar lie. */
  readonly edges: (first: string, last: string) => [from: string, to: string]
}

/** What each did that month; the closed ones lead to their tickets. */
export const Parts = ({ of, month, parts, edges }: Props) => {
  const { t, format } = useWords()
  if (parts.length === 0) return <p className="dim">{t('lookBack:report.noParts')}</p>
  const none = '–'
  const time = (seconds: number | null) => (seconds === null ? none : duration(t, seconds))
  const [from, to] = edges(`${month}-01`, daysLater(`${monthsLater(month, 1)}-01`, -1))
  return (
    <table className={classes(table['table'], styles['table'])}>
      <thead>
        <tr>
          <th scope="col">{t(`report:table.${of}`)}</th>
          <th scope="col" className={table['wide']}>
            {t('statistics:figure.opened')}
          </th>
          <th scope="col">{t('statistics:figure.closed')}</th>
          <th scope="col" className={table['wide']}>
            {t('report:table.change')}
          </th>
          <th scope="col" className={table['wide']}>
            {t('statistics:figure.firstResponseTime')}
          </th>
          <th scope="col">{t('statistics:figure.resolutionTime')}</th>
          <th scope="col" className={table['wide']}>
            {t('statistics:figure.declinedShare')}
          </th>
          <th scope="col" className={table['wide']}>
            {t('statistics:figure.backlog')}
          </th>
          <th scope="col">{t('report:table.score')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ id, name, figures, before }) => (
          <tr key={id}>
            <th scope="row">
              <bdi>{name}</bdi>
            </th>
            <td className={table['wide']}>{format.number(figures.opened)}</td>
            <td>
              <Link href={closedBetween(from, to, of === 'group' ? { group: id } : { member: id })}>
                {format.number(figures.closed)}
              </Link>
            </td>
            <td className={table['wide']}>
              <Change from={before.closed} to={figures.closed} growing="good" />
            </td>
            <td className={table['wide']}>{time(figures.firstResponseMedian)}</td>
            <td>{time(figures.resolutionMedian)}</td>
            <td className={table['wide']}>
              {figures.declinedShare === null ? none : format.percent(figures.declinedShare)}
            </td>
            <td className={table['wide']}>{format.number(figures.backlog)}</td>
            <td>{figures.ratingAverage === null ? none : format.number(figures.ratingAverage, oneDecimal)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const
