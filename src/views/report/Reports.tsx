import { useQuery } from '@tanstack/react-query'
import { EmptyState, IconButton, Page, SkeletonRows } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { usePageTitle } from '../page-title.tsx'
import { useSession } from '../session.tsx'
import { Failed } from '../staff/Failed.tsx'
import { useGo, useParamsOfAddress, useQueryOfAddress } from '../staff/address.tsx'
import { Acts } from './Acts.tsx'
import { Report } from './Report.tsx'
import { reportQuery, reportsQuery } from './report-questions.tsx'
import type { Which } from './report-questions.tsx'
import styles from './Report.module.css'

/** The monthly performance report: of the month in the address, else the newest. */
export const Reports = () => {
  const { t, format } = useWords()
  const { settings } = useSession()
  const list = useQuery(reportsQuery)
  const asked = useParamsOfAddress()['month']
  const month = typeof asked === 'string' ? asked : list.data?.[0]?.month
  const version = Number(useQueryOfAddress()['version']) || undefined
  usePageTitle(
    month && isMonth.test(month) ? t('report:ofMonth', { month: format.month(month) }) : t('report:title'),
    settings.organisation,
  )
  const months = list.data?.map((each) => each.month) ?? []
  return (
    <Page
      title={t('report:title')}
      actions={month !== undefined && <Actions which={{ month, version }} months={months} />}
    >
      {list.isPending && <Loading />}
      {list.isError && (
        <Failed title={t('lookBack:report.failed')} problem={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && month === undefined && (
        <EmptyState mood="nothing" title={t('lookBack:report.none')}>
          {t('lookBack:report.noneText')}
        </EmptyState>
      )}
      {list.data && month !== undefined && <ReportOf key={`${month} ${version}`} which={{ month, version }} />}
    </Page>
  )
}

const isMonth = /^\d{4}-\d{2}$/u

type ActionsProps = { readonly which: Which; readonly months: readonly string[] }

/** Which month; and, where there is one to do it with, what one does with its report. */
const Actions = ({ which, months }: ActionsProps) => {
  const { data } = useQuery(reportQuery(which))
  return (
    <>
      {months.length > 0 && <MonthPicker month={which.month} months={months} />}
      {data && <Acts which={which} report={data} />}
    </>
  )
}

const ReportOf = ({ which }: { readonly which: Which }) => {
  const { t } = useWords()
  const query = useQuery(reportQuery(which))
  if (query.isPending) return <Loading />
  if (!query.data)
    return <Failed title={t('lookBack:report.failed')} problem={query.error} onRetry={() => void query.refetch()} />
  return <Report report={query.data} />
}

const Loading = () => {
  const { t } = useWords()
  return <SkeletonRows shape="text" rows={8} label={t('lookBack:report.loading')} />
}

type PickerProps = { readonly month: string; readonly months: readonly string[] }

/** The months that have a report, the newest first; the arrows go to the one before and the one after. */
const MonthPicker = ({ month, months }: PickerProps) => {
  const { t, format } = useWords()
  const go = useGo()
  const at = months.indexOf(month)
  const [before, next] = [months[at + 1], months[at - 1]]
  const to = (wanted: string | undefined) => wanted && go(`/reports/${wanted}`)
  return (
    <div className={styles['picker']}>
      <IconButton
        icon="forward"
        className={styles['backwards'] ?? ''}
        label={t('lookBack:report.before')}
        disabled={at < 0 || !before}
        onClick={() => to(before)}
      />
      <select
        className={styles['month']}
        aria-label={t('lookBack:report.month')}
        value={month}
        onChange={(event) => to(event.target.value)}
      >
        {at < 0 && <option value={month}>{isMonth.test(month) ? format.month(month) : '–'}</option>}
        {months.map((each) => (
          <option key={each} value={each}>
            {format.month(each)}
          </option>
        ))}
      </select>
      <IconButton
        icon="forward"
        label={t('lookBack:report.next')}
        disabled={at < 0 || !next}
        onClick={() => to(next)}
      />
    </div>
  )
}
