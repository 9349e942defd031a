import { monthsLater } from '../../../statistics/day.ts'
import { directionOf } from '../../../fields/multilingual-text/language-tag.ts'
import { readText } from '../../../fields/multilingual-text/read-text.ts'
import type { Format } from '../../../words/format.ts'
import type { Translate } from '../../../words/key.ts'
import type { Chart } from '../../../statistics/chart.ts'
import { splits, type SplitBy } from '../../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import type { Comment, MonthFigures, ReadReport } from '../monthly-performance.ts'
import { sayMade, sayReport } from '../say-report.ts'
import { dailyOf, trendOf } from './charts-on-paper.ts'
import { furtherColumns, partColumns, type Column } from '../part-columns.ts'
import { comparisonOf, tableOf } from './figures-on-paper.ts'

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
  tables: Table[]
  /** The rest of the figures of the same groups and people; a mail does without them. */
  further: Table[]
  ratings: {
    title: string
    average: string
    count: string
    rows: { name: string; count: string; share: number }[]
  } | null
  comments: { title: string; none: string | null; more: string | null; items: PaperComment[] }
  made: string
  /** How "1 / 1" is written, for the page's number and how many there are. */
  pages: string
  /** null: it was never kept, as of a month from before the first ticket */
  version: string | null
}

type Table = { title: string; head: string[]; rows: string[][] }
type PaperText = { text: string; language: string; dir: 'ltr' | 'rtl' }
type PaperComment = PaperText & {
  by: string
  score: string
  /** In the reader's language, where there is one and it is not the original; null: none. */
  translation: (PaperText & { name: string }) | null
}

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
  const monthBefore = format.month(monthsLater(report.month, -1))
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
    tables: tablesOf(report, t, format, (of) => ({
      title: t(of === 'group' ? 'report:section.groups' : 'report:section.representatives', { before: monthBefore }),
      columns: partColumns[of],
    })),
    further: tablesOf(report, t, format, (of) => ({ title: t(`report:further.${of}`), columns: furtherColumns })),
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
    pages: `${format.number(1)} / ${format.number(1)}`,
    version: report.version === 0 ? null : t('report:version', { version: report.version }),
  }
}

function ratingsOf(figures: MonthFigures, t: Translate, format: Format): Paper['ratings'] {
  const average = format.average(figures.ratingAverage!)
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

type Headed = { title: string; columns: readonly Column[] }

/** One of the groups and one of the representatives, as far as there are any. */
function tablesOf(report: ReadReport, t: Translate, format: Format, headed: (of: SplitBy) => Headed): Table[] {
  const all = { group: report.groups, representative: report.representatives }
  return splits.filter((of) => all[of].length > 0).map((of) => tableOf(all[of], { of, ...headed(of) }, t, format))
}

function commentOf(
  { comment, customer, ticket, score }: Comment,
  shown: (number: number) => string,
  t: Translate,
  format: Format,
): PaperComment {
  const { language } = readText(comment, comment.source)
  const understood = readText(comment, t.language)
  return {
    ...textOf(comment, comment.source),
    by: `${customer} · ${shown(ticket)} · ${format.language(language)}`,
    score: t('rating:spoken', { score, max: 5, word: t(`rating:score.${score as 1}`) }),
    translation:
      understood.language === language
        ? null
        : { ...textOf(comment, t.language), name: format.language(understood.language) },
  }
}

function textOf(comment: Comment['comment'], wanted: string): PaperText {
  const { text, language } = readText(comment, wanted)
  return { text, language, dir: directionOf(language) === 'rtl' ? 'rtl' : 'ltr' }
}
