import { useQuery } from '@tanstack/react-query'
import type { ReadReport } from '../../reports/monthly-performance/monthly-performance.ts'
import { Button, Icon, IconButton, Menu, toasts } from '../../web/ui/index.ts'
import type { MenuItem } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { sentenceFor } from '../problem-words.tsx'
import { useSession } from '../session.tsx'
import { useGo } from '../staff/address.tsx'
import { mailingQuery, paperAddress, useMailing, useMailToMe, useMakeAnew } from './report-questions.tsx'
import type { Which } from './report-questions.tsx'
import styles from './Report.module.css'

type Props = { readonly which: Which; readonly report: ReadReport | undefined }

/** What one does with a report: take it along as PDF, have it mailed, look at an older version, have it made anew. */
export const Acts = ({ which, report }: Props) => {
  const { t } = useWords()
  const mail = useMailToMe(which)
  const mailToMe = () =>
    mail.mutate(undefined, {
      onSuccess: ({ address }) => toasts.show({ text: t('lookBack:report.mailed', { address }) }),
      onError: (problem) => toasts.show({ text: sentenceFor(problem, t) ?? '', tone: 'danger' }),
    })
  return (
    <div className={styles['acts']}>
      <Button kind="quiet" icon="mail" busy={mail.isPending} onClick={mailToMe}>
        {t('lookBack:report.mailToMe')}
      </Button>
      <a className={styles['paper']} href={paperAddress(which)} target="_blank" rel="noreferrer">
        <Icon name="download" />
        <bdi>PDF</bdi>
      </a>
      <More which={which} report={report} />
    </div>
  )
}

const More = ({ which, report }: Props) => {
  const { t } = useWords()
  const { me } = useSession()
  const go = useGo()
  const { data: mailing } = useQuery(mailingQuery)
  const setMailing = useMailing()
  const anew = useMakeAnew(which.month)
  const mailMonthly = (mailed: boolean) =>
    setMailing.mutate(mailed, {
      onSuccess: () =>
        toasts.show({ text: t(mailed ? 'lookBack:report.mailedMonthly' : 'lookBack:report.mailedNoMore') }),
      onError: (problem) => toasts.show({ text: sentenceFor(problem, t) ?? '', tone: 'danger' }),
    })
  const makeAnew = () =>
    anew.mutate(undefined, {
      onSuccess: ({ version }) => {
        go(`/reports/${which.month}`, {}, { replace: true })
        toasts.show({ text: t('lookBack:report.madeAnew', { version }) })
      },
      onError: (problem) => toasts.show({ text: sentenceFor(problem, t) ?? '', tone: 'danger' }),
    })
  const newest = report?.versions[0]
  const versions = (report?.versions ?? []).map((version): MenuItem => ({
    key: `version ${version}`,
    label: t('report:version', { version }),
    chosen: version === report?.version,
    onSelect: () => go(`/reports/${which.month}`, version === newest ? {} : { version }),
  }))
  const acts: MenuItem[] = [
    ...(me.permissions.includes('ticket.seeAll')
      ? [{ key: 'anew', label: t('lookBack:report.makeAnew'), icon: 'refresh' as const, onSelect: makeAnew }]
      : []),
    ...(mailing
      ? [
          {
            key: 'mailing',
            label: t(mailing.mailed ? 'lookBack:report.mailNoMore' : 'lookBack:report.mailMonthly'),
            icon: 'mail' as const,
            onSelect: () => mailMonthly(!mailing.mailed),
          },
        ]
      : []),
  ]
  return (
    <Menu
      label={t('lookBack:report.more')}
      align="end"
      groups={[versions, acts]}
      anchor={(anchor) => <IconButton {...anchor} icon="dots" label={t('lookBack:report.more')} />}
    />
  )
}
