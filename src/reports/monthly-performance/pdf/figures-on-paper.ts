import { duration } from '../../../statistics/duration.ts'
import { monthsLater } from '../../../statistics/day.ts'
import type { Format } from '../../../words/format.ts'
import type { Translate } from '../../../words/key.ts'
import type { MonthFigures, Part } from '../monthly-performance.ts'
import { changeOf, oneDecimal, type Measure } from './change.ts'

type Shown = [name: string, measure: Measure, value: (figures: MonthFigures) => number | null]

const shown = (t: Translate): Shown[] => [
  [t('statistics:figure.opened'), 'count', (figures) => figures.opened],
  [t('statistics:figure.closed'), 'count', (figures) => figures.closed],
  [t('report:figure.stillOpen'), 'lessIsBetter', (figures) => figures.backlog],
  [t('report:figure.ofThese', { status: t('glossary:status.open') }), 'plain', (figures) => figures.open],
  [t('report:figure.ofThese', { status: t('glossary:status.inProgress') }), 'plain', (figures) => figures.inProgress],
  [t('report:figure.ofThese', { status: t('glossary:status.responded') }), 'plain', (figures) => figures.responded],
  [t('report:figure.firstResponseMedian'), 'time', (figures) => figures.firstResponseMedian],
  [t('report:figure.firstResponseP90'), 'time', (figures) => figures.firstResponseP90],
  [t('report:figure.resolutionMedian'), 'time', (figures) => figures.resolutionMedian],
  [t('report:figure.resolutionP90'), 'time', (figures) => figures.resolutionP90],
  [t('statistics:figure.declinedShare'), 'share', (figures) => figures.declinedShare],
  [t('statistics:figure.reopened'), 'lessIsBetter', (figures) => figures.reopened],
  [t('statistics:figure.reopenedShare'), 'share', (figures) => figures.reopenedShare],
  [t('statistics:figure.duplicates'), 'plain', (figures) => figures.duplicates],
  [t('statistics:figure.ratingAverage'), 'stars', (figures) => figures.ratingAverage],
]

/** The month beside the month before, a row a figure. */
export function comparisonOf(month: string, figures: MonthFigures, before: MonthFigures, t: Translate, format: Format) {
  const months = { month: format.month(month), before: format.month(monthsLater(month, -1)) }
  return {
    title: t('report:section.comparison', months),
    rows: shown(t).map(([name, measure, value]) => ({
      name,
      value: valueOf(measure, value(figures), t, format),
      ...changeOf(measure, value(before), value(figures), t, format),
    })),
  }
}

function valueOf(measure: Measure, value: number | null, t: Translate, format: Format): string {
  if (value === null) return t('report:figure.noValue')
  if (measure === 'time') return duration(t, value)
  if (measure === 'share') return format.percent(value)
  return format.number(value, measure === 'stars' ? oneDecimal : { maximumFractionDigits: 0 })
}

/** A row a group or person; each cell against the month before. */
export function tableOf(title: string, first: string, parts: readonly Part[], t: Translate, format: Format) {
  const columns: Shown[] = [
    [t('statistics:figure.opened'), 'count', (figures) => figures.opened],
    [t('statistics:figure.closed'), 'count', (figures) => figures.closed],
    [t('statistics:figure.firstResponseTime'), 'time', (figures) => figures.firstResponseMedian],
    [t('statistics:figure.resolutionTime'), 'time', (figures) => figures.resolutionMedian],
    [t('statistics:figure.declinedShare'), 'share', (figures) => figures.declinedShare],
    [t('statistics:figure.backlog'), 'lessIsBetter', (figures) => figures.backlog],
    [t('statistics:figure.ratingAverage'), 'stars', (figures) => figures.ratingAverage],
  ]
  return {
    title,
    head: [first, ...columns.map(([name]) => name)],
    rows: parts.map(({ name, figures, before }) => [
      name,
      ...columns.map(([, measure, value]) => againstBefore(measure, value(before), value(figures), t, format)),
    ]),
  }
}

/** 12 ▲ 8%: a value and, where it moved, by how much against the month before. */
function againstBefore(measure: Measure, from: number | null, to: number | null, t: Translate, format: Format): string {
  if (to === null) return '–'
  const { change } = changeOf(measure, from, to, t, format)
  const value = valueOf(measure, to, t, format)
  return change === '–' || change === '=' ? value : `${value}\n${change}`
}
