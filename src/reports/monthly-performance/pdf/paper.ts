import { duration } from '../../../statistics/duration.ts'
import { directionOf } from '../../../fields/multilingual-text/language-tag.ts'
import { readText } from '../../../fields/multilingual-text/read-text.ts'
import type { Format } from '../../../words/format.ts'
import type { Translate } from '../../../words/key.ts'
import type { Chart } from '../../../statistics/chart.ts'
import { changeOf, type Measure } from './change.ts'
import type { Comment, MonthFigures, Part, ReadReport } from '../monthly-performance.ts'
import { monthsLater } from '../../../statistics/day.ts'
import { sayMade, sayReport } from '../say-report.ts'

/** Everything that stands on the paper, in words: the template only places it. */
export type Paper = {
  language: string
  /** By which numbers on axes are written. */
  locale: string
  dir: 'ltr' | 'rtl'
  title: string
  month: string
  organisation: string
  /** #rrggbb, which can be read on white; null: ours. */
  accent: string | null
  /** The organisation's logo as SVG; null: it has none. */
  logo: string | null
  sentences: string[]
  comparison: {
    title: string
    rows: { name: string; value: string; change: string; tone: 'good' | 'bad' | 'plain' }[]
  } | null
  daily: Chart | null
  trend: Chart | null
  tables: { title: string; head: string[]; rows: string[][] }[]
  ratings: {
    title: string
    average: string
    count: string
    rows: { name: string; count: string; share: number }[]
  } | null
  comments: { title: string; none: string | null; more: string | null; items: PaperComment[] }
  made: string
  /** null: it was never kept, as of a month from before the first ticket */
  version: string | null
}

type PaperComment = { text: string; language: string; dir: 'ltr' | 'rtl'; by: string; score: string }

export type PaperReader = {
  t: Translate
  format: Format
  organisation: string
  accent: string | null
  shown: (number: number) => string
}

/** Every word and number of the paper, written as its reader reads them: what sets it only places them. */
export function paperOf(report: ReadReport, { t, format, organisation, accent, shown }: PaperReader): Paper {
  const { figures, before } = report
  return {
    language: t.language,
    locale: format.locale,
    dir: t.dir,
    title: t('report:title'),
    month: format.month(report.month),
    organisation,
    accent,
    logo: null,
    sentences: sayReport(report, t, format),
    comparison: figures && before ? comparisonOf(report.month, figures, before, t, format) : null,
    daily: report.days.length > 0 ? dailyOf(report, t, format) : null,
    trend: report.trend.length > 0 ? trendOf(report, t, format) : null,
    tables: [
      tableOf(t('report:section.groups'), t('report:table.group'), report.groups, t, format),
      tableOf(t('report:section.representatives'), t('report:table.representative'), report.representatives, t, format),
    ].filter(({ rows }) => rows.length > 0),
    ratings: figures && figures.ratings > 0 ? ratingsOf(figures, t, format) : null,
    comments: {
      title: t('report:section.comments'),
      none: report.comments.length === 0 ? t('report:noComments') : null,
      more:
        report.commentsWritten > report.comments.length
          ? t('report:moreComments', { count: report.commentsWritten - report.comments.length })
          : null,
      items: report.comments.map((comment) => commentOf(comment, shown, t, format)),
    },
    made: sayMade(report, t, format),
    version: report.version === 0 ? null : t('report:version', { version: report.version }),
  }
}

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
  [t('statistics:figure.duplicates'), 'count', (figures) => figures.duplicates],
  [t('statistics:figure.ratingAverage'), 'stars', (figures) => figures.ratingAverage],
]

function comparisonOf(month: string, figures: MonthFigures, before: MonthFigures, t: Translate, format: Format) {
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
  return format.number(value, { maximumFractionDigits: measure === 'stars' ? 1 : 0 })
}

function dailyOf({ days, month }: ReadReport, t: Translate, format: Format): Chart {
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
    alt: altOf(`${title}, ${format.month(month)}`, legend, bars, line, format),
  }
}

function trendOf({ trend }: ReadReport, t: Translate, format: Format): Chart {
  const title = t('report:section.trend')
  const legend = { bars: t('statistics:figure.closed'), line: t('statistics:figure.opened') }
  const bars = trend.map(({ figures }) => figures.closed)
  const line = trend.map(({ figures }) => figures.opened)
  const monthName = new Intl.DateTimeFormat(new Intl.Locale(format.locale, { calendar: 'gregory' }).toString(), {
    month: 'short',
    timeZone: 'UTC',
  })
  const labels = trend.map(({ month }) => monthName.format(new Date(`${month}-01T00:00:00Z`)))
  return { title, labels, bars, line, legend, alt: altOf(title, legend, bars, line, format) }
}

function altOf(title: string, legend: Chart['legend'], bars: number[], line: number[], format: Format): string {
  const sum = (counts: number[]) => format.number(counts.reduce((all, some) => all + some, 0))
  return `${title}. ${legend.bars}: ${sum(bars)}. ${legend.line}: ${sum(line)}.`
}

function tableOf(title: string, first: string, parts: readonly Part[], t: Translate, format: Format) {
  const columns: Shown[] = [
    [t('statistics:figure.opened'), 'count', (figures) => figures.opened],
    [t('statistics:figure.closed'), 'count', (figures) => figures.closed],
    [t('statistics:figure.firstResponseTime'), 'time', (figures) => figures.firstResponseMedian],
    [t('statistics:figure.resolutionTime'), 'time', (figures) => figures.resolutionMedian],
    [t('statistics:figure.declinedShare'), 'share', (figures) => figures.declinedShare],
    [t('statistics:figure.backlog'), 'count', (figures) => figures.backlog],
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

function ratingsOf(figures: MonthFigures, t: Translate, format: Format): Paper['ratings'] {
  const average = format.number(figures.ratingAverage!, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return {
    title: t('report:section.ratings'),
    average: t('report:ofFive', { average }),
    count: t('plurals:ratings', { count: figures.ratings }),
    rows: ([5, 4, 3, 2, 1] as const).map((score) => ({
      name: t(`rating:score.${score}`),
      count: format.number(figures.distribution[score - 1]!),
      share: figures.distribution[score - 1]! / figures.ratings,
    })),
  }
}

function commentOf(
  { comment, customer, ticket, score }: Comment,
  shown: (number: number) => string,
  t: Translate,
  format: Format,
): PaperComment {
  const { text, language } = readText(comment, comment.source)
  return {
    text,
    language,
    dir: directionOf(language) === 'rtl' ? 'rtl' : 'ltr',
    by: `${customer} · ${shown(ticket)} · ${format.language(language)}`,
    score: t('rating:spoken', { score, max: 5, word: t(`rating:score.${score as 1}`) }),
  }
}
