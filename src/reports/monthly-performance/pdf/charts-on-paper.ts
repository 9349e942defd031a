import type { Chart } from '../../../statistics/chart.ts'
import type { Format } from '../../../words/format.ts'
import { axisLabels } from '../../../statistics/axis-labels.ts'
import type { Translate } from '../../../words/key.ts'
import type { ReadReport } from '../monthly-performance.ts'

/** Opened and closed, day by day. */
export function dailyOf({ days, month }: ReadReport, t: Translate, format: Format): Chart {
  const title = t('report:section.daily')
  const legend = { bars: t('statistics:figure.closed'), line: t('statistics:figure.opened') }
  const bars = days.map((day) => day.closed)
  const line = days.map((day) => day.opened)
  const labels = days.map(({ day }) => format.number(Number(day.slice(8))))
  return {
    title,
    labels,
    bars,
    line,
    legend,
    alt: altOf(`${title}: ${format.month(month)}`, legend, bars, line, format),
  }
}

/** Opened and closed, month by month. */
export function trendOf({ trend }: ReadReport, t: Translate, format: Format): Chart {
  const title = t('report:section.trend')
  const legend = { bars: t('statistics:figure.closed'), line: t('statistics:figure.opened') }
  const bars = trend.map(({ figures }) => figures.closed)
  const line = trend.map(({ figures }) => figures.opened)
  const months = trend.map(({ month }) => `${month}-01`)
  const told = axisLabels(format.locale, 'month', months, months.length)
  const labels = told.map(({ short, year }) => (year ? `${short}\n${year}` : short))
  return { title, labels, bars, line, legend, alt: altOf(title, legend, bars, line, format) }
}

function altOf(title: string, legend: Chart['legend'], bars: number[], line: number[], format: Format): string {
  const sum = (counts: number[]) => format.number(counts.reduce((all, some) => all + some, 0))
  return `${title}. ${legend.bars}: ${sum(bars)}. ${legend.line}: ${sum(line)}.`
}
