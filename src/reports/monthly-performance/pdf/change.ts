import { duration } from '../../../statistics/duration.ts'
import type { Format } from '../../../words/format.ts'
import type { Translate } from '../../../words/key.ts'

/** How a figure is written and compared. */
export type Measure = 'count' | 'plain' | 'lessIsBetter' | 'time' | 'share' | 'stars'

type Change = { change: string; tone: 'good' | 'bad' | 'plain' }

/** Against the month before: counts in percent, times in time, shares in points, stars in stars. */
export function changeOf(
  measure: Measure,
  from: number | null,
  to: number | null,
  t: Translate,
  format: Format,
): Change {
  if (from === null || to === null || (measure === 'count' && from === 0 && to !== 0))
    return { change: '–', tone: 'plain' }
  const by = to - from
  const said = sizeOf(measure, Math.abs(by), from, t, format)
  if (said === null) return { change: '=', tone: 'plain' }
  return { change: `${by > 0 ? '▲' : '▼'} ${said}`, tone: toneOf(measure, by) }
}

/** Stars, as the page writes them: 4.0 beside 4.3. */
export const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const

/** Null: too small to show. */
function sizeOf(measure: Measure, by: number, from: number, t: Translate, format: Format): string | null {
  if (measure === 'count')
    return by === 0 || by / from < 0.005
      ? null
      : format.number(by / from, { style: 'percent', maximumFractionDigits: 0 })
  if (measure === 'time') return by < 60 ? null : duration(t, by)
  if (measure === 'stars') return by < 0.05 ? null : format.number(by, oneDecimal)
  if (measure === 'lessIsBetter' || measure === 'plain') return by === 0 ? null : format.number(by)
  const points = Math.round(by * 1000) / 10
  return points === 0 ? null : t('statistics:points', { count: points })
}

function toneOf(measure: Measure, by: number): Change['tone'] {
  if (measure === 'count' || measure === 'plain') return 'plain'
  return (measure === 'stars') === by > 0 ? 'good' : 'bad'
}
