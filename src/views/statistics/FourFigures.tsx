import type { ReactNode } from 'react'
import type { Statistic } from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { Change } from '../look-back/Change.tsx'
import { What } from '../look-back/What.tsx'
import styles from './Statistics.module.css'

const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const

/** What was, in four numbers, each with its change against as long a time before. */
export const FourFigures = ({ statistic: { totals, before } }: { readonly statistic: Statistic }) => {
  const { format } = useWords()
  const number = (value: number) => format.number(value)
  const average = (value: number) => format.number(value, oneDecimal)
  return (
    <dl className={styles['figures']}>
      <Figure of="closed" value={number(totals.closed)}>
        <Change from={before.closed} to={totals.closed} growing="good" />
      </Figure>
      <Figure of="opened" value={number(totals.opened)}>
        <Change from={before.opened} to={totals.opened} />
      </Figure>
      <Figure of="backlog" value={number(totals.backlog)}>
        <Change from={before.backlog} to={totals.backlog} growing="bad" say={number} />
      </Figure>
      <Figure of="ratingAverage" value={totals.ratingAverage === null ? '–' : average(totals.ratingAverage)}>
        <Change from={before.ratingAverage} to={totals.ratingAverage} growing="good" say={average} />
      </Figure>
    </dl>
  )
}

type Props = {
  readonly of: 'closed' | 'opened' | 'backlog' | 'ratingAverage'
  readonly value: string
  readonly children: ReactNode
}

const Figure = ({ of, value, children }: Props) => {
  const { t } = useWords()
  const name = t(`statistics:figure.${of}`)
  return (
    <div className={styles['figure']}>
      <dt>
        {name}
        <What name={name}>{t(`statistics:what.${of}`)}</What>
      </dt>
      <dd>
        <span className={styles['value']}>{value}</span>
        <span className={styles['against']}>
          {children} {t('statistics:before')}
        </span>
      </dd>
    </div>
  )
}
