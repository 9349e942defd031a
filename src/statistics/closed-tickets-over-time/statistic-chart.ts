import type { Translate } from '../../words/key.ts'
import type { Chart } from '../chart.ts'
import { axisLabels } from '../axis-labels.ts'
import { isSmoothed, smoothDays, smoothed } from '../dense.ts'
import type { Parts } from './parts.ts'
import type { Statistic } from './closed-tickets-over-time.ts'
import { lineKind, lineName, lineOf, titles, type Line } from './lines.ts'

/** The graph as the page shows it, for a picture of it. */
export function statisticChart(
  { by, points }: Pick<Statistic, 'by' | 'points'>,
  line: Line,
  t: Translate,
  parts?: Parts,
): Chart {
  const title = t.plain(titles[by])
  const kind = lineKind(line)
  const values = points.map((point) => lineOf(line, point))
  const unit = kind === 'time' ? unitOf(values) : undefined
  const plainName = t.plain(lineName[line])
  const smooth = isSmoothed(by, points.length, kind)
  const name = smooth ? t.plain('statistics:averaged', { name: plainName, days: smoothDays }) : plainName
  const drawn = smooth ? smoothed(values) : values
  return {
    title,
    labels: labelsOf(t.locale, by, points),
    bars: points.map(({ closed }) => closed),
    ...(parts && { parts: partsOf(points, parts, t) }),
    line: unit ? values.map((value) => value && value / unit.seconds) : drawn,
    legend: { bars: t.plain('statistics:figure.closed'), line: unit ? t.plain(unit.named, { name }) : name },
    ...(kind === 'count' ? {} : { lineAs: kind }),
    alt: title,
  }
}

function labelsOf(locale: string, by: Statistic['by'], points: Statistic['points']): string[] {
  const starts = points.map((point) => point.starts)
  const told = axisLabels(locale, by, starts, points.length <= 14 ? points.length : 10)
  const labels = new Map(told.map(({ index, short, year }) => [index, year ? `${short}\n${year}` : short]))
  return starts.map((_, index) => labels.get(index) ?? '')
}

/** Those who closed most, and what is left of each bar. */
function partsOf(points: Statistic['points'], { parts }: Parts, t: Translate): NonNullable<Chart['parts']> {
  const told = parts.flatMap(({ id, name, over }) => (over ? [{ id, name, bars: over }] : []))
  const left = points.map(({ closed }, index) =>
    Math.max(
      0,
      told.reduce((rest, { bars }) => rest - (bars[index] ?? 0), closed),
    ),
  )
  const others = { id: 'others', name: t.plain('statistics:split.others'), bars: left, others: true }
  return left.some((closed) => closed > 0) ? [...told, others] : told
}

/** The unit in which the longest of them is a small number. */
function unitOf(values: readonly (number | null)[]) {
  const longest = Math.max(0, ...values.map((value) => value ?? 0))
  if (longest >= 3 * 86_400) return { seconds: 86_400, named: 'statistics:inDays' } as const
  return longest >= 3 * 3_600
    ? ({ seconds: 3_600, named: 'statistics:inHours' } as const)
    : ({ seconds: 60, named: 'statistics:inMinutes' } as const)
}
