// In the bell: exports that are ready, until they are fetched.
import { useQuery } from '@tanstack/react-query'
import type { ExportFile } from '../queries/exports/exports.ts'
import { NoticeRow } from '../web/shell/index.ts'
import { ago } from '../words/age.ts'
import { useWords } from '../words/WordsProvider.tsx'
import { exportsQuery, fileOf, isNews, useReadExport } from './exports-question.tsx'
import { useNow } from './staff/now.tsx'

export const useNewExports = (): readonly ExportFile[] => (useQuery(exportsQuery).data ?? []).filter(isNews)

export const ReadyExports = ({ close }: { readonly close: () => void }) => {
  const { t, format } = useWords()
  const now = useNow()
  const read = useReadExport()
  const fetchIt = (each: ExportFile) => {
    close()
    read.mutate(each.id)
    // an attachment: the page stays where it is
    if (each.state === 'ready') window.location.assign(fileOf(each))
  }
  return useNewExports().map((each) => (
    <NoticeRow
      key={each.id}
      unread
      unreadLabel={t('shell:notices.new')}
      at={ago(t, format, each.readyAt ?? each.askedAt, now)}
      onOpen={() => fetchIt(each)}
    >
      {each.state === 'ready'
        ? t('shell:notices.exportReady', { rows: t('plurals:rows', { count: each.rows }) })
        : t('shell:notices.exportFailed')}
    </NoticeRow>
  ))
}
