import { useQuery } from '@tanstack/react-query'
import { Dialog, SkeletonRows } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { Failed } from '../staff/Failed.tsx'
import { InboundReading } from './InboundReading.tsx'
import { inboundMailQuery } from './mail-in-questions.tsx'

type Props = { readonly id: string | undefined; readonly onClose: () => void }

/** One mail at the page's edge: from the list, and from the message on a ticket that it became. */
export const InboundDrawer = ({ id, onClose }: Props) => {
  const { t } = useWords()
  return (
    <Dialog
      open={id !== undefined}
      onClose={onClose}
      place="end"
      wide
      title={t('mailIn:reading')}
      closeLabel={t('staff:close')}
    >
      {id && <Asked id={id} />}
    </Dialog>
  )
}

const Asked = ({ id }: { readonly id: string }) => {
  const { t } = useWords()
  const query = useQuery(inboundMailQuery(id))
  if (query.isPending) return <SkeletonRows shape="text" rows={6} label={t('mailIn:loading')} />
  if (!query.data)
    return <Failed title={t('mailIn:failedToLoad')} problem={query.error} onRetry={() => void query.refetch()} />
  return <InboundReading mail={query.data} />
}
