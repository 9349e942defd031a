import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { SplitBy, Statistic } from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import type { Part } from '../../statistics/closed-tickets-over-time/parts.ts'
import { Link, SkeletonRows } from '../../web/ui/index.ts'
import { classes } from '../../web/ui/classes.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { Change } from '../look-back/Change.tsx'
import { seesPeople } from '../../permissions/sight.ts'
import { useSession } from '../session.tsx'
import { Failed } from '../staff/Failed.tsx'
import { partsQuery } from './statistics-question.tsx'
import { toneOf } from './series.ts'
import { closedInAll } from './asked.ts'
import type { Asked } from './asked.ts'
import table from '../look-back/figure-table.module.css'
import styles from './Statistics.module.css'

type Props = {
  readonly statistic: Statistic
  readonly asked: Asked
  readonly split: SplitBy
  /** The same page with one group's figures alone. */
  readonly addressOfGroup: ((group: string) => string) | undefined
}

/** The same time told apart by group or by representative, each with a way to its tickets. */
export const Splits = ({ statistic, asked, split, addressOfGroup }: Props) => {
  const { t } = useWords()
  const id = useId()
  const { me } = useSession()
  const { data, isPending, isError, error, refetch } = useQuery(partsQuery(asked))
  return (
    <section aria-labelledby={id}>
      <header className={styles['head']}>
        <h2 id={id}>{t(`statistics:split.${split}`)}</h2>
      </header>
      {split === 'representative' && !seesPeople({ permissions: new Set(me.permissions) }) && (
        <p className="dim">{t('statistics:split.ownOnly')}</p>
      )}
      {isPending && <SkeletonRows shape="table" rows={4} label={t('lookBack:statistics.loading')} />}
      {isError && !data && (
        <Failed title={t('lookBack:statistics.failed')} problem={error} onRetry={() => void refetch()} />
      )}
      {data?.parts.length === 0 && <p className="dim">{t('statistics:empty')}</p>}
      {data && data.parts.length > 0 && (
        <PartsTable statistic={statistic} split={split} parts={data.parts} addressOfGroup={addressOfGroup} />
      )}
    </section>
  )
}

type PartsProps = Pick<Props, 'statistic' | 'addressOfGroup' | 'split'> & { readonly parts: readonly Part[] }

const PartsTable = ({ statistic, split, parts, addressOfGroup }: PartsProps) => {
  const { t, format } = useWords()
  const most = Math.max(1, ...parts.map(({ closed }) => closed))
  const addressOfPart = (id: string) => closedInAll(statistic, split === 'group' ? { group: id } : { member: id })
  return (
    <table className={classes(table['table'], styles['table'])}>
      <thead>
        <tr>
          <th scope="col">{t(`report:table.${split}`)}</th>
          <th scope="col" className={styles['barCell']}>
            <span className="sr-only">{t('statistics:closedOverTime')}</span>
          </th>
          <th scope="col">{t('statistics:figure.closed')}</th>
          <th scope="col">{t('statistics:before')}</th>
          {split === 'group' && (
            <th scope="col" className={table['wide']}>
              {t('statistics:figure.opened')}
            </th>
          )}
          <th scope="col" className={table['wide']}>
            {t('statistics:figure.moved')}
          </th>
          <th scope="col">{t('statistics:figure.backlog')}</th>
          <th scope="col">{t('statistics:figure.ratingAverage')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ id, name, closed, closedBefore, opened, moved, backlog, ratingAverage, over }, index) => (
          <tr key={id}>
            <th scope="row">
              {split === 'group' && addressOfGroup ? (
                <Link href={addressOfGroup(id)}>
                  <bdi>{name}</bdi>
                </Link>
              ) : (
                <bdi>{name}</bdi>
              )}
            </th>
            <td className={styles['barCell']}>
              <Share of={closed / most} tone={toneOf({ over }, index)} />
            </td>
            <td>
              <Link href={addressOfPart(id)}>{format.number(closed)}</Link>
            </td>
            <td>
              <Change from={closedBefore} to={closed} growing="good" />
            </td>
            {split === 'group' && <td className={table['wide']}>{format.number(opened)}</td>}
            <td className={table['wide']}>{format.number(moved)}</td>
            <td>{format.number(backlog)}</td>
            <td>{ratingAverage === null ? '–' : format.average(ratingAverage)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How much next to the first; in the colour that it has in the graph. */
const Share = ({ of, tone }: { readonly of: number; readonly tone: number | 'rest' }) => (
  <span className={styles['share']} aria-hidden>
    <i data-tone={tone} style={{ inlineSize: `${of * 100}%` }} />
  </span>
)
