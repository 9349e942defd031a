import { useId } from 'react'
import type { ReactNode } from 'react'
import { monthsLater } from '../../statistics/day.ts'
import type { ReadReport } from '../../reports/monthly-performance/monthly-performance.ts'
import { sayMade, sayReport } from '../../reports/monthly-performance/say-report.ts'
import { Banner, Link } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { Bars } from '../look-back/Bars.tsx'
import { Legend } from '../look-back/Legend.tsx'
import { closedBetween, edgesIn } from '../look-back/closed-address.ts'
import { endOf, periodName } from '../look-back/days.ts'
import { useSession } from '../session.tsx'
import { Comments } from './Comments.tsx'
import { Comparison } from './Comparison.tsx'
import { Parts } from './Parts.tsx'
import { Ratings } from './Ratings.tsx'
import styles from './Report.module.css'

/** One month in three sentences, then the figures that they stand on. */
export const Report = ({ report }: { readonly report: ReadReport }) => {
  const { t, format } = useWords()
  const { settings } = useSession()
  const { month, figures } = report
  const before = format.month(monthsLater(month, -1))
  const edges: Edges = (first, last) => edgesIn(report.timeZone, settings.timeZone, first, last)
  return (
    <article className={styles['report']}>
      {report.version < (report.versions[0] ?? 0) && (
        <Banner action={<Link href={`/reports/${month}`}>{t('lookBack:report.readNewest')}</Link>}>
          {t('lookBack:report.older', { version: report.version })}
        </Banner>
      )}
      <header>
        <p className={styles['kicker']}>
          <bdi>{settings.organisation}</bdi>
        </p>
        <h2 className={styles['title']}>{format.month(month)}</h2>
      </header>
      {report.sentences.length > 0 && (
        <div className={styles['sentences']}>
          {sayReport(report, t, format).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      {!figures && <Banner>{t('lookBack:report.partly')}</Banner>}
      {figures && report.before && (
        <Section
          title={t('report:section.comparison', {
            month: format.month(month),
            before,
          })}
        >
          <Comparison month={month} figures={figures} before={report.before} />
        </Section>
      )}
      {report.days.length > 0 && <Daily days={report.days} edges={edges} />}
      {report.trend.length > 0 && <Trend trend={report.trend} edges={edges} />}
      <Section title={t('report:section.groups', { before })}>
        <Parts of="group" month={month} edges={edges} parts={report.groups} />
      </Section>
      <Section title={t('report:section.representatives', { before })}>
        <Parts of="representative" month={month} edges={edges} parts={report.representatives} />
      </Section>
      {figures && (
        <Section title={t('report:section.ratings')}>
          <Ratings figures={figures} before={report.before} />
        </Section>
      )}
      <Section title={t('report:section.comments')}>
        <Comments comments={report.comments} written={report.commentsWritten} />
      </Section>
      <Made report={report} />
    </article>
  )
}

type SectionProps = { readonly title: string; readonly aside?: ReactNode; readonly children: ReactNode }

const Section = ({ title, aside, children }: SectionProps) => {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <div className={styles['head']}>
        <h3 id={id}>{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  )
}

type Edges = (first: string, last: string) => [from: string, to: string]

const Daily = ({ days, edges }: Pick<ReadReport, 'days'> & { readonly edges: Edges }) => {
  const { t, format } = useWords()
  const title = t('report:section.daily')
  return (
    <Section title={title} aside={<Legend line={t('statistics:figure.opened')} />}>
      <Bars
        label={title}
        by="day"
        height={180}
        bars={days.map(({ day, closed, opened }) => ({
          starts: day,
          name: periodName(t, 'day', day),
          closed,
          line: opened,
          href: closedBetween(...edges(day, day)),
        }))}
        line={{ name: t('statistics:figure.opened'), say: (value) => format.number(value) }}
      />
    </Section>
  )
}

/** The month itself and the eleven before. */
const Trend = ({ trend, edges }: Pick<ReadReport, 'trend'> & { readonly edges: Edges }) => {
  const { t, format } = useWords()
  const title = t('report:section.trend')
  return (
    <Section title={title} aside={<Legend line={t('statistics:figure.opened')} />}>
      <Bars
        label={title}
        by="month"
        height={150}
        bars={trend.map(({ month, figures }) => ({
          starts: `${month}-01`,
          name: periodName(t, 'month', `${month}-01`),
          closed: figures.closed,
          line: figures.opened,
          href: closedBetween(...edges(`${month}-01`, endOf('month', `${month}-01`))),
        }))}
        line={{ name: t('statistics:figure.opened'), say: (value) => format.number(value) }}
      />
    </Section>
  )
}

/** Who made it, when, and by which clock its days run. */
const Made = ({ report }: { readonly report: ReadReport }) => {
  const { t, format } = useWords()
  const { version } = report
  return (
    <p className={styles['made']}>
      {sayMade(report, t, format)} {version > 1 && t('report:version', { version })}
    </p>
  )
}
