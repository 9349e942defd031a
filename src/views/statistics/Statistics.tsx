import { useQuery } from '@tanstack/react-query'
import { grains } from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import type { Grain, Statistic } from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import { Banner, Button, Page, Segmented, SkeletonRows } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { DayRange } from '../look-back/DayRange.tsx'
import { endOf, shortRange } from '../look-back/days.ts'
import { usePageTitle } from '../page-title.tsx'
import { useSession } from '../session.tsx'
import { Failed } from '../staff/Failed.tsx'
import { useGo, useQueryOfAddress } from '../staff/address.tsx'
import { Stale } from '../staff/Stale.tsx'
import { groupsQuery } from '../staff/groups-question.tsx'
import { addressOfAsked, askedIn, splitIn } from './asked.ts'
import type { Asked } from './asked.ts'
import { Figures } from './Figures.tsx'
import { Graph } from './Graph.tsx'
import { Splits } from './Splits.tsx'
import { SplitChoice } from './SplitChoice.tsx'
import { isTooMany, TooMany } from './TooMany.tsx'
import { partsQuery, statisticsQuery } from './statistics-question.tsx'
import styles from './Statistics.module.css'

/** Closed tickets over time, with what stands around them; the address holds which. */
export const Statistics = () => {
  const { t } = useWords()
  const { settings } = useSession()
  usePageTitle(t('statistics:title'), settings.organisation)
  const asked = askedIn(useQueryOfAddress())
  const query = useQuery(statisticsQuery(asked))
  const split = splitIn(asked)
  const { data: parts } = useQuery(partsQuery(asked))
  const go = useGo()
  const change = (changed: Asked) => go(addressOfAsked({ ...asked, ...changed }), {}, { replace: true })
  const { data: statistic } = query
  return (
    <Page title={t('statistics:title')} actions={<Choices asked={asked} statistic={statistic} onChange={change} />}>
      {query.isPending && <SkeletonRows shape="table" rows={10} label={t('lookBack:statistics.loading')} />}
      {query.isError && !statistic && isTooMany(query.error) && <TooMany asked={asked} onChange={change} />}
      {query.isError && !statistic && !isTooMany(query.error) && (
        <Failed title={t('lookBack:statistics.failed')} problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {statistic && (
        <div className={styles['page']}>
          {query.isError && <Stale query={query} />}
          {statistic.counting && <Banner live>{t('statistics:counting', { timeZone: statistic.timeZone })}</Banner>}
          {asked.group && <OneGroup id={asked.group} onClear={() => change({ group: '' })} />}
          <Figures statistic={statistic} asked={asked} />
          <Graph statistic={statistic} parts={parts} asked={asked} onChange={change} />
          {split && (
            <Splits
              statistic={statistic}
              asked={asked}
              split={split}
              addressOfGroup={asked.group ? undefined : (group) => addressOfAsked({ ...asked, group, split: '' })}
            />
          )}
        </div>
      )}
    </Page>
  )
}

/** The figures of one group alone, until all are asked for again. */
const OneGroup = ({ id, onClear }: { readonly id: string; readonly onClear: () => void }) => {
  const { t } = useWords()
  const { data: groups = [] } = useQuery(groupsQuery)
  const name = groups.find((group) => group.id === id)?.name ?? '…'
  return (
    <Banner
      action={
        <Button kind="text" onClick={onClear}>
          {t('statistics:allGroups')}
        </Button>
      }
    >
      {t('statistics:oneGroup', { group: name })}
    </Banner>
  )
}

type ChoicesProps = {
  readonly asked: Asked
  readonly statistic: Statistic | undefined
  readonly onChange: (changed: Asked) => void
}

const Choices = ({ asked, statistic, onChange }: ChoicesProps) => {
  const { t, format } = useWords()
  const [first, last] = [statistic?.points[0], statistic?.points.at(-1)]
  const by = grains.find((grain) => grain === asked.by) ?? 'day'
  return (
    <>
      <DayRange
        days={{ from: asked.from ?? '', to: asked.to ?? '' }}
        onDays={onChange}
        none={t('lookBack:range.usual')}
        label={t('lookBack:range.label')}
        align="end"
        anchor={(anchor) => (
          <Button {...anchor} icon="calendar">
            {statistic && first && last
              ? shortRange(format.locale, first.starts, endOf(statistic.by, last.starts))
              : t('lookBack:range.label')}
          </Button>
        )}
      />
      <Segmented<Grain>
        label={t('statistics:by.label')}
        value={by}
        onChange={(chosen) => onChange({ by: chosen === 'day' ? '' : chosen })}
        options={grains.map((grain) => ({ value: grain, label: t(`statistics:by.${grain}`) }))}
      />
      <SplitChoice split={splitIn(asked)} ofOneGroup={Boolean(asked.group)} onSplit={(split) => onChange({ split })} />
    </>
  )
}
