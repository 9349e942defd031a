import { useWords } from '../../words/WordsProvider.tsx'
import { ReadingDrawer } from '../staff/ReadingDrawer.tsx'
import { InboundReading } from './InboundReading.tsx'
import { inboundMailQuery } from './mail-in-questions.tsx'

type Props = { readonly id: string | undefined; readonly onClose: () => void }

/** One mail at the page's edge: from the list, and from the message on a ticket that it became. */
export const InboundDrawer = ({ id, onClose }: Props) => {
  const { t } = useWords()
  return (
    <ReadingDrawer
      id={id}
      question={inboundMailQuery}
      title={t('mailIn:reading')}
      loading={t('mailIn:loading')}
      failed={t('mailIn:failedToLoad')}
      onClose={onClose}
    >
      {(mail) => <InboundReading mail={mail} />}
    </ReadingDrawer>
  )
}
