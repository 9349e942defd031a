import { duration } from '../../statistics/duration.ts'
import type { Format } from '../../words/format.ts'
import type { Translate } from '../../words/key.ts'

/** How a figure is written and compared. */
export type Measure = 'count' | 'moreIsBetter' | 'plain' | 'lessIsBetter' | 'time' | 'share' | 'stars'

type Tone = 'good' | 'bad' | 'plain'
export type Step = { up: boolean; amount: string; tone: Tone }

/** Against the month before: counts in percent, times in time, shares in points, stars in stars. */
export function changeOf(
  measure: Measure,
  from: number | null,
  to: number | null,
  t: Translate,
  format: Format,
): { change: string; tone: Tone } {
  const step = stepOf(measure, from, to, t, format)
  if (typeof step === 'string') return { change: step, tone: 'plain' }
  return { change: `${step.up ? '▲' : '▼'} ${step.amount}`, tone: step.tone }
}

/** A dash: it cannot be compared. Equal: it moved too little to be said. */
export function stepOf(
  measure: Measure,
  from: number | null,
  to: number | null,
  t: Translate,
  format: Format,
): Step | '–' | '=' {
  if (from === null || to === null || (isRelative(measure) && from === 0 && to !== 0)) return '–'
  const by = to - from
  const amount = sizeOf(measure, Math.abs(by), from, t, format)
  return amount === null ? '=' : { up: by > 0, amount, tone: toneOf(measure, by) }
}

/** A figure as it is written. */
export function valueOf(measure: Measure, value: number | null, t: Translate, format: Format): string {
  if (value === null) return t('report:figure.noValue')
  if (measure === 'time') return duration(t, value)
  if (measure === 'share') return format.percent(value)
  return measure === 'stars' ? format.average(value) : format.number(value, { maximumFractionDigits: 0 })
}

/** Null: too small to show. */
function sizeOf(measure: Measure, by: number, from: number, t: Translate, format: Format): string | null {
  if (isRelative(measure))
    return by === 0 || by / from < 0.005
      ? null
      : format.number(by / from, { style: 'percent', maximumFractionDigits: 0 })
  if (measure === 'time') return by < 60 ? null : duration(t, by)
  if (measure === 'stars') return by < 0.05 ? null : format.average(by)
  if (measure === 'lessIsBetter' || measure === 'plain') return by === 0 ? null : format.number(by)
  const points = Math.round(by * 1000) / 10
  return points === 0 ? null : t('statistics:points', { count: points })
}

/** What it means that it grew. */
const growing: Record<Measure, 'good' | 'bad' | undefined> = {
  count: undefined,
  plain: undefined,
  moreIsBetter: 'good',
  lessIsBetter: 'bad',
  time: 'bad',
  share: 'bad',
  stars: 'good',
}

/** Counts that grow and shrink with the desk are compared in percent. */
const isRelative = (measure: Measure) => measure === 'count' || measure === 'moreIsBetter'

function toneOf(measure: Measure, by: number): Tone {
  const meant = growing[measure]
  if (!meant) return 'plain'
  return (meant === 'good') === by > 0 ? 'good' : 'bad'
}
