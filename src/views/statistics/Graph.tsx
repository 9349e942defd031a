import { useId } from 'react'
import type { Statistic } from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import {
  lineKind,
  lineName,
  lineOf,
  lines,
  titles,
  type Line,
} from '../../statistics/closed-tickets-over-time/lines.ts'
import type { Parts } from '../../statistics/closed-tickets-over-time/parts.ts'
import { isSmoothed, smoothDays, smoothed } from '../../statistics/dense.ts'
import { duration } from '../../statistics/duration.ts'
import { Button, EmptyState, Menu } from '../../web/ui/index.ts'
import type { Format } from '../../words/format.ts'
import type { Translate } from '../../words/key.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { Bars } from '../look-back/Bars.tsx'
import { Legend } from '../look-back/Legend.tsx'
import { periodName } from '../look-back/days.ts'
import { useSession } from '../session.tsx'
import { closedIn, groupIn, lineIn, stackedIn } from './asked.ts'
import type { Asked } from './asked.ts'
import { isEmpty, partsAt, seriesOf } from './series.ts'
import { PointsTable } from './PointsTable.tsx'
import { SaveGraph } from './SaveGraph.tsx'
import styles from './Statistics.module.css'

type Props = {
  readonly statistic: Statistic
  readonly parts: Parts | undefined
  readonly asked: Asked
  readonly onChange: (changed: Asked) => void
}

/** The same figures to be seen or to be read. */
export const Graph = ({ statistic, parts, asked, onChange }: Props) => {
  const { t, format } = useWords()
  const { me } = useSession()
  const id = useId()
  const group = groupIn(asked, me)
  const title = t(titles[statistic.by])
  const line = lineIn(asked)
  const asTable = asked.as === 'table'
  const nothing = isEmpty(statistic.points, line)
  const series = seriesOf(statistic, parts, stackedIn(asked, me), t('statistics:split.others'))
  const bars = statistic.points.map((point, index) => ({
    starts: point.starts,
    name: periodName(t, statistic.by, point.starts),
    closed: point.closed,
    line: lineOf(line, point),
    href: closedIn(statistic, point, { group }),
    parts: series && partsAt(statistic, series, point, index),
  }))
  const smooth = isSmoothed(statistic.by, bars.length, lineKind(line))
  const drawnAs = smooth ? t('statistics:averaged', { name: t(lineName[line]), days: smoothDays }) : t(lineName[line])
  return (
    <section aria-labelledby={id}>
      <header className={styles['head']}>
        <h2 id={id}>{title}</h2>
        {!asTable && !nothing && <Legend line={drawnAs} parts={series} />}
        <span className={styles['end']}>
          {!asTable && <ComparedWith line={line} onLine={(chosen) => onChange({ line: chosen })} />}
          <SaveGraph asked={asked} />
          <Button kind="text" onClick={() => onChange({ as: asTable ? '' : 'table' })}>
            {asTable ? t('statistics:asGraph') : t('statistics:asTable')}
          </Button>
        </span>
      </header>
      {nothing && !asTable && (
        <EmptyState mood="nothing" title={t('statistics:empty')} level={3}>
          {t('lookBack:statistics.emptyText')}
        </EmptyState>
      )}
      {!nothing && !asTable && (
        <Bars
          label={title}
          by={statistic.by}
          bars={bars}
          line={{
            name: t(lineName[line]),
            say: (value) => sayValue(line, value, t, format),
            ownScale: lineKind(line) !== 'count',
            drawn: smooth ? smoothed(bars.map((bar) => bar.line)) : undefined,
          }}
        />
      )}
      {asTable && <PointsTable statistic={statistic} group={group} series={series} />}
    </section>
  )
}

const ComparedWith = ({ line, onLine }: { readonly line: Line; readonly onLine: (line: Line | '') => void }) => {
  const { t } = useWords()
  return (
    <Menu
      label={t('statistics:compareWith')}
      align="end"
      anchor={(anchor) => (
        <Button {...anchor} kind="quiet" size="s">
          {t('statistics:comparedWith', { line: t(lineName[line]) })}
        </Button>
      )}
      groups={[
        lines.map((each) => ({
          key: each,
          label: t(lineName[each]),
          chosen: each === line,
          onSelect: () => onLine(each === 'opened' ? '' : each),
        })),
      ]}
    />
  )
}

const sayValue = (line: Line, value: number, t: Translate, format: Format): string => {
  const kind = lineKind(line)
  if (kind === 'time') return duration(t, value)
  return kind === 'stars' ? format.average(value) : format.number(value)
}
