import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Statistic } from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import type { MeasuredTime } from '../../statistics/closed-tickets-over-time/range-times.ts'
import { duration } from '../../statistics/duration.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { Banner, Button, Link } from '../../web/ui/index.ts'
import { useSession } from '../session.tsx'
import { Change } from '../look-back/Change.tsx'
import { What } from '../look-back/What.tsx'
import { closedInAll, groupIn } from './asked.ts'
import type { Asked } from './asked.ts'
import { timesQuery } from './statistics-question.tsx'
import styles from './Statistics.module.css'

type Props = { readonly statistic: Statistic; readonly asked: Asked }

/** What was, in a few numbers, each with its change against as long a time before. */
export const Figures = ({ statistic, asked }: Props) => {
  const { t, format } = useWords()
  const { me } = useSession()
  const { totals, before } = statistic
  const whose = { group: groupIn(asked, me) }
  const measured = useQuery(timesQuery(asked))
  const { data: times } = measured
  const failed = measured.isError && !times
  const number = (value: number) => format.number(value)
  const took = (time: MeasuredTime | null | undefined) =>
    time ? duration(t, time.median) : time === null || failed ? '–' : '…'
  return (
    <>
      {failed && <TimesFailed onRetry={() => void measured.refetch()} />}
      <dl className={styles['figures']}>
        <Figure
          of="closed"
          value={number(totals.closed)}
          href={totals.closed > 0 ? closedInAll(statistic, whose) : undefined}
        >
          <Change from={before.closed} to={totals.closed} growing="good" />
        </Figure>
        <Figure of="opened" value={number(totals.opened)}>
          <Change from={before.opened} to={totals.opened} />
        </Figure>
        <Figure of="backlog" value={number(totals.backlog)}>
          <Change from={before.backlog} to={totals.backlog} growing="bad" say={number} />
        </Figure>
        <Figure of="reopened" value={number(totals.reopened)}>
          <Change from={before.reopened} to={totals.reopened} growing="bad" say={number} />
        </Figure>
        {(['firstResponse', 'resolution'] as const).map((which) => (
          <Figure key={which} of={`${which}Time`} value={took(times?.[which])}>
            <Change
              from={times?.before[which]?.median ?? null}
              to={times?.[which]?.median ?? null}
              growing="bad"
              say={(step) => duration(t, step)}
            />
          </Figure>
        ))}
        <Figure
          of="ratingAverage"
          value={totals.ratingAverage === null ? '–' : format.average(totals.ratingAverage)}
          href={totals.ratingAverage === null ? undefined : closedInAll(statistic, whose, '1,2,3,4,5')}
        >
          <Change from={before.ratingAverage} to={totals.ratingAverage} growing="good" say={format.average} />
        </Figure>
      </dl>
    </>
  )
}

const TimesFailed = ({ onRetry }: { readonly onRetry: () => void }) => {
  const { t } = useWords()
  return (
    <Banner
      tone="danger"
      live
      action={
        <Button kind="text" onClick={onRetry}>
          {t('shell:retry')}
        </Button>
      }
    >
      {t('lookBack:statistics.timesFailed')}
    </Banner>
  )
}

const names = {
  closed: 'statistics:figure.closed',
  opened: 'statistics:figure.opened',
  backlog: 'statistics:figure.backlog',
  reopened: 'statistics:figure.reopened',
  firstResponseTime: 'statistics:line.firstResponse',
  resolutionTime: 'statistics:line.resolution',
  ratingAverage: 'statistics:figure.ratingAverage',
} as const

const Figure = ({
  of,
  value,
  href,
  children,
}: {
  readonly of: keyof typeof names
  readonly value: string
  /** Its tickets, where they can be listed. */
  readonly href?: string | undefined
  readonly children: ReactNode
}) => {
  const { t } = useWords()
  const name = t(names[of])
  return (
    <div className={styles['figure']}>
      <dt>
        {name}
        <What name={name}>{t(`statistics:what.${of}`)}</What>
      </dt>
      <dd>
        <span className={styles['value']}>{href ? <Link href={href}>{value}</Link> : value}</span>
        <span className={styles['against']}>{children}</span>
      </dd>
    </div>
  )
}
