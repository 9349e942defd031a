// In the bell: exports that are ready, until they are fetched.
import { useQuery } from '@tanstack/react-query'
import type { ExportFile } from '../queries/exports/exports.ts'
import { toasts } from '../web/ui/index.ts'
import { NoticeRow } from '../web/shell/index.ts'
import { ago } from '../words/age.ts'
import { useWords } from '../words/WordsProvider.tsx'
import { exportsQuery, fileOf, isNews, isThere, useMakeAgain, useReadExport } from './exports-question.tsx'
import { useNow } from './staff/now.tsx'
import { tellRefused } from './staff/tell-refused.ts'

export const useNewExports = (): readonly ExportFile[] => (useQuery(exportsQuery).data ?? []).filter(isNews)

export const ReadyExports = ({ close }: { readonly close: () => void }) => {
  const { t, format } = useWords()
  const now = useNow()
  const read = useReadExport()
  const again = useMakeAgain()
  const offerAgain = (text: string, id: string) =>
    toasts.show({
      text,
      undo: {
        label: t('shell:notices.makeAgain'),
        onUndo: () => void again.mutateAsync(id).catch(tellRefused(t)),
      },
    })
  const fetchIt = async (each: ExportFile) => {
    close()
    if (each.state === 'ready' && !(await isThere(each))) return offerAgain(t('refusals:fileGone'), each.id)
    read.mutate(each.id)
    if (each.state === 'failed') offerAgain(t('shell:notices.exportFailed'), each.id)
    // an attachment: the page stays where it is
    if (each.state === 'ready') window.location.assign(fileOf(each))
  }
  return useNewExports().map((each) => (
    <NoticeRow
      key={each.id}
      unread
      unreadLabel={t('shell:notices.new')}
      at={ago(t, format, each.readyAt ?? each.askedAt, now)}
      onOpen={() => void fetchIt(each)}
    >
      {each.state === 'ready'
        ? t('shell:notices.exportReady', { rows: t('plurals:rows', { count: each.rows }) })
        : t('shell:notices.exportFailed')}
    </NoticeRow>
  ))
}
