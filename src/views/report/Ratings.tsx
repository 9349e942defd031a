import type { MonthFigures } from '../../reports/monthly-performance/monthly-performance.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { Change } from '../look-back/Change.tsx'
import styles from './Report.module.css'

type Props = { readonly figures: MonthFigures; readonly before: MonthFigures | null }

const scores = [5, 4, 3, 2, 1] as const

/** The average, and how many gave which stars. */
export const Ratings = ({ figures, before }: Props) => {
  const { t, format } = useWords()
  const { ratingAverage, ratings, distribution } = figures
  if (ratingAverage === null) return <p className="dim">{t('lookBack:report.nobodyRated')}</p>
  const most = Math.max(1, ...distribution)
  return (
    <div className={styles['ratings']}>
      <div>
        <p className={styles['average']}>{t('report:ofFive', { average: format.average(ratingAverage) })}</p>
        <p className="dim">{t('plurals:ratings', { count: ratings })}</p>
        <Change from={before?.ratingAverage ?? null} to={ratingAverage} growing="good" say={format.average} />
      </div>
      <table className={styles['scores']}>
        <tbody>
          {scores.map((score) => (
            <tr key={score}>
              <th scope="row">{t(`rating:score.${score}`)}</th>
              <td aria-hidden>
                <i style={{ inlineSize: `${((distribution[score - 1] ?? 0) / most) * 100}%` }} />
              </td>
              <td>{format.number(distribution[score - 1] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
