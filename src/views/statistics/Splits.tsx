import { useId } from 'react'
import type { Statistic } from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import { Link, Segmented } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { closedBetween } from '../look-back/closed-address.ts'
import { endOf } from '../look-back/days.ts'
import { useSession } from '../session.tsx'
import { splitsOver } from './asked.ts'
import type { Whole } from './asked.ts'
import styles from './Statistics.module.css'

const choices = ['none', 'group', 'representative'] as const
type Choice = (typeof choices)[number]
type Props = {
  readonly statistic: Statistic
  readonly split: Choice
  readonly onSplit: (split: Choice) => void
  /** The same page with one group's figures alone. */
  readonly addressOfGroup: ((group: string) => string) | undefined
}

/** The same time told apart by group or by representative, each with a way to its tickets. */
export const Splits = ({ statistic, split, onSplit, addressOfGroup }: Props) => {
  const { t } = useWords()
  const id = useId()
  const { may } = useSession()
  const seesPeople = may('ticket.seeAll') && may('statistics.people')
  const wholes = splitsOver(statistic.points)
  return (
    <section aria-labelledby={id}>
      <header className={styles['head']}>
        <h2 id={id}>{t('statistics:split.label')}</h2>
        <Segmented<Choice>
          label={t('lookBack:statistics.splitBy')}
          value={split}
          onChange={onSplit}
          options={choices.map((value) => ({ value, label: t(`statistics:split.${value}`) }))}
        />
      </header>
      {split === 'representative' && !seesPeople && <p className="dim">{t('statistics:split.ownOnly')}</p>}
      {split !== 'none' && wholes.length === 0 && <p className="dim">{t('statistics:empty')}</p>}
      {split !== 'none' && wholes.length > 0 && (
        <Parts statistic={statistic} split={split} wholes={wholes} addressOfGroup={addressOfGroup} />
      )}
    </section>
  )
}

type PartsProps = Pick<Props, 'statistic' | 'addressOfGroup'> & {
  readonly split: 'group' | 'representative'
  readonly wholes: Whole[]
}

const Parts = ({ statistic, split, wholes, addressOfGroup }: PartsProps) => {
  const { t, format } = useWords()
  const [first, last] = [statistic.points[0], statistic.points.at(-1)]
  const most = Math.max(1, ...wholes.flatMap(({ over }) => over))
  const addressOfPart = (id: string) =>
    first &&
    last &&
    closedBetween(first.starts, endOf(statistic.by, last.starts), split === 'group' ? { group: id } : { member: id })
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t(`report:table.${split}`)}</th>
          <th scope="col" className={styles['barCell']}>
            <span className={styles['spoken']}>{t('statistics:closedOverTime')}</span>
          </th>
          <th scope="col">{t('statistics:figure.closed')}</th>
          {split === 'group' && (
            <th scope="col" className={styles['wide']}>
              {t('statistics:figure.opened')}
            </th>
          )}
          <th scope="col" className={styles['wide']}>
            {t('statistics:figure.moved')}
          </th>
          <th scope="col">{t('statistics:figure.backlog')}</th>
          <th scope="col">{t('statistics:figure.ratingAverage')}</th>
        </tr>
      </thead>
      <tbody>
        {wholes.map(({ id, name, closed, opened, moved, backlog, ratingAverage, over }) => (
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
              <Spark over={over} most={most} />
            </td>
            <td>
              <Link href={addressOfPart(id) ?? '/closed'}>{format.number(closed)}</Link>
            </td>
            {split === 'group' && <td className={styles['wide']}>{format.number(opened)}</td>}
            <td className={styles['wide']}>{format.number(moved)}</td>
            <td>{format.number(backlog)}</td>
            <td>{ratingAverage === null ? '–' : format.number(ratingAverage, oneDecimal)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One part's closings over the same periods, all parts on one scale, so that they can be compared. */
const Spark = ({ over, most }: { readonly over: readonly number[]; readonly most: number }) => (
  <svg className={styles['spark']} viewBox={`0 0 ${over.length} ${most}`} preserveAspectRatio="none" aria-hidden>
    {over.map((closed, index) => (
      <rect key={index} x={index + 0.15} y={most - closed} width={0.7} height={closed} />
    ))}
  </svg>
)

const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const
