import type { SplitBy } from '../../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import { monthsLater } from '../../../statistics/day.ts'
import type { Format } from '../../../words/format.ts'
import type { Translate } from '../../../words/key.ts'
import type { MonthFigures, Part } from '../monthly-performance.ts'
import { changeOf, valueOf, type Measure } from '../change.ts'
import { headOf, partCell, type Column } from '../part-columns.ts'

type Shown = [name: string, measure: Measure, value: (figures: MonthFigures) => number | null]

const shown = (t: Translate): Shown[] => [
  [t('statistics:figure.opened'), 'count', (figures) => figures.opened],
  [t('statistics:figure.closed'), 'moreIsBetter', (figures) => figures.closed],
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

type About = { title: string; of: SplitBy; columns: readonly Column[] }

/** A row a group or person; each cell, 12 ▲ 8%, against the month before. */
export function tableOf(parts: readonly Part[], { title, of, columns }: About, t: Translate, format: Format) {
  return {
    title,
    head: [t(`report:table.${of}`), ...columns.map((column) => headOf(column, t))],
    rows: parts.map(({ name, figures, before }) => [
      name,
      ...columns.map((column) => {
        const { value, step } = partCell(column, { figures, before }, t, format)
        return step ? `${value}\n${step.up ? '▲' : '▼'} ${step.amount}` : value
      }),
    ]),
  }
}
